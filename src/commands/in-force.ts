import type { Config } from '../lexicon/config.js';
import type { LexiconSource } from '../lexicon/file.js';
import type { Lexicons } from '../model/lexicon.js';

/** The lexicons that a command works with, and who put each in force. */
export interface InForce {
  readonly sources: readonly { readonly source: LexiconSource; readonly from: string }[];
  readonly config: Config | undefined;
}

/** The package's lexicons, those of the nearest `parallax.config.yaml`, and those of `--lexicon`; each file once. */
export async function lexiconsInForce(extra: readonly string[]): Promise<InForce> {
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
      ...own.map((source, i) => ({
        source,
        from: i < first ? (config as Config).path : '--lexicon',
      })),
    ],
  };
}

/** The same, ready to look words up in. */
export async function loadInForce(
  extra: readonly string[],
): Promise<{ readonly lexicons: Lexicons; readonly config: Config | undefined }> {
  const [{ buildLexicons }, { sources, config }] = await Promise.all([
    import('../lexicon/load.js'),
    lexiconsInForce(extra),
  ]);
  return { lexicons: await buildLexicons(sources.map(({ source }) => source)), config };
}
