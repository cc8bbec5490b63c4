import type { Lexicons } from '../../model/lexicon.js';
import { formUnits } from '../matcher.js';
import { fold } from '../words.js';
import { slugOf } from '../yaml.js';
import { TO_COMPLETE } from './notes.js';

/** What somebody who begins a lexicon says of it. */
export interface Plan {
  readonly topic: string;
  /** Names of the two parties. */
  readonly parties: readonly [string, string];
  readonly concepts: readonly { readonly gloss: string | undefined; readonly names: readonly string[] }[];
  /** What names the topic; none if the labels are to count in every article. */
  readonly about: readonly string[];
}

/** A party of a plan: one that the lexicons in force know, or one that is to be defined. */
export interface PlannedParty {
  readonly id: string;
  readonly name: string;
  readonly known: boolean;
}

/** The party that a name means: by its id, its name, or any form that it is known by; else a new one. */
export function partyNamed(name: string, lexicons: Lexicons): PlannedParty {
  const same = (other: string): boolean => fold(other) === fold(name.trim());
  for (const party of lexicons.parties.values())
    if (same(party.id) || same(party.name) || slugOf(name) === party.id)
      return { id: party.id, name: party.name, known: true };
  const words = lexicons.words(name);
  const [match] = lexicons.party.find(words, 0, words.length);
  const party = match?.first === 0 && match.last === words.length && lexicons.parties.get(match.value.party);
  if (party) return { id: party.id, name: party.name, known: true };
  return { id: slugOf(name) || 'party', name: name.trim(), known: false };
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
  const inName = (other: string): boolean => holds(name, other);
  const [before, after] =
    FRAMES.find(
      ([open, close]) =>
        !names.some(other => holds(open, other) || holds(close, other)) &&
        names.every(other => inName(other) || !holds(open + name + close, other)),
    ) ?? (FRAMES.at(-1) as (typeof FRAMES)[number]);
  return `${before}[${name}|${label}]${after}`;
}

/**
 * Lexicon files for a plan, by name: the terminology, and a parties file if a party is not known yet. They are sound as
 * they are; what is left to the author says `TO COMPLETE`.
 *
 * @param schemaOf where the schema of a kind lies, as an editor finds it from the file
 */
export function writeLexicon(
  { topic, concepts, about }: Plan,
  parties: readonly PlannedParty[],
  schemaOf: (kind: string) => string,
): Map<string, string> {
  const id = slugOf(topic) || 'topic';
  const title = topic.trim();
  const files = new Map<string, string>();
  const unknown = parties.filter(({ known }) => !known);
  if (unknown.length > 0) {
    files.set(
      `${id}-parties.yaml`,
      [
        `# yaml-language-server: $schema=${schemaOf('parties')}`,
        '#',
        '# Who the sides are, and by which names articles call them. What is written is what matches; a small letter',
        '# accepts a capital, a capital demands one. Take the "# " away before a line to use it. People and bodies matter: a',
        '# quotation counts for a party only if its speaker is listed, or named with the party.',
        'kind: parties',
        `id: ${scalar(`${id}-parties`)}`,
        `title: ${scalar(`Parties: ${title}`)}`,
        'parties:',
        ...unknown.flatMap(party => [
          `  - id: ${scalar(party.id)}`,
          `    name: ${scalar(party.name)}   # how reports call it`,
          '    names:',
          `      - ${scalar(party.name)}`,
          '      # and short names, if nobody else is called so in your articles: the council, the Front',
          '    # demonyms: [Ruritanian, Ruritanians]     # its people, and what is theirs',
          '    # seats: [Strelsau]                       # capitals that can stand for the government',
          '    # bodies:',
          '    #   - name: Ruritanian Ministry of Defence',
          '    #     role: military                      # official, military, civilian or media',
          '    #     forms: [Ruritanian defence ministry, Ruritanian army]',
          '    # people:',
          '    #   - name: Rudolf Rassendyll',
          '    #     role: official',
          '    #     forms: [Rudolf Rassendyll, Rassendyll]',
          '    # except: [Ruritania Street]              # longer names that mean something else',
        ]),
        '',
      ].join('\n'),
    );
  }
  const taken = new Set<string>();
  /** An id that is not given yet. */
  const fresh = (name: string, among: Set<string>): string => {
    const plain = slugOf(name) || 'name';
    let free = plain;
    for (let n = 2; among.has(free); n++) free = `${plain}-${n}`;
    among.add(free);
    return free;
  };
  const [first, second] = parties.map(party => party.id) as [string, string];
  const lines = [
    `# yaml-language-server: $schema=${schemaOf('terminology')}`,
    '#',
    `# Rival names in: ${oneLine(title)}. What is left for you to write says ${TO_COMPLETE}; "parallax lexicon check" lists it.`,
    '# What is written is what matches: list every form (fence, fences, fenced); a small letter accepts a capital, a',
    '# capital demands one; hyphen and space are the same.',
    'kind: terminology',
    `id: ${scalar(id)}`,
    `title: ${scalar(title)}`,
    '# The lean is the share of namings that favour the first party minus the share that favour the second.',
    `parties: [${scalar(first)}, ${scalar(second)}]`,
    '# With "about", the labels count only in articles that name one of these in the headline, title or story, or twice:',
    '# then everyday words may be labels.',
    ...(about.length === 0
      ? ['# about:', `#   - ${scalar(title)}`]
      : ['about:', ...about.map(form => `  - ${scalar(form)}`)]),
    '# Each concept is one contested thing; its labels are the rival names for it.',
    'concepts:',
  ];
  const forms = concepts.flatMap(({ names }) => names);
  for (const { gloss, names } of concepts) {
    const labels = new Set<string>();
    const ids = names.map(name => fresh(name, labels));
    const neutral = NEUTRAL.find(sentence => !forms.some(form => holds(sentence, form)));
    lines.push(
      `  - id: ${scalar(fresh(`${id}-${ids[0]}`, taken))}`,
      `    gloss: ${scalar(gloss ?? `What is called ${names.slice(0, -1).join(', ')} or ${names.at(-1)}`)}`,
      '    labels:',
    );
    for (const [l, name] of names.entries())
      lines.push(
        `      - id: ${scalar(ids[l] as string)}`,
        ...(l === 0
          ? [
              `        # favours: ${first}   # or ${second}: only where sources agree whose word it is; else leave it out`,
            ]
          : []),
        `        source: ${scalar(`${TO_COMPLETE}: who uses this name, or says whose it is: author or body, title, year`)}`,
        '        forms:',
        `          - ${scalar(name)}`,
      );
    lines.push(
      '    # except:   # longer phrases that hold one of the forms and mean something else',
      `    #   - ${scalar(`${names[0]} of words`)}`,
      '    examples:   # [text|label] marks what must match; nothing else may',
      ...names.map((name, l) => `      - ${JSON.stringify(exampleOf(name, ids[l] as string, forms))}`),
      `      - ${JSON.stringify(neutral)}`,
    );
  }
  files.set(`${id}.yaml`, `${lines.join('\n')}\n`);
  return files;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** Whether a form stands in a sentence, capitals aside. */
const holds = (sentence: string, form: string): boolean =>
  ` ${formUnits(sentence).map(fold).join(' ')} `.includes(` ${formUnits(form).map(fold).join(' ')} `);

/** A text as YAML: plain where that is safe, else between quotation marks, in which JSON is YAML. */
const scalar = (text: string): string =>
  /^[A-Za-z][\w' -]*[\w]$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text);
