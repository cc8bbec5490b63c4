// Sixty labels of the terminology lexicons, drawn by a seeded shuffle, with their sources, for an audit by hand.
// node test/draw-sources.mjs [SEED [COUNT]]
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

const [seed = 20261126, count = 60] = process.argv.slice(2).map(Number);
const folder = 'lexicons/terminology/';
const labels = readdirSync(folder)
  .filter(file => file.endsWith('.yaml'))
  .sort()
  .flatMap(file =>
    parse(readFileSync(folder + file, 'utf8')).concepts.flatMap(concept =>
      concept.labels.map(label => ({
        name: `${file.replace('.yaml', '')} ${concept.id}/${label.id}`,
        label,
      })),
    ),
  );

let state = seed;
/** Mulberry32, from 0 to 1. */
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
for (let i = labels.length - 1; i > 0; i--) {
  const j = Math.floor(random() * (i + 1));
  [labels[i], labels[j]] = [labels[j], labels[i]];
}
for (const { name, label } of labels.slice(0, count)) {
  console.log(`${name} ${label.favours ?? '-'}\n  ${label.source.text}\n  ${label.source.url ?? '-'}`);
}
