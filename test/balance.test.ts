/** Every topic gives both sides their own words, within bounds, or says why one side has more. */
import { describe, expect, it } from 'vitest';
import { balanceRemarks, balances } from '../src/lexicon/authoring/balance.js';
import { type ParsedLexicon, parseLexicon } from '../src/lexicon/file.js';
import { parseLexicons } from '../src/lexicon/load.js';
import { builtInLexicons } from '../src/lexicon/sources.js';

describe('the lexicons of the package', async () => {
  const all = await parseLexicons(builtInLexicons());

  it.each(
    all.flatMap(lexicon =>
      lexicon.data.kind === 'terminology' ? [[lexicon.data.id, lexicon] as const] : [],
    ),
  )('%s is in balance, or says why it is not', (_, lexicon) => {
    expect([...balanceRemarks(lexicon, all)].map(({ message }) => message)).toEqual([]);
  });

  it('give a reason with a year wherever one side alone has words', () => {
    const reasons = balances(all, all).filter(({ reason }) => reason !== undefined);
    expect(reasons.length).toBeGreaterThan(20);
    for (const { topic, concept, reason } of reasons)
      expect(reason, `${topic}, ${concept ?? 'as a whole'}`).toMatch(/\d{4}/);
    for (const { topic, concept, sides, reason } of balances(all, all))
      if (concept !== undefined && reason !== undefined)
        expect(Math.min(...sides.map(({ labels }) => labels)), `${topic}, ${concept}: needs no reason`).toBe(
          0,
        );
  });
});

const SOURCE = 'source: A. Author (2001)';
const label = (id: string, favours: string | undefined, forms: readonly string[]): string =>
  `      - { id: ${id}, ${favours === undefined ? '' : `favours: ${favours}, `}${SOURCE}, forms: [${forms.join(', ')}] }`;
const concept = (id: string, labels: readonly string[], more = ''): string =>
  `  - id: ${id}\n    gloss: What it is called\n${more}    labels:\n${labels.join('\n')}\n    examples: [a, b]\n`;
const topic = (concepts: readonly string[], more = ''): string =>
  `kind: terminology\nid: ferry\ntitle: Ferry\nparties: [north, south]\n${more}concepts:\n${concepts.join('')}`;

const parsed = async (...texts: readonly string[]): Promise<ParsedLexicon[]> =>
  Promise.all(texts.map((text, i) => parseLexicon({ path: `${i}.yaml`, text })));
const remarks = async (...texts: readonly string[]): Promise<string[]> => {
  const all = await parsed(...texts);
  return [...balanceRemarks(all[0] as ParsedLexicon, all)].map(({ code, message }) => `${code}: ${message}`);
};
const words = (count: number, stem: string): string[] =>
  Array.from({ length: count }, (_, i) => `${stem} ${i}`);

describe('balance', () => {
  const even = [label('a', 'north', ['toll']), label('b', 'south', ['fee'])];

  it('counts labels, forms and loaded words of a topic and of its concepts, with what other files add', async () => {
    const more =
      'kind: terminology\nid: more\ntitle: More\nconcepts:\n  - extends: price\n    labels:\n      - { id: b, forms: [charge] }\n      - { id: c, favours: north, source: A. Author (2001), forms: [robbery] }\n    examples: [a, b]\n';
    const loaded =
      'kind: loaded\nid: l\ntitle: L\nclasses:\n  - { id: x, source: A. Author (2001), forms: [robbery], examples: [a, b] }\n';
    const all = await parsed(topic([concept('price', even)]), more, loaded);
    const north = { party: 'north', labels: 2, forms: 2, loaded: 1 };
    const south = { party: 'south', labels: 1, forms: 1, loaded: 0 };
    expect(balances(all, all)).toEqual([
      { topic: 'ferry', sides: [north, south], reason: undefined },
      { topic: 'ferry', concept: 'price', sides: [north, south], reason: undefined },
    ]);
  });

  it('asks of a concept with words of one side why', async () => {
    const one = [label('a', 'north', ['toll']), label('b', undefined, ['fee'])];
    const other = concept(
      'boat',
      even.map(each => each.replace(/toll|fee/, word => `${word}s`)),
    );
    expect(await remarks(topic([concept('price', one), concept('fare', even), other]))).toEqual([
      'concept-one-sided: of the labels of price only north is favoured',
    ]);
    const why = '    one_sided: The south says fee (A. Author, 2001).\n';
    expect(await remarks(topic([concept('price', one, why), concept('fare', even), other]))).toEqual([]);
  });

  it.each([
    [3, 2, 3, 2, true],
    [2, 1, 2, 1, false],
    [1, 1, 2, 1, true],
    [1, 1, 3, 1, false],
    [1, 1, 1, 3, false],
  ])('takes labels %i to %i with forms %i to %i: %s', async (left, right, forms, against, fine) => {
    const side = (party: string, labels: number, count: number) =>
      Array.from({ length: labels }, (_, i) =>
        label(`${party}-${i}`, party, i === 0 ? words(count - labels + 1, party) : [`${party} more ${i}`]),
      );
    const labels = [...side('north', left, forms), ...side('south', right, against)];
    const found = await remarks(topic([concept('price', labels)]));
    expect(found.map(each => each.split(':')[0])).toEqual(fine ? [] : ['topic-unbalanced']);
    const why = 'one_sided: Nobody has written down what the other side says (A. Author, 2001).\n';
    expect(await remarks(topic([concept('price', labels)], why))).toEqual([]);
  });
});
