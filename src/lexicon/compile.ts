/** Run by `npm run build`: checks the package's own lexicons and lays them out for a quick start. */
import { InputErrors } from '../errors.js';
import { assemble, builtInLexicons, checkLexicons, parseLexicons, writeCompiled } from './load.js';

const sources = builtInLexicons();
const faults = await checkLexicons(sources);
if (faults.length > 0) throw new InputErrors(faults);
const parsed = await parseLexicons(sources);
writeCompiled(assemble(parsed), parsed);
