import type { BlockContent } from 'mdast';
import type { Report } from '../model/profile.js';
import { LEAST_CASES } from '../model/profile.js';
import { code, heading, list, paragraph, strong, table } from './markdown.js';
import { plural } from './words.js';

/** How it was measured, with the limits, and what makes the page reproducible: the last part of every page. */
export function methodSection(
  report: Report,
  articles: Report['profiles'][number]['articles'],
): BlockContent[] {
  return [
    heading(2, 'How this was measured'),
    paragraph(
      'Every figure is a sum over passages of the articles, divided by what is named beside it; the passages are in ',
      code('data/evidence.jsonl'),
      '. Whose words they are is decided before anything is counted: the outlet’s own (headlines and captions included), ' +
        'its own in distancing quotation marks, somebody else’s as it retells them, or as it quotes them. ' +
        'Ranges are 95% intervals: Wilson’s for shares; for means a bootstrap over sentences, or over articles from five articles on. ' +
        `Two outlets are not contrasted where either has fewer than ${LEAST_CASES} cases.`,
    ),
    ...report.passes.flatMap(({ name, question, method, limits, reference }) => [
      paragraph(
        strong(`${name[0]?.toUpperCase()}${name.slice(1)}. ${question}`),
        ` ${method} `,
        strong('Limits:'),
        ` ${limits} `,
        strong('After:'),
        ` ${reference}`,
      ),
    ]),
    ...OVER_THE_STORY.map(({ title, method, limits, reference }) =>
      paragraph(
        strong(title),
        ` ${method} `,
        strong('Limits:'),
        ` ${limits} `,
        strong('After:'),
        ` ${reference}`,
      ),
    ),
    heading(3, 'How right it was on public data'),
    ...accuracy(report),
    heading(3, 'To reproduce it'),
    list([
      `Parallax ${report.version}`,
      ...report.lexicons.files.map(({ kind, id, digest }) => [
        `${kind} lexicon `,
        code(id),
        ' ',
        code(digest),
      ]),
      ...articles.map(({ path, digest }) => ['article ', code(path), ' ', code(digest)]),
    ]),
    ...furniture(articles),
  ];
}

/** What is asked of all articles of the story together, told as the passes tell theirs. */
const OVER_THE_STORY = [
  {
    title: 'Shared copy. What did an outlet change in sentences that others also ran?',
    method:
      'Sentences of two outlets are laid side by side word for word if they share runs of three words. They are one piece of copy if two thirds of ' +
      'their words are the same in the same order, or half of them in long runs; parts of sentences need twelve such words, seven in ten of the ' +
      'stretch. Marks and capitals do not count as edits; spellings that the variants lexicons list are called house style. If hardly anything but ' +
      'quoted words, and who spoke them, is in common, it is speech, unless the sentence before or behind is copy too. The share of an article is its words in such ' +
      'stretches, edited words left out.',
    limits:
      'It shows that two outlets have the same words, not who had them first. Copy that was rewritten throughout is not seen. What an edit touches ' +
      'is judged by the lexicons.',
    reference:
      'Clough, Gaizauskas, Piao and Wilks 2002 (METER: measuring text reuse); Myers 1986 (the alignment).',
  },
  {
    title: 'Coverage. What do others report that this outlet does not?',
    method:
      'Items are the facts that terminology lexicons declare, and what is found in the articles: names by their capitals, figures, dates, common ' +
      'nouns. Each is looked for in every article in all the forms given; its first place is shown. Telling is what most outlets have, early, beside ' +
      'a party and a word of harm.',
    limits:
      'Words are looked for, not meanings: an outlet that tells of a thing in words that are not in the list counts as silent on it, so check ' +
      'the forms. Two people of one surname are one item, unless one article names both. That something is not in these articles does not say that the outlet never reported it.',
    reference: 'Hamborg, Donnay and Gipp 2019 (commission and omission of information).',
  },
  {
    title: 'Contrasts. On what do two outlets differ, and by which words?',
    method:
      'The difference of two pooled values, with an interval from theirs, and what each word adds to it. It is told if the interval holds no zero with ' +
      'text that both ran and without, and if it stands among so many looks at a false discovery rate of .20 (“likely”) or .05 (“clear”). Each is tried ' +
      'again without every lexicon entry in turn, and with the words of others counted too; what fails is said, and “clear” then is “likely”, as it ' +
      'is with fewer than five articles. How much more text it would take is reckoned from the values as they are.',
    limits:
      'Words of one article hang together, so intervals over sentences are rather too narrow. A difference that cannot be told may well be there.',
    reference:
      'Newcombe 1998; Zou and Donner 2008 (intervals); Altman and Bland 2011 (p from an interval); Benjamini and Hochberg 1995 (false discovery rate).',
  },
] as const;

function accuracy({ accuracy: figures }: Report): BlockContent[] {
  return [
    table(
      ['measured on', 'figure', 'value', '95%', 'of'],
      figures.map(({ set, title, value, low, high, n, of }) => [
        set,
        title,
        value.toFixed(3),
        `${low.toFixed(3)} to ${high.toFixed(3)}`,
        `${n} ${of}`,
      ]),
    ),
    paragraph(
      'Those are other articles than these: check what matters against the passages. By sentiment two ' +
        'outlets are ordered little better than by a coin, so hardly any such order is told. How right the terminology and the mentions are has not been measured; they are word lists, and ' +
        'what they find is listed.',
    ),
  ];
}

function furniture(articles: Report['profiles'][number]['articles']): BlockContent[] {
  const items = articles.flatMap(article =>
    article.furniture.map(({ rule, text, line }) => [
      code(`${article.path}:${line}`),
      ` ${rule}: ${text.length > 90 ? `${text.slice(0, 90)} …` : text}`,
    ]),
  );
  if (items.length === 0) return [];
  return [
    heading(3, 'Set aside as furniture of the page'),
    paragraph(
      `${plural(items.length, 'piece')} of text that ${items.length === 1 ? 'is' : 'are'} not the outlet’s prose and not counted:`,
    ),
    list(items),
  ];
}
