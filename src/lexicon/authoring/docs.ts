import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Citation, LexiconKind } from '../../model/lexicon.js';
import { conceptOf, type DataOf, type LexiconData } from '../file.js';
import { parseLexicons } from '../load.js';
import { CONFIG_SCHEMA, SCHEMAS } from '../schema.js';
import { CAST_SCHEMA } from '../schema-cast.js';
import { builtInFolder, builtInLexicons } from '../sources.js';

const KIND_INTRODUCTIONS: Readonly<Record<LexiconKind, string>> = {
  parties: 'The sides of a story, and the names by which they are known.',
  terminology: 'Contested things and their rival names, each with a source that says who uses it.',
  polarity: 'Positive and negative words, on the scale of AFINN, in addition to AFINN-165 itself.',
  cues: 'Words that report what others say, and the stance they take to it.',
  roles: 'Words for what people are, and the kind of source that makes them.',
  events: 'Words for deeds that have a patient: harm, help, blame, control; as verbs and as nouns.',
  furniture: 'What on a page is not the outlet’s prose.',
  variants: 'Spellings and other choices of house style, which do not count as edits.',
  loaded: 'Words by which a writer evaluates, and words that are merely grave.',
  certainty: 'Words that make a claim sound more or less certain.',
  grammar: 'Words by the clauses that they build, which tell the agent from the patient.',
};

const INTRODUCTION = `<!-- Written by \`npm run docs\`; a test keeps it fresh. -->

# Lexicons

The words that Parallax looks for. They are data: \`npx parallax lexicon new TOPIC\` begins a file of your own,
\`lexicon check\` says what is wrong with it, and \`lexicon try FILE ARTICLES\` shows what it matches. To use it without
touching the package, give \`--lexicon FILE\` or list it in a \`parallax.config.yaml\`. In an editor that knows YAML schemas,
the first line of each file makes the editor complete and check what you type.

## How words match

1. What is written is what matches: phrases, never regular expressions. Every form is listed; nothing is stemmed. Only in polarity,
   loaded words and cues an asterisk after two letters or more stands for any ending: \`steal*\`.
2. A lower-case letter also matches a capital; a capital matches only a capital.
3. A hyphen and a space are the same, and so are straight and curly quotation marks.
4. The longest match wins, across all files of a kind. A form may be listed once per kind; terminology files that say what
   they are \`about\` may share forms, and the topic that an article names most often decides.
5. \`except\` lists longer phrases that are not counted.
6. A possessive *’s* is a word of its own. Any other punctuation mark breaks a phrase that does not contain it.
7. Every label has a \`source\`: \`text\` says whose word it is and where that can be looked up, \`url\` (an address or a DOI) where it
   can be read, \`year\` and \`kind\` (style-guide, law, party-usage, study, dictionary) what is cited, \`checked\` the day on which it was
   last found to say so. Text alone is enough in a file of your own: \`source: A. Author, A Book (2001)\`. Every concept has examples that must match, marked \`[text|label]\`, and examples that must not.
8. Seats of government count only where they can stand for the government: not after *in* or *near*, nor after a verb of motion
   and *to*.
9. A word in the events lexicons counts only where it is used as the verb or the noun it is listed as.
10. A fact is reported where one of its forms occurs and, if \`near\` lists words, one of those is within sixteen words and
    punctuation marks of it in the same sentence.
11. Terminology with \`about\` counts only in articles that name the topic in the headline, title or story, or twice in the text.
12. A concept with \`extends: ID\` adds names, exceptions and examples to the concept ID of another file; the topic and parties of
    that file apply. A label that exists there gets more \`forms\`; a new label needs its own \`source\`.
13. \`one_sided\`, of a concept or of a whole file, says why one side has more names than the other.
14. Every form is a word of the spelling lists of English, a name, or one of the \`coinages\` of its file.
15. Your own files come first. A party with \`extends: PARTY\`, by id or name, adds names, people and the rest to that party;
    one with the \`id\` or the \`name\` of a party of the package replaces it, under its id. A form of any kind that the package
    lists too counts as yours; as one of your \`except\` it counts as nothing. Entries of the other kinds are extended and changed
    in the same way, and \`without: [ID or form]\` switches off what it names. \`lexicon check\` lists what yours overrides, and
    \`lexicon diff\` what it changes. Of \`variants\`, groups that share a spelling are one group. Two files of your own must agree.
`;

/** `README.md` and the JSON Schemas of the folder of lexicons, by file name; generated, and tested fresh. */
export async function renderLexiconDocs(): Promise<Map<string, string>> {
  const schemas = Object.entries({ ...SCHEMAS, config: CONFIG_SCHEMA, cast: CAST_SCHEMA }).map(
    ([kind, schema]) => {
      const json = JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), undefined, 2);
      return [`schema/${kind}.json`, `${json}\n`] as const;
    },
  );
  return new Map([...schemas, ['README.md', await renderReadme()]]);
}

async function renderReadme(): Promise<string> {
  const lexicons = await parseLexicons(builtInLexicons());
  const kinds = (Object.keys(SCHEMAS) as LexiconKind[]).map(kind => [
    `## ${kind[0]?.toUpperCase()}${kind.slice(1)}\n\n${KIND_INTRODUCTIONS[kind]}\n`,
    ...lexicons.flatMap(({ source: { path }, data }) =>
      data.kind === kind
        ? [`### ${data.title}\n\n[\`${path}\`](${path.replace(/^lexicons\//, '')})\n\n${contentsOf(data)}`]
        : [],
    ),
  ]);
  const audit = readFileSync(join(builtInFolder, 'source-audit.md'), 'utf8');
  return [INTRODUCTION, audit, ...kinds.flat()].join('\n');
}

