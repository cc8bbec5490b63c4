import { chmodSync } from 'node:fs';

// Loads in a third of the time of the same modules one by one, which is most of what a short run costs.
export default {
  input: { cli: 'dist/cli.js' },
  platform: 'node',
  external: [/^wink-/, /^sentiment/, /^zod/, /^dictionary-/],
  output: {
    dir: 'dist/bundle',
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    format: 'esm',
    plugins: [{ name: 'executable', writeBundle: () => chmodSync('dist/bundle/cli.js', 0o755) }],
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  },
};
