/** Run by `npm run build`: checks the package's own lexicons and lays them out for a quick start. */
import { InputErrors } from '../errors.js';
import { checkLexicons, parseLexicons, writeCompiled } from './load.js';
import { builtInLexicons } from './sources.js';

const sources = builtInLexicons();
const faults = await checkLexicons(sources);
if (faults.length > 0) throw new InputErrors(faults);
writeCompiled(await parseLexicons(sources));
