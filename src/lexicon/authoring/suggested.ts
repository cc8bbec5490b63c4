import type { Span } from '../../model/article.js';
import type { Concept, Lexicons } from '../../model/lexicon.js';
import type {
  SuggestedConcept,
  SuggestedLabel,
  SuggestedPlace,
  Suggestions,
} from '../../model/suggestion.js';
import { openLabels, readingsOf, together } from '../labels.js';
import { formKey, layTrie, openMatcher } from '../matcher.js';
import { cutWords } from '../words.js';
import { type Block, type BlockEntry, idOf, writeBlock } from './write.js';

/** What is written needs the sentences: the texts of articles by id, and the spans of their sentences. */
export interface SentencesOf {
  readonly text: string;
  readonly sentences: readonly { readonly span: Span }[];
}

const KINDS = ['known', 'same place', 'beside'] as const;
/** Places of a label that are shown in context. */
const SHOWN = 3;
/** Characters of context before and after the words, and of an example. */
const CONTEXT = 50;
const LONGEST_EXAMPLE = 240;
const FILE_ID = 'suggested';
/** z beyond which a difference is unlikely to be chance, if it is the only one looked at: two-sided 95%. */
const CLEAR = 1.96;

const SOURCE_TODO =
  'who uses this word and who contests it, and where a reader can look it up: author or body, title, year';

/**
 * Suggestions as a terminology lexicon to read, cut down and complete. It has the shape of one but for the sources, which
 * nobody but its author can give. More names for known concepts are written as what extends them, so that the file may be
 * put in force beside the lexicons that have them.
 *
 * @param lexicons those in force
 * @param most how many concepts to write of each kind
 * @returns nothing where there is nothing to suggest
 */
export function writeSuggestions(
  suggestions: Suggestions,
  articles: ReadonlyMap<string, SentencesOf>,
  lexicons: Lexicons,
  most: number,
): string | undefined {
  const concepts = withFormsOnce(
    KINDS.flatMap(kind => suggestions.concepts.filter(concept => concept.kind === kind).slice(0, most)),
    lexicons,
  );
  if (concepts.length === 0) return undefined;
  const ids = new Set(lexicons.concepts.keys());
  const drafts = concepts.map(concept => draftOf(concept, ids, lexicons));
  const marks = marker(drafts, lexicons);
  const [left = 'side-a', right = 'side-b'] = suggestions.parties;
  return writeBlock({
    notes: headNotes(suggestions, concepts),
    entries: [
      { key: 'kind', value: 'terminology' },
      { key: 'id', value: FILE_ID },
      { key: 'title', value: 'Suggested names' },
      // What extends others goes by the parties of their files.
      ...(drafts.every(({ home }) => home !== undefined)
        ? []
        : [
            {
              key: 'parties',
              value: [left, right],
              todo: 'the two parties between whom the lean is reckoned; these are a guess from the articles',
            },
          ]),
      { key: 'concepts', value: drafts.map(draft => conceptBlock(draft, articles, marks(draft))) },
    ],
  });
}

function headNotes(
  { articles, outlets, concepts: all }: Suggestions,
  concepts: readonly SuggestedConcept[],
): string[] {
  const words = outlets.reduce((sum, outlet) => sum + outlet.words, 0);
  const tested = concepts.flatMap(({ labels }) =>
    labels.flatMap(({ apart }) => (apart === undefined ? [] : [apart.z])),
  );
  const clear = tested.filter(z => z >= CLEAR).length;
  // The z of a label is the greatest of its outlets'.
  const byChance = Math.round(tested.length * (1 - 0.975 ** Math.max(1, outlets.length)));
  return [
    `Suggested by \`parallax lexicon suggest\` from ${articles} ${articles === 1 ? 'article' : 'articles'} of ` +
      `${outlets.map(({ outlet, words: own }) => `${outlet} (${own} words)`).join(', ')}.`,
    'Candidates, no findings: words that stand where others stand are often not names of the same thing. Delete what is not.',
    outlets.length < 2
      ? 'There is one outlet: nothing can be said about who prefers which word.'
      : `z says how far an outlet stands apart from the others in its own words (log-odds with a Dirichlet prior, Monroe, Colaresi and Quinn 2008), for the outlet where it is greatest. ` +
        `${clear} of ${tested.length} labels reach ${CLEAR}; of so many about ${byChance} would by chance.`,
    ...(articles < 20 || words < 20_000
      ? [
          `${articles} ${articles === 1 ? 'article is' : 'articles are'} too little to tell a preference from chance: read the contexts, not the z.`,
        ]
      : []),
    ...(all.length > concepts.length
      ? [`${all.length - concepts.length} weaker suggestions are not shown; --most shows more.`]
      : []),
    concepts.every(({ kind }) => kind === 'known')
      ? 'Then: a source for every label (TO COMPLETE), "favours" where sources agree;'
      : 'Then: a source for every label (TO COMPLETE), the parties, "favours" where sources agree, a gloss and an id of your own;',
    '`parallax lexicon check FILE` says what is missing. Examples are from your articles.',
    '',
  ];
}

