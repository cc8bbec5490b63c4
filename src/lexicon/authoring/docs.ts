import { z } from 'zod';
import type { LexiconKind } from '../../model/lexicon.js';
import { conceptOf } from '../file.js';
import { builtInLexicons, parseLexicons } from '../load.js';
import { CONFIG_SCHEMA, SCHEMAS } from '../schema.js';

const KIND_INTRODUCTIONS: Readonly<Record<LexiconKind, string>> = {
  parties: 'Who the sides of a story are, and by which names they are known.',
  terminology: 'Contested things and their rival names, each with a source for who uses it.',
  polarity: 'Words that are grim or kind, on the scale of AFINN, over and above AFINN-165 itself.',
  cues: 'Words that report what others say, and how they stand to it.',
  roles: 'Words for what people are, and what kind of source that makes them.',
  events: 'Words for what is done to others: harm, help, blame, control; as verbs and as nouns.',
  furniture: 'What on a page is not the outlet’s prose.',
  variants: 'Spellings and other choices of house style, which are no edits of what is said.',
  loaded: 'Words by which a writer judges what is told, and words that are merely grave and report.',
  certainty: 'Words that lend a claim certainty, or withhold it.',
};

/** `README.md` and the JSON Schemas of the folder of lexicons, by file name; generated, and tested fresh. */
export async function renderLexiconDocs(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const [kind, schema] of Object.entries({ ...SCHEMAS, config: CONFIG_SCHEMA }))
    files.set(
      `schema/${kind}.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), undefined, 2)}\n`,
    );
  files.set('README.md', await renderReadme());
  return files;
}

