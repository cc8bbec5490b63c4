import type { InputError } from '../../errors.js';
import { groupBy } from '../../model/collections.js';
import { entriesOf } from '../entries.js';
import type { ParsedLexicon } from '../file.js';
import { missingForms, readInflector } from './inflection.js';
import { located, type Remark, remark } from './located.js';
import { needlessCoinages, readSpelling, type Spelling, unknownWords } from './spelling.js';

/** Looking for what was meant takes long, so it is done for so many words only. */
const MOST_GUESSED = 20;

/**
 * Forms of lexicons that are no words, and words whose other forms a list lacks.
 *
 * @param own those whose author may not have thought of all forms; a list that was read in many articles omits some on purpose
 */
export async function formNotes(
  lexicons: readonly ParsedLexicon[],
  own: readonly ParsedLexicon[] = lexicons,
): Promise<InputError[]> {
  const spelling = await readSpelling();
  const inflector = await readInflector(spelling);
  return located([
    ...lexicons.flatMap(lexicon => [...spellingRemarks(lexicon, spelling)]),
    ...own.flatMap(lexicon => [...inflectionRemarks(lexicon, inflector)]),
  ]);
}

function* spellingRemarks({ source, data }: ParsedLexicon, spelling: Spelling): Generator<Remark> {
  for (const [u, { word, form, at }] of unknownWords(data, spelling).entries()) {
    const near = u < MOST_GUESSED ? spelling.near(word).slice(0, 3) : [];
    const meant = near.length === 0 ? '' : `Did you mean ${near.join(', ')}? `;
    yield remark(
      { source, at },
      'note',
      `${form === word ? '' : `in ${JSON.stringify(form)} `}no spelling list has ${JSON.stringify(word)}`,
      `${meant}If it is right, add it to the "coinages" of the file.`,
    );
  }
  for (const word of needlessCoinages(data, spelling))
    yield remark(
      { source, at: ['coinages', data.coinages.indexOf(word)] },
      'note',
      `the coinage ${JSON.stringify(word)} is in no form of the file, or in the spelling lists`,
      'Remove it.',
    );
}

function* inflectionRemarks(
  { source, data }: ParsedLexicon,
  inflector: Awaited<ReturnType<typeof readInflector>>,
): Generator<Remark> {
  // Names and spellings have no other forms, and an exception is the very phrase that was met.
  if (data.kind === 'parties' || data.kind === 'variants' || data.kind === 'furniture') return;
  const entries = [...entriesOf(data)].filter(({ value }) => value !== undefined);
  for (const list of groupBy(entries, ({ at }) => at.slice(0, -1).join()).values()) {
    const places = new Map(list.map(({ form, at }) => [form, at]));
    for (const { form, lacks } of missingForms([...places.keys()], inflector))
      yield remark(
        { source, at: places.get(form) ?? list[0]?.at ?? [] },
        'note',
        `${form}: also ${lacks.join(', ')}`,
        'Nothing is stemmed: list every form that you mean.',
      );
  }
}
