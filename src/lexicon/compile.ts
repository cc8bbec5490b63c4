/** Run by `npm run build`: checks the package's own lexicons and compiles them for a quick start. */
import { writeFileSync } from 'node:fs';
import { InputErrors } from '../errors.js';
import {
  builtInLexicons,
  type CompiledLexicons,
  checkLexicons,
  compiledPath,
  digestOf,
  parseLexicons,
  readAfinn,
} from './load.js';

const sources = builtInLexicons();
const faults = await checkLexicons(sources);
if (faults.length > 0) throw new InputErrors(faults);
const afinn = readAfinn();
const parsed = await parseLexicons(sources, { files: {}, afinn });
const files = Object.fromEntries(parsed.map(({ source, data }) => [digestOf(source.text), data]));
writeFileSync(compiledPath, JSON.stringify({ files, afinn } satisfies CompiledLexicons));
