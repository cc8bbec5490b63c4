import type { YAMLMap } from 'yaml';
import { CITATION_KINDS, type Lexicons } from '../../model/lexicon.js';
import { freshSlug, slugOf } from '../../model/slug.js';
import { formUnits } from '../matcher.js';
import { fold } from '../words.js';
import { entry, head, mapping, mappings, TO_COMPLETE, texts, writeYaml } from './write.js';

/** What somebody who begins a lexicon says of it. */
export interface LexiconPlan {
  readonly topic: string;
  /** Names of the two parties. */
  readonly parties: readonly [string, string];
  readonly concepts: readonly { readonly gloss: string | undefined; readonly names: readonly string[] }[];
  /** What names the topic; none if the labels are to count in every article. */
  readonly about: readonly string[];
}

/** A party of a plan: one that the lexicons in use know, or one that is to be defined. */
export interface PlannedParty {
  readonly id: string;
  readonly name: string;
  readonly known: boolean;
}

/** The party that a name means: by its id, its name, or any form that it is known by; else a new one. */
export function partyNamed(name: string, lexicons: Lexicons): PlannedParty {
  const same = (other: string): boolean => fold(other) === fold(name.trim());
  const words = lexicons.words(name);
  const [match] = lexicons.party.find(words, 0, words.length);
  const whole = match?.first === 0 && match.last === words.length ? match.value.party : '';
  const party =
    [...lexicons.parties.values()].find(
      each => same(each.id) || same(each.name) || slugOf(name) === each.id,
    ) ?? lexicons.parties.get(whole);
  return party === undefined
    ? { id: slugOf(name) || 'party', name: name.trim(), known: false }
    : { id: party.id, name: party.name, known: true };
}

/** Sentences for examples that must not match, and frames for those that must: one of each will hold no other name. */
const NEUTRAL = [
  'Nobody spoke about it on Monday.',
  'The ministers met twice in the spring.',
  'It rained all day, and the school sent its children home.',
  '…',
];
const FRAMES = [
  ['They wrote of the ', ' on Monday.'],
  ['Some call it ', '.'],
  ['“', '”'],
] as const;

/** A sentence with a name in it that nothing but the name matches. */
function exampleOf(name: string, label: string, names: readonly string[]): string {
  const [before, after] =
    FRAMES.find(
      ([open, close]) =>
        !names.some(other => holds(open, other) || holds(close, other)) &&
        names.every(other => holds(name, other) || !holds(open + name + close, other)),
    ) ?? (FRAMES.at(-1) as (typeof FRAMES)[number]);
  return `${before}[${name}|${label}]${after}`;
}

/**
 * Lexicon files for a plan, by name: the terminology, and a parties file if a party is not known yet. They are valid as
 * they are; what is left to the author says `TO COMPLETE`.
 *
 * @param schemaOf where the schema of a kind lies, as an editor finds it from the file
 * @param otherForms the other forms of a name, which its author may want too
 */
export function writeLexicon(
  plan: LexiconPlan,
  parties: readonly PlannedParty[],
  schemaOf: (kind: string) => string,
  otherForms: (name: string) => readonly string[],
): Map<string, string> {
  const id = slugOf(plan.topic) || 'topic';
  const unknown = parties.filter(({ known }) => !known);
  const other = parties.find(({ known }) => known)?.id ?? 'ruritania';
  const files = new Map<string, string>();
  if (unknown.length > 0)
    files.set(
      `${id}-parties.yaml`,
      writeYaml(partiesFile(id, plan.topic.trim(), unknown, other, schemaOf('parties'))),
    );
  return files.set(
    `${id}.yaml`,
    writeYaml(terminologyFile(id, plan, parties, schemaOf('terminology'), otherForms)),
  );
}

