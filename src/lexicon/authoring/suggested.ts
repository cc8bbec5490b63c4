import type { YAMLMap } from 'yaml';
import { groupBy, sum } from '../../model/collections.js';
import type { Concept, Lexicons } from '../../model/lexicon.js';
import { freshSlug } from '../../model/slug.js';
import type {
  SuggestedConcept,
  SuggestedLabel,
  SuggestedPlace,
  Suggestions,
} from '../../model/suggestion.js';
import { oneLine, plural } from '../../model/text.js';
import { readingsOf } from '../labels.js';
import { formKey } from '../matcher.js';
import { examplesOf, marker, type NewNames, type SentencesOf, SUGGESTED_ID } from './suggested-examples.js';
import { entry, head, mapping, mappings, missing, texts, writeYaml } from './write.js';

const KINDS = ['named', 'known', 'same place', 'beside'] as const;
/** Places of a label that are shown in context. */
const SHOWN = 3;
/** Characters of context before and after the words. */
const CONTEXT = 50;
/** z beyond which a difference is unlikely to be chance, if it is the only one looked at: two-sided 95%. */
const CLEAR = 1.96;

/**
 * Suggestions as a terminology lexicon to read, cut down and complete. It has the shape of one but for the sources, which
 * nobody but its author can give. More names for known concepts are written as what extends them, so that the file may be
 * used together with the lexicons that have them.
 *
 * @param lexicons those in use
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
  const added = concepts.map(concept => newNames(concept, ids, lexicons));
  const markFor = marker(added, lexicons);
  const [left = 'side-a', right = 'side-b'] = suggestions.parties;
  const needsParties = added.some(({ home }) => home === undefined);
  const file = mapping(
    ...headNotes(suggestions, concepts),
    ...head('terminology', SUGGESTED_ID, 'Suggested names'),
    // What extends others goes by the parties of their files.
    needsParties &&
      missing('parties', 'the two parties between whom the lean is computed; these are a guess'),
    needsParties && entry('parties', texts([left, right])),
    entry(
      'concepts',
      mappings(
        added.map((each, i) => {
          const block = conceptBlock(each, articles, examplesOf(each.named, articles, markFor(each)));
          block.spaceBefore = i > 0;
          return block;
        }),
      ),
    ),
  );
  return writeYaml(file);
}

function headNotes(
  { articles, outlets, concepts: all }: Suggestions,
  concepts: readonly SuggestedConcept[],
): (string | false)[] {
  const words = sum(outlets.map(outlet => outlet.words));
  const tested = concepts.flatMap(({ labels }) => labels.flatMap(({ apart }) => apart?.z ?? []));
  const clear = tested.filter(z => z >= CLEAR).length;
  // The z of a label is the greatest of its outlets'.
  const byChance = Math.round(tested.length * (1 - 0.975 ** Math.max(1, outlets.length)));
  const few = plural(articles, 'article is', 'articles are');
  return [
    `Suggested by \`parallax lexicon suggest\` from ${plural(articles, 'article')} of ` +
      `${outlets.map(({ outlet, words: own }) => `${outlet} (${own} words)`).join(', ')}.`,
    concepts.every(({ kind }) => kind === 'named')
      ? 'Candidates, not findings: read the places, and delete what is no choice of a name, such as house style.'
      : 'Candidates, not findings: words in the same places are often not names of the same thing. Delete those that are not.',
    outlets.length < 2
      ? 'There is one outlet, so nothing can be said about who prefers which word.'
      : `z says how far an outlet differs from the others in its own words (log-odds with a Dirichlet prior, Monroe, Colaresi and Quinn 2008), for the outlet where it is greatest. ` +
        `${clear} of ${tested.length} labels reach ${CLEAR}; of that many, about ${byChance} would by chance.`,
    (articles < 20 || words < 20_000) &&
      `${few} too little to tell a preference from chance: read the contexts, not the z.`,
    all.length > concepts.length &&
      `${all.length - concepts.length} weaker suggestions are not shown; --most shows more.`,
    concepts.every(({ kind }) => kind === 'known')
      ? 'Left to do: a source for every label (TO COMPLETE), and "favours" where sources agree.'
      : 'Left to do: a source for every label (TO COMPLETE), the parties, "favours" where sources agree, a gloss and an id of your own.',
    '`parallax lexicon check FILE` says what is missing. The examples are from your articles.',
    '',
  ];
}

/** The files whose forms must differ: a topic shares its words with others, what has none does not. */
const groupOf = (concept: Concept | undefined): string => (concept?.topical === true ? concept.lexicon : '');