/** The files whose forms must differ: a topic shares its words with others, what has none does not. */
const groupOf = (concept: Concept | undefined): string => (concept?.topical === true ? concept.lexicon : '');

/**
 * A form stands once in a file, and not where it is listed already: the first concept that has it keeps it, and what is no
 * choice any more is left out.
 */
function withFormsOnce(
  concepts: readonly SuggestedConcept[],
  { concepts: inForce }: Lexicons,
): SuggestedConcept[] {
  const listed = new Set(
    [...inForce.values()].flatMap(concept =>
      [...readingsOf(concept)].map(({ form }) => `${groupOf(concept)} ${formKey(form)}`),
    ),
  );
  const taken = new Set<string>();
  return concepts.flatMap(concept => {
    const group = groupOf(concept.kind === 'known' ? inForce.get(concept.id) : undefined);
    const free = (form: string): boolean =>
      !taken.has(formKey(form)) && !listed.has(`${group} ${formKey(form)}`);
    const labels = concept.labels.flatMap(label => {
      const forms = label.known === undefined ? label.forms.filter(free) : label.forms;
      return forms.length === 0 ? [] : [{ ...label, forms }];
    });
    const fresh = labels.filter(({ known }) => known === undefined);
    if (labels.length < 2 || fresh.length === 0) return [];
    for (const { forms } of fresh) for (const form of forms) taken.add(formKey(form));
    return [{ ...concept, labels }];
  });
}

type Named = readonly { readonly label: SuggestedLabel; readonly id: string }[];

/** A concept as it is written: with ids, and only what is new. */
interface Draft {
  readonly concept: SuggestedConcept;
  readonly id: string;
  readonly named: Named;
  /** The concept in force that gets more names, if it is one. */
  readonly home: Concept | undefined;
}

/** @param ids of concepts, those in force too; a new one is added */
function draftOf(concept: SuggestedConcept, ids: Set<string>, { concepts }: Lexicons): Draft {
  const home = concept.kind === 'known' ? concepts.get(concept.id) : undefined;
  const taken = new Set(home?.labels.map(({ id }) => id));
  const named = concept.labels
    .filter(({ known }) => known === undefined)
    .map(label => ({ label, id: idOf(label.name, taken, 'label') }));
  return { concept, id: home?.id ?? idOf(concept.id, ids, 'concept'), named, home };
}

function conceptBlock(
  { concept, id, named, home }: Draft,
  articles: ReadonlyMap<string, SentencesOf>,
  mark: Mark,
): Block {
  const { kind } = concept;
  const slots = concept.shared.slice(0, 4).map(readable);
  const gloss: BlockEntry = {
    key: 'gloss',
    value:
      kind === 'beside'
        ? `What stands before ${slots[0]?.replace('___ ', '') ?? ''}`
        : `What stands in “${slots[0] ?? '___'}”`,
    todo: 'one line that says what all the labels name',
  };
  const entries: BlockEntry[] = [
    ...(home === undefined ? [{ key: 'id', value: id }, gloss] : [{ key: 'extends', value: id }]),
    { key: 'labels', value: named.map(each => labelBlock(each.label, each.id, articles)) },
    { key: 'examples', value: examplesOf(named, articles, mark) },
  ];
  const about =
    kind === 'known'
      ? `More names for the concept "${id}" (${concept.gloss}). If one is a form of a label that is there, give it that label's id and no source.`
      : kind === 'beside'
        ? 'Words before the name of a party or place.'
        : 'Words that stand in the same places.';
  const listed = concept.labels.flatMap(label =>
    label.known === undefined ? [] : [`Listed already: ${label.known.id}. ${countsOf(label)}`],
  );
  return { notes: ['', `${about} ${slots.join('; ')}`, ...listed], entries };
}

/** A slot as a reader sees it; a party stands for all its names. */
const readable = (slot: string): string =>
  slot.replaceAll(/@([a-z0-9-]+)/g, '<$1>').replace(/(^|\s)_(?=\s|$)/, '$1___');

/** How often each outlet has a label, and which stands apart by it. */
function countsOf({ places, apart }: SuggestedLabel): string {
  const counts = new Map<string, { own: number; carried: number }>();
  for (const { outlet, voice } of places) {
    const count = counts.get(outlet) ?? { own: 0, carried: 0 };
    if (voice === 'outlet') count.own++;
    else count.carried++;
    counts.set(outlet, count);
  }
  const list = [...counts].map(
    ([outlet, { own, carried }]) =>
      `${outlet} ${own}${carried === 0 ? '' : ` (and ${carried} in the mouths of others)`}`,
  );
  const z = apart === undefined ? '' : `; ${apart.outlet} stands apart by z ${apart.z.toFixed(2)}`;
  return `${list.join(', ')}${z}`;
}

