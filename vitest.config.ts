import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // No test measures time; these only end one that hangs, on a slow and busy machine too.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // By default one core is left idle, which is half of a machine with two.
    maxWorkers: availableParallelism(),
  },
});