type CellValue = string | number | undefined;
/** The cell of each column for an item, or the key that has it; a list is written in one. */
type Columns<T> = Readonly<Record<string, keyof T | ((item: T) => CellValue)>>;

/** A table in Markdown, a row an item; columns of numbers are set to the right. Without items there is none. */
function table<T>(items: readonly T[], columns: Columns<T>): string {
  if (items.length === 0) return '';
  const line = (cells: readonly CellValue[]): string =>
    `| ${cells.map(cell => String(cell ?? '').replaceAll('|', '\\|')).join(' | ')} |\n`;
  const cellOf = (item: T, column: Columns<T>[string]): CellValue => {
    if (typeof column === 'function') return column(item);
    const value = item[column];
    return Array.isArray(value) ? value.join(', ') : (value as CellValue);
  };
  const rows = items.map(item => Object.values(columns).map(column => cellOf(item, column)));
  const rule = rows[0]?.map(cell => (typeof cell === 'number' ? '---:' : '---')) ?? [];
  return [Object.keys(columns), rule, ...rows].map(line).join('');
}

/** A source as one line, with the address at which it can be read. */
const cited = ({ source }: { readonly source?: Citation | undefined }): string => {
  const { text = '', url } = source ?? {};
  return url === undefined ? text : `${text} [Read it](${url.replace(/^doi:/, 'https://doi.org/')})`;
};

const forms = (item: { readonly forms: readonly string[] }): number => item.forms.length;

const CONTENTS: { readonly [K in LexiconKind]: (data: DataOf<K>) => string } = {
  parties: ({ parties, collectives, rivals }) =>
    table(
      [
        ...parties.map(({ names, demonyms, seats, bodies, people, ...party }) => ({
          ...('extends' in party ? { id: party.extends, name: '(added to it)' } : party),
          forms: [...names, ...demonyms, ...seats, ...[...bodies, ...people].flatMap(each => each.forms)],
        })),
        ...collectives.map(party => ({ ...party, name: `${party.name} (together)` })),
      ],
      { id: 'id', party: 'name', forms },
    ) + table(rivals, { party: ([one]) => one, 'opposed to': ([, other]) => other }),
  terminology: ({ concepts, facts }) => {
    const labels = concepts.flatMap(entry =>
      entry.labels.map(label => ({ concept: conceptOf(entry), ...label })),
    );
    const favoured = (label: (typeof labels)[number]): string =>
      label.favours ?? (label.contested === true ? 'contested' : '');
    const rivals = table(labels, {
      concept: 'concept',
      label: 'id',
      favours: favoured,
      forms,
      source: cited,
    });
    if (facts.length === 0) return rivals;
    return `${rivals}\n${table(facts, { fact: 'id', 'what is reported': 'gloss', forms })}`;
  },
  polarity: ({ words }) => table(words, { group: 'id', valence: 'valence', forms }),
  cues: ({ classes }) =>
    table(classes, { class: 'id', stance: 'stance', frames: 'frames', forms, source: cited }),
  roles: ({ roles, names }) => {
    const words = table(roles, { role: 'id', 'kind of source': 'kind', pronoun: 'refers', forms });
    if (names === undefined) return words;
    const { heads, matters, particles, given_he, given_she, given } = names;
    const joining = heads.length + matters.length + particles.length > 0;
    const givenNames = given_he.length + given_she.length + given.length > 0;
    return [
      words,
      joining &&
        `Words that continue a name across a small word: ${heads.length} for what bodies are, ${matters.length} for what they deal with, and ${particles.length} particles in people’s names.\n`,
      givenNames &&
        `Given names: ${given_he.length} of men, ${given_she.length} of women, and ${given.length} of both.\n`,
    ]
      .filter(part => part !== '' && part !== false)
      .join('\n');
  },
  events: ({ groups }) =>
    table(groups, {
      group: 'id',
      class: 'class',
      verbs: ({ verbs }) => verbs.length,
      nouns: ({ nouns }) => nouns.length,
      'subject, possessor': ({ subject, possessor }) => `${subject}, ${possessor}`,
      source: cited,
    }),
  furniture: ({ rules }) => table(rules, { rule: 'id', where: 'where', forms }),
  variants: ({ groups, endings, optional, agents }) =>
    table(
      [
        ['groups of spellings', groups.length],
        ['pairs of endings', endings.length],
        ['words that may be omitted', optional.length],
        ['words that introduce an agent', agents.length],
      ] as const,
      { what: ([what]) => what, 'how many': ([, count]) => count },
    ),
  loaded: ({ classes }) =>
    table(classes, {
      class: 'id',
      counts: ({ judges, always }) => (always ? 'always' : judges ? 'by context' : 'never'),
      forms,
      source: cited,
    }),
  certainty: ({ classes }) =>
    table(classes, { class: 'id', 'the claim’s certainty': 'effect', where: 'at', forms, source: cited }),
  grammar: ({ classes }) => table(classes, { class: 'id', forms, source: cited }),
};

const contentsOf = (data: LexiconData): string =>
  (CONTENTS[data.kind] as (data: LexiconData) => string)(data);