function labelBlock(label: SuggestedLabel, id: string, articles: ReadonlyMap<string, SentencesOf>): Block {
  const { places, forms } = label;
  const own = places.filter(({ voice }) => voice === 'outlet');
  const shown = [...own, ...places.filter(({ voice }) => voice !== 'outlet')].slice(0, SHOWN);
  return {
    notes: [
      countsOf(label),
      ...shown.map(place => contextOf(place, articles.get(place.article)?.text ?? '')),
    ],
    entries: [
      { key: 'id', value: id },
      { key: 'source', todo: SOURCE_TODO },
      { key: 'forms', value: forms },
    ],
  };
}

/** `path:line … before [the words] after …` */
function contextOf({ path, line, start, end, sentence }: SuggestedPlace, text: string): string {
  const before = text.slice(sentence.start, start).replace(/\s+/g, ' ');
  const after = text.slice(end, sentence.end).replace(/\s+/g, ' ');
  const left = before.length > CONTEXT ? `… ${before.slice(-CONTEXT).replace(/^\S*\s/, '')}` : before;
  const right = after.length > CONTEXT ? `${after.slice(0, CONTEXT).replace(/\s\S*$/, '')} …` : after;
  return `${path}:${line} ${left}[${text.slice(start, end).replace(/\s+/g, ' ')}]${right}`;
}

/** A text with everything marked that one concept matches, and the labels that do. */
type Mark = (text: string) => { readonly text: string; readonly labels: ReadonlySet<string> };

/** Marks as the file will match beside those in force: a longer form of another concept takes the words. */
function marker(drafts: readonly Draft[], lexicons: Lexicons): (draft: Draft) => Mark {
  const vocabulary = new Map<string, number>();
  const added = drafts.map(({ id, named, home }) => ({
    id,
    labels: named.map(each => ({ id: each.id, source: '', forms: each.label.forms })),
    except: [],
    lexicon: home?.lexicon ?? FILE_ID,
    topical: home?.topical ?? false,
  }));
  const readings = [...lexicons.concepts.values(), ...added].flatMap(concept => [...readingsOf(concept)]);
  const matcher = openLabels(openMatcher(layTrie(together(readings), vocabulary)));
  return ({ id, home }) =>
    text => {
      const words = cutWords(text, vocabulary);
      const found = matcher
        .find(words, 0, words.length, new Map([[home?.lexicon ?? FILE_ID, 1]]))
        .filter(({ value }) => value.concept === id);
      let result = '';
      let done = 0;
      for (const { start, end, value } of found) {
        result += `${text.slice(done, start)}[${text.slice(start, end)}|${value.label}]`;
        done = end;
      }
      return { text: result + text.slice(done), labels: new Set(found.map(({ value }) => value.label)) };
    };
}

/** A sentence for each of the first labels with everything marked that matches, and one in which nothing does. */
function examplesOf(named: Named, articles: ReadonlyMap<string, SentencesOf>, markedIn: Mark): string[] {
  const examples: string[] = [];
  for (const { label, id } of named) {
    const marked = label.places
      .map(place => markedIn(around(articles.get(place.article)?.text ?? '', place.sentence, place)))
      .find(({ text, labels }) => labels.has(id) && isPlain(text));
    if (marked !== undefined && !examples.includes(marked.text)) examples.push(marked.text);
  }
  // Where no sentence can be marked, the bare words show what matches.
  if (examples.length === 0) examples.push(markedIn(named[0]?.label.forms[0] ?? '').text);
  const without = [...new Set(named.flatMap(({ label }) => label.places.map(({ article }) => article)))]
    .flatMap(id => {
      const { text = '', sentences = [] } = articles.get(id) ?? {};
      return sentences.map(({ span }) => text.slice(span.start, span.end).replace(/\s+/g, ' '));
    })
    .find(
      sentence =>
        sentence.length > 30 &&
        sentence.length < LONGEST_EXAMPLE &&
        isPlain(sentence) &&
        !/[[\]|]/.test(sentence) &&
        markedIn(sentence).labels.size === 0,
    );
  examples.push(without ?? 'TO COMPLETE: a sentence in which nothing must match.');
  return examples;
}

/** Whether an example can be read back: no brackets but the marks. */
const isPlain = (text: string): boolean => !/[[\]|]/.test(text.replaceAll(/\[[^[\]|]+\|[a-z0-9-]+\]/g, ''));

/** The sentence, or as much of it around the words as an example may be long. */
function around(text: string, sentence: Span, { start, end }: Span): string {
  const room = Math.max(0, Math.floor((LONGEST_EXAMPLE - (end - start)) / 2));
  const from = Math.max(sentence.start, start - room);
  const to = Math.min(sentence.end, end + room);
  let cut = text.slice(from, to);
  if (from > sentence.start) cut = cut.replace(/^\S*\s+/, '');
  if (to < sentence.end) cut = cut.replace(/\s+\S*$/, '');
  return cut.replace(/\s+/g, ' ');
}
