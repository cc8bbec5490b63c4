import { slugOf } from '../../model/slug.js';

const PACKAGE_PREFIX = 'parallax-lexicon-';

/** What a package of lexicons is called. */
export const packageName = (topic: string): string => PACKAGE_PREFIX + (slugOf(topic) || 'topic');

/** What makes a folder of lexicons a package that npm installs, by file name. */
export function packageFiles(topic: string): Map<string, string> {
  const name = packageName(topic);
  const manifest = {
    name,
    version: '0.1.0',
    description: `Lexicons for Parallax: ${topic}`,
    keywords: ['parallax-lexicon', 'media bias', 'framing'],
    license: 'UNLICENSED',
    files: ['*.yaml'],
  };
  return new Map([
    ['package.json', `${JSON.stringify(manifest, undefined, 2)}\n`],
    [
      'README.md',
      `# ${topic}

Lexicons for Parallax: what is said of ${topic}, in rival terms.

    npm install ${name}

and in \`parallax.config.yaml\`

    lexicons: [${name}]

What they list goes before what Parallax has, and your own files go before what they list.
`,
    ],
  ]);
}
