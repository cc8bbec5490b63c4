import type { Config } from '../lexicon/config.js';

/** The package's lexicons, those of the nearest `parallax.config.yaml`, and those of `--lexicon`; each file once, and who put it in force. */
export async function lexiconsInForce(extra: readonly string[]) {
  const [{ builtInLexicons, readLexiconFiles }, { readConfig }] = await Promise.all([
    import('../lexicon/sources.js'),
    import('../lexicon/config.js'),
  ]);
  const config = await readConfig();
  const builtIn = builtInLexicons();
  const configured = config?.lexicons ?? [];
  const first = readLexiconFiles(configured, builtIn).length;
  const own = readLexiconFiles([...configured, ...extra], builtIn);
  return {
    config,
    sources: [
      ...builtIn.map(source => ({ source, from: 'package' })),
      ...own.map((source, i) => ({ source, from: i < first ? (config as Config).path : '--lexicon' })),
    ],
  };
}

/** The same, ready to look words up in. */
export async function loadInForce(extra: readonly string[]) {
  const [{ buildLexicons }, { sources, config }] = await Promise.all([
    import('../lexicon/load.js'),
    lexiconsInForce(extra),
  ]);
  return { lexicons: await buildLexicons(sources.map(({ source }) => source)), config };
}