async function renderReadme(): Promise<string> {
  const lexicons = await parseLexicons(builtInLexicons());
  const lines = [
    '<!-- Written by `npm run docs`; a test keeps it fresh. -->',
    '',
    '# Lexicons',
    '',
    'The words that Parallax looks for. They are data: `npx parallax lexicon new TOPIC` begins a file of your own,',
    '`lexicon check` says what is wrong with it, `lexicon try FILE ARTICLES` shows what it matches. `--lexicon FILE`, or a',
    '`parallax.config.yaml` that lists it, uses it without touching the package. In an editor that knows YAML schemas, the',
    'first line of each file completes and checks what you type.',
    '',
    '## How words match',
    '',
    '1. What is written is what matches: phrases, never patterns. Every form is listed; nothing is stemmed.',
    '2. A small letter accepts a capital; a capital demands one.',
    '3. Hyphen and space are the same; straight and curly quotation marks are the same.',
    '4. The longest match wins, over all files of a kind. A form stands once per kind; terminology that says what it is',
    '   `about` may share forms, and the topic that an article names most decides.',
    '5. `except` lists longer phrases that count nothing.',
    '6. A possessive *’s* is a word of its own. Any other mark breaks a phrase that does not contain it.',
    '7. Every label has a `source`. Every concept has examples that must match, marked `[text|label]`, and examples that must not.',
    '8. Seats of government count only where they can stand for the government: not after *in*, *near*, or a verb of going and *to*.',
    '9. A word of the events lexicons counts where its place in the sentence makes it the verb or the noun that it is listed as.',
    '10. A fact is reported where one of its forms stands and, if `near` lists words, one of them within sixteen words and marks in the sentence.',
    '11. Terminology with `about` counts only in articles whose headline, title or story names the topic, or whose text does twice.',
    '12. A concept that says `extends: ID` adds names, exceptions and examples to the concept ID of another file; it counts by the topic',
    '    and between the parties of that file. A label that is there gets more `forms`; a new one needs its `source`.',
    '',
  ];
  for (const kind of Object.keys(SCHEMAS) as LexiconKind[]) {
    lines.push(`## ${kind[0]?.toUpperCase()}${kind.slice(1)}`, '', KIND_INTRODUCTIONS[kind], '');
    for (const { source, data } of lexicons) {
      if (data.kind !== kind) continue;
      lines.push(
        `### ${data.title}`,
        '',
        `[\`${source.path}\`](${source.path.replace(/^lexicons\//, '')})`,
        '',
      );
      switch (data.kind) {
        case 'parties':
          lines.push('| id | party | forms |', '| --- | --- | ---: |');
          for (const { id, name, names, demonyms, seats, bodies, people } of data.parties) {
            const forms = [
              names,
              demonyms,
              seats,
              ...bodies.map(each => each.forms),
              ...people.map(each => each.forms),
            ];
            lines.push(`| ${id} | ${name} | ${forms.flat().length} |`);
          }
          for (const { id, name, forms } of data.collectives)
            lines.push(`| ${id} | ${name} (together) | ${forms.length} |`);
          break;
        case 'terminology':
          lines.push('| concept | label | favours | forms | source |', '| --- | --- | --- | ---: | --- |');
          for (const entry of data.concepts)
            for (const { id, favours, contested, forms, source: citation = '' } of entry.labels)
              lines.push(
                `| ${conceptOf(entry)} | ${id} | ${favours ?? (contested === true ? 'contested' : '')} | ${forms.length} | ${citation.replaceAll('|', '\\|')} |`,
              );
          if (data.facts.length > 0)
            lines.push('', '| fact | what is reported | forms |', '| --- | --- | ---: |');
          for (const { id, gloss, forms } of data.facts) lines.push(`| ${id} | ${gloss} | ${forms.length} |`);
          break;
        case 'polarity':
          lines.push('| group | valence | forms |', '| --- | ---: | ---: |');
          for (const { id, valence, forms } of data.words)
            lines.push(`| ${id} | ${valence} | ${forms.length} |`);
          break;
        case 'cues':
          lines.push('| class | stance | frames | forms | source |', '| --- | --- | --- | ---: | --- |');
          for (const { id, stance, frames, forms, source: citation } of data.classes)
            lines.push(`| ${id} | ${stance} | ${frames.join(', ')} | ${forms.length} | ${citation} |`);
          break;
        case 'roles':
          lines.push('| role | kind of source | pronoun | forms |', '| --- | --- | --- | ---: |');
          for (const { id, kind: source, refers, forms } of data.roles)
            lines.push(`| ${id} | ${source} | ${refers ?? ''} | ${forms.length} |`);
          if (data.names !== undefined) {
            const { heads, matters, particles } = data.names;
            lines.push(
              '',
              `Names go on over a small word after ${heads.length} words for bodies and before ${matters.length} for what they do, and over ${particles.length} particles of people.`,
            );
          }
          break;
        case 'events':
          lines.push(
            '| group | class | verbs | nouns | subject, possessor | source |',
            '| --- | --- | ---: | ---: | --- | --- |',
          );
          for (const { id, class: of, verbs, nouns, subject, possessor, source: citation } of data.groups)
            lines.push(
              `| ${id} | ${of} | ${verbs.length} | ${nouns.length} | ${subject}, ${possessor} | ${citation} |`,
            );
          break;
        case 'furniture':
          lines.push('| rule | where | forms |', '| --- | --- | ---: |');
          for (const { id, where, forms } of data.rules)
            lines.push(`| ${id} | ${where.join(', ')} | ${forms.length} |`);
          break;
        case 'variants':
          lines.push('| what | how many |', '| --- | ---: |');
          lines.push(`| groups of spellings | ${data.groups.length} |`);
          lines.push(`| pairs of endings | ${data.endings.length} |`);
          lines.push(`| words that may be left out | ${data.optional.length} |`);
          lines.push(`| words that name a doer | ${data.agents.length} |`);
          break;
        case 'loaded':
          lines.push('| class | judges | forms | source |', '| --- | --- | ---: | --- |');
          for (const { id, judges, always, forms, source: citation } of data.classes)
            lines.push(
              `| ${id} | ${always ? 'always' : judges ? 'by context' : 'never'} | ${forms.length} | ${citation} |`,
            );
          break;
        case 'certainty':
          lines.push(
            '| class | the claim’s certainty | where | forms | source |',
            '| --- | --- | --- | ---: | --- |',
          );
          for (const { id, effect, at, forms, source: citation } of data.classes)
            lines.push(`| ${id} | ${effect} | ${at.join(', ')} | ${forms.length} | ${citation} |`);
      }
      lines.push('');
    }
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
