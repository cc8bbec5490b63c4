// npm run judged: what readers said of samples of evidence (test/judged/*.jsonl, ids and verdicts without a word of text):
// the share that each called right, with a Wilson interval, and their agreement, Krippendorff's alpha for nominal data
// (Hayes and Krippendorff 2007, Communication Methods and Measures 1).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wilson } from '../dist/statistics/interval.js';

const folder = join(import.meta.dirname, 'judged');
for (const name of readdirSync(folder).filter(each => each.endsWith('.jsonl'))) {
  const rows = readFileSync(join(folder, name), 'utf8').trim().split('\n').map(JSON.parse);
  for (const round of new Set(rows.map(row => row.round))) {
    const verdicts = rows.filter(row => row.round === round).map(row => row.verdicts);
    for (const reader of verdicts[0].keys()) {
      const right = verdicts.filter(each => each[reader] === 'yes').length;
      const { low, high } = wilson(right, verdicts.length);
      console.log(
        `${name}, round ${round}, reader ${reader + 1}: ${right} of ${verdicts.length} (${low.toFixed(2)} to ${high.toFixed(2)})`,
      );
    }
    console.log(`${name}, round ${round}: alpha ${alpha(verdicts).toFixed(2)}`);
  }
}

/** One less the disagreement within units over that to be expected by chance. */
function alpha(units) {
  const values = units.flat();
  const differ = pairs => pairs.filter(([a, b]) => a !== b).length / pairs.length;
  const within = differ(units.map(([a, b]) => [a, b]));
  const all = values.flatMap((a, i) => values.filter((_, k) => k !== i).map(b => [a, b]));
  return 1 - within / differ(all);
}