const partiesFile = (
  id: string,
  title: string,
  parties: readonly PlannedParty[],
  other: string,
  schema: string,
): YAMLMap =>
  mapping(
    `yaml-language-server: $schema=${schema}`,
    '',
    'The sides, and the names by which articles know them. What is written is what matches; a lower-case letter accepts a',
    'capital, a capital requires one. Remove the "# " before a line to use it. People and bodies matter: a quotation counts',
    'for a party only if its speaker is listed, or named with the party.',
    ...head('parties', `${id}-parties`, `Parties: ${title}`),
    entry(
      'parties',
      mappings(
        parties.map(party =>
          mapping(
            entry('id', party.id),
            entry('name', party.name, 'as reports show it'),
            entry(
              'names',
              texts([party.name], {
                kept: ['and short names, if nobody else in your articles has them: the council, the Front'],
              }),
            ),
            'demonyms: [Ruritanian, Ruritanians]     # its people, and what is theirs',
            'seats: [Strelsau]                       # capitals that can stand for the government',
            'bodies:',
            '  - name: Ruritanian Ministry of Defence',
            '    role: military                      # official, military, civilian or media',
            '    forms: [Ruritanian defence ministry, Ruritanian army]',
            'people:',
            '  - name: Rudolf Rassendyll',
            '    role: official',
            '    forms: [Rudolf Rassendyll, Rassendyll]',
            'except: [Ruritania Street]              # longer names that mean something else',
          ),
        ),
        [
          `- extends: ${other}   # more for a party that is known already, by its id or name`,
          '  people:',
          '    - name: Rupert Hentzau',
          '      role: official',
          '      forms: [Rupert Hentzau, Hentzau]',
        ],
      ),
    ),
  );

function terminologyFile(
  id: string,
  { topic, concepts, about }: LexiconPlan,
  parties: readonly PlannedParty[],
  schema: string,
  otherForms: (name: string) => readonly string[],
): YAMLMap {
  const title = topic.trim();
  const forms = concepts.flatMap(({ names }) => names);
  const taken = new Set<string>();
  return mapping(
    `yaml-language-server: $schema=${schema}`,
    '',
    `Rival names in: ${title}. What is left for you to write says ${TO_COMPLETE}; "parallax lexicon check" lists it.`,
    'What is written is what matches: list every form (fence, fences, fenced). A lower-case letter accepts a capital, a',
    'capital requires one; hyphen and space are the same.',
    ...head('terminology', id, title),
    'The lean is the share of namings that favour the first party minus the share that favour the second.',
    entry('parties', texts(parties.map(party => party.id))),
    'With "about", the labels count only in articles that name one of these in the headline, title or story, or twice in',
    'the text, so that everyday words can be labels.',
    about.length === 0 ? `about: [${JSON.stringify(title)}]` : entry('about', texts(about)),
    'Each concept is one contested thing; its labels are the rival names for it.',
    entry(
      'concepts',
      mappings(concepts.map(concept => conceptBlock(concept, id, parties, forms, taken, otherForms))),
    ),
  );
}

function conceptBlock(
  { gloss, names }: LexiconPlan['concepts'][number],
  topic: string,
  parties: readonly PlannedParty[],
  forms: readonly string[],
  taken: Set<string>,
  otherForms: (name: string) => readonly string[],
): YAMLMap {
  const labels = new Set<string>();
  const ids = names.map(name => freshSlug(name, labels, 'name'));
  const [first, second] = parties;
  const neutral = NEUTRAL.find(sentence => !forms.some(form => holds(sentence, form))) as string;
  return mapping(
    entry('id', freshSlug(`${topic}-${ids[0]}`, taken, 'concept')),
    entry('gloss', gloss ?? `What is called ${names.slice(0, -1).join(', ')} or ${names.at(-1)}`),
    entry(
      'labels',
      mappings(
        names.map((name, l) =>
          mapping(
            entry('id', ids[l] as string),
            l === 0 &&
              `favours: ${first?.id}   # or ${second?.id}: only where sources agree whose word it is; else leave it out`,
            entry(
              'source',
              mapping(
                entry(
                  'text',
                  `${TO_COMPLETE}: who uses this name, or says whose it is: author or body, title, year`,
                ),
                'url: https://example.org/style-guide   # where it can be read, or doi:10.1000/182',
                'year: 2022',
                `kind: ${CITATION_KINDS[0]}   # or ${CITATION_KINDS.slice(1).join(', ')}`,
              ),
            ),
            entry('forms', texts([name]), alsoOf(otherForms(name))),
          ),
        ),
      ),
    ),
    `except: [${JSON.stringify(`${names[0]} of words`)}]   # longer phrases that contain one of the forms and mean something else`,
    '[text|label] marks what must match; nothing else may',
    entry(
      'examples',
      texts([...names.map((name, l) => exampleOf(name, ids[l] as string, forms)), neutral], {
        inLines: true,
      }),
    ),
  );
}

const alsoOf = (forms: readonly string[]): string | undefined =>
  forms.length === 0 ? undefined : `if you mean them, also ${forms.join(', ')}`;

/** Whether a form occurs in a sentence, capitals aside. */
const holds = (sentence: string, form: string): boolean =>
  ` ${formUnits(sentence).map(fold).join(' ')} `.includes(` ${formUnits(form).map(fold).join(' ')} `);