/**
 * A form may be listed once: the first concept that has it keeps it, and what is no
 * choice any more is dropped.
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

/** @param ids of concepts, those in use too; a new one is added */
function newNames(concept: SuggestedConcept, ids: Set<string>, { concepts }: Lexicons): NewNames {
  const home = concept.kind === 'known' ? concepts.get(concept.id) : undefined;
  const taken = new Set(home?.labels.map(({ id }) => id));
  const named = concept.labels
    .filter(({ known }) => known === undefined)
    .map(label => ({ label, id: freshSlug(label.name, taken, 'label') }));
  return { id: home?.id ?? freshSlug(concept.id, ids, 'concept'), concept, named, home };
}

function conceptBlock(
  { concept, id, named, home }: NewNames,
  articles: ReadonlyMap<string, SentencesOf>,
  examples: readonly string[],
): YAMLMap {
  const { kind, gloss, shared, labels } = concept;
  const slots = shared.slice(0, 4).map(readable);
  const [first = '___'] = slots;
  const about = {
    known: `More names for the concept "${id}" (${gloss}). If one is a form of a label that exists, give it that label's id and no source.`,
    'same place': 'Words that occur in the same places.',
    beside: 'Words before the name of a party or place.',
    named: 'What the outlets call one and the same: delete the labels that are no choice of a name.',
  }[kind];
  return mapping(
    `${about} ${slots.join('; ')}`,
    ...labels.map(
      label => label.known !== undefined && `Listed already: ${label.known.id}. ${countsOf(label)}`,
    ),
    entry(home === undefined ? 'id' : 'extends', id),
    home === undefined && kind !== 'named' && missing('gloss', 'one line that says what all the labels name'),
    home === undefined && entry('gloss', glossOf(kind, gloss, first)),
    entry('labels', mappings(named.map(each => labelBlock(each.label, each.id, articles)))),
    entry('examples', texts(examples, { inLines: true })),
  );
}

const glossOf = (kind: SuggestedConcept['kind'], gloss: string, slot: string): string =>
  kind === 'named'
    ? gloss
    : kind === 'beside'
      ? `Words before ${slot.replace('___ ', '')}`
      : `Words in “${slot}”`;

/** A slot as a reader sees it; a party stands for all its names. */
const readable = (slot: string): string =>
  slot.replaceAll(/@([a-z0-9-]+)/g, '<$1>').replace(/(^|\s)_(?=\s|$)/, '$1___');

/** How often each outlet has a label, and which is set apart by it most. */
function countsOf({ places, apart }: SuggestedLabel): string {
  const list = [...groupBy(places, ({ outlet }) => outlet)].map(([outlet, all]) => {
    const own = all.filter(isOwn).length;
    return `${outlet} ${own}${own === all.length ? '' : ` (and ${all.length - own} in attributed words)`}`;
  });
  const z = apart === undefined ? '' : `; most distinctive of ${apart.outlet}, z ${apart.z.toFixed(2)}`;
  return `${list.join(', ')}${z}`;
}

const isOwn = ({ voice }: SuggestedPlace): boolean => voice === 'outlet';

function labelBlock(label: SuggestedLabel, id: string, articles: ReadonlyMap<string, SentencesOf>): YAMLMap {
  const shown = label.places.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a))).slice(0, SHOWN);
  return mapping(
    countsOf(label),
    ...shown.map(place => contextOf(place, articles.get(place.article)?.text ?? '')),
    entry('id', id),
    missing(
      'source',
      'who uses this word and who contests it, and where a reader can look it up: author or body, title, year',
    ),
    entry('forms', texts(label.forms)),
  );
}

/** `path:line … before [the words] after …` */
function contextOf({ path, line, start, end, sentence }: SuggestedPlace, text: string): string {
  const before = oneLine(text.slice(sentence.start, start));
  const after = oneLine(text.slice(end, sentence.end));
  const left = before.length > CONTEXT ? `… ${before.slice(-CONTEXT).replace(/^\S*\s/, '')}` : before;
  const right = after.length > CONTEXT ? `${after.slice(0, CONTEXT).replace(/\s\S*$/, '')} …` : after;
  return `${path}:${line} ${left}[${oneLine(text.slice(start, end))}]${right}`;
}
