/** Who does what is said and to whom, construction by construction, in sentences with the roles marked. */
import { beforeAll, describe, expect, it } from 'vitest';
import { evaluateRoles } from '../src/evaluate/roles.js';
import type { Lexicons } from '../src/index.js';
import { SemanticRoles } from '../src/parse/roles/index.js';
import { cutSentences } from '../src/parse/sentences.js';
import { lexicons } from './helpers.js';

/** `<predicate>`, `[words|agent]`, `[words|patient]`; a ground other than the structure is written behind: `agent pronoun`. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  active: [
    '[Norland|agent] <shelled> [Sudland|patient] on Monday.',
    'On Monday [the Norland army|agent] <attacked> [three Sudland villages|patient].',
    '[Norland|agent] has not <attacked> [Sudland|patient].',
    '[Norland|agent] <fired> on [Sudland|patient].',
  ],
  'passive with by': [
    '[Sudland|patient] was <shelled> by [Norland|agent].',
    '[Sudland|patient] has repeatedly been <criticized> by [Norland|agent].',
    'The ministry said [Sudland|patient] had been <attacked> overnight by [Norland|agent].',
  ],
  'agentless passive': [
    '[Sudland villagers|patient] were <killed> on Friday.',
    '[The mayor|patient] got <arrested> in Norland.',
    '[The mayor|patient] was arrested and <charged>.',
  ],
  'a state is no passive, unless somebody brought it about': [
    '[Norland|agent] is <prepared> to talk.',
    '[Norland|patient] has become increasingly <frustrated>.',
    '[Norland|patient] was <frustrated> by [Sudland|agent].',
  ],
  'participles that shorten a clause': [
    '[Villagers|patient] <killed> by [Norland|agent] were buried.',
    '[The men|patient] <wounded> in the raid were flown out.',
    '[Norland|agent] left the talks, <accusing> [Sudland|patient] of lies.',
    '<Accusing> [Sudland|patient] of lies, [Norland|agent] left the talks.',
    '[Norland|agent] closed the road after <attacking> [Sudland|patient].',
  ],
  'relative clauses': [
    '[Norland|agent], which <shelled> [Sudland|patient], denied it.',
    '[The general|agent] who <ordered> [the raid|patient] resigned.',
    '[The village|patient] that [Norland|agent] <shelled> is empty.',
    '[The men|agent] who attacked the village <fled> north.',
  ],
  'infinitives, done by the subject': [
    '[Norland|agent] vowed to <attack> [Sudland|patient].',
    '[Norland|agent] has threatened Westland to <attack> [Sudland|patient].',
    '[Norland|agent] was expected to <help> [Sudland|patient].',
    "[Norland|agent]'s plan to <seize> [the port|patient] failed.",
  ],
  'infinitives, done by the object': [
    'Norland urged [Sudland|agent] to <free> [the prisoners|patient].',
    'Norland called on [Sudland|agent] to <free> [the prisoners|patient].',
    'Norland accused [Sudland|agent] of <killing> [prisoners|patient].',
    'Norland accused [Sudland|agent] on Monday of <killing> [prisoners|patient].',
    'Norland tried to stop [Sudland|agent] from <taking> [the port|patient].',
  ],
  'accused of it': ['[Norland|agent] was accused of <attacking> [Sudland|patient].'],
  lists: [
    '[Norland|agent] attacked Sudland and <seized> [the port|patient].',
    '[Norland and Westland|agent] <accused> [Sudland|patient].',
    '[Sudland|patient] was <attacked> by [Norland and Westland|agent].',
  ],
  'reported clauses': [
    'Westland said [Norland|agent] had <attacked> [Sudland|patient].',
    'Westland said that [Sudland|patient] had been <attacked> by [Norland|agent].',
    '“We are ready,” <said> [Norland|agent].',
  ],
  'nouns of action': [
    'The <shelling> of [Sudland|patient] by [Norland|agent] went on.',
    "[Norland|agent]'s <attacks> on [Sudland|patient] went on.",
    'A [Norland|agent] <attack> on [Sudland|patient] failed.',
    'An <attack> by [Norland|agent] failed.',
    '<Criticism> of [Sudland|patient] from [Norland|agent] grew.',
    '<Support> for [Sudland|patient] grew.',
  ],
  'nouns lent by a verb': [
    '[Norland|agent] launched an <attack> on [Sudland|patient].',
    '[Sudland|patient] came under <attack>.',
    '[Sudland|patient] faced heavy <criticism>.',
    '[Sudland|patient] drew <complaints> from [Norland|agent].',
  ],
  adjectives: ['[Norland|agent] is <critical> of [Sudland|patient].'],
  'a name and what takes it up': [
    '[Mara Lind|agent pronoun] smiled when she <praised> the plan.',
    '“We <trust> nobody,” [Mara Lind|agent pronoun] said.',
    '[Mara Lind|patient pronoun] left after the council <sacked> her.',
  ],
};

interface Marked {
  readonly text: string;
  readonly predicate: readonly [number, number];
  readonly parties: readonly { readonly span: readonly [number, number]; readonly expected: string }[];
}

function read(sentence: string): Marked {
  let text = '';
  let predicate: [number, number] = [0, 0];
  const parties: { span: [number, number]; expected: string }[] = [];
  let done = 0;
  for (const match of sentence.matchAll(/<([^>]+)>|\[([^|\]]+)\|([^\]]+)\]/g)) {
    text += sentence.slice(done, match.index);
    const words = match[1] ?? match[2] ?? '';
    const span: [number, number] = [text.length, text.length + words.length];
    if (match[1] !== undefined) predicate = span;
    else parties.push({ span, expected: match[3] as string });
    text += words;
    done = match.index + match[0].length;
  }
  return { text: text + sentence.slice(done), predicate, parties };
}

let given: Lexicons;

beforeAll(async () => {
  given = await lexicons();
});

function rolesIn({ text, predicate: [, end], parties }: Marked): string[] {
  const cut = cutSentences(text, [{ index: 0, zone: 'body', start: 0, end: text.length }], given.words(text));
  const tokenAt = (offset: number): number => cut.end.findIndex(stop => stop > offset);
  const roles = new SemanticRoles(cut, given);
  const predicate = roles.predicateAt(tokenAt(end - 1));
  return parties.map(({ span: [from, to] }) => {
    const { role, ground } = roles.roleOf(predicate, tokenAt(from), tokenAt(to - 1) + 1) ?? {};
    return `${text.slice(from, to)}: ${role}${ground === 'structure' ? '' : ` ${ground}`}`;
  });
}

describe.each(Object.entries(SENTENCES))('%s', (_, sentences) => {
  it.each(sentences)('%s', sentence => {
    const marked = read(sentence);
    expect(rolesIn(marked)).toEqual(
      marked.parties.map(({ span: [from, to], expected }) => `${marked.text.slice(from, to)}: ${expected}`),
    );
  });
});

it('does not see who is named: exchanging the names exchanges nothing but the names', () => {
  const turn = (text: string): string =>
    text.replace(/Norland|Sudland/g, name => (name === 'Norland' ? 'Sudland' : 'Norland'));
  for (const sentence of Object.values(SENTENCES).flat())
    expect(rolesIn(read(turn(sentence)))).toEqual(rolesIn(read(sentence)).map(turn));
});

it('is nothing to itself', () => {
  const marked = read('Norland <attacked> Sudland.');
  const text = marked.text;
  const cut = cutSentences(text, [{ index: 0, zone: 'body', start: 0, end: text.length }], given.words(text));
  const roles = new SemanticRoles(cut, given);
  expect(roles.roleOf(roles.predicateAt(1), 0, 3)).toBeUndefined();
});

describe('evaluate roles', () => {
  const party = (name: string, span: [number, number] | null) => ({ name, span });
  const row = {
    id: 'a',
    sentences: ['Norland attacked Sudland.', 'It was attacked again.'],
    events: [
      {
        sentence: 0,
        predicate: [8, 16] as [number, number],
        agent: [party('Norland', [0, 7])],
        patient: [party('Sudland', [17, 24])],
      },
      {
        sentence: 1,
        predicate: [7, 15] as [number, number],
        agent: [party('Norland', null)],
        patient: [party('Sudland', null)],
      },
    ],
  };

  it('counts all parties, and those that are named', () => {
    const { articles, named, accuracy } = evaluateRoles([row], given);
    expect([articles, named.value, named.n]).toEqual([1, 1, 2]);
    // Two that are not named get one answer, and one of them is wrong.
    expect([accuracy.value, accuracy.n]).toEqual([0.75, 4]);
  });

  it('counts a wrong answer as one', () => {
    const [first] = row.events;
    const turned = {
      ...row,
      events: [{ ...first, agent: first?.patient ?? [], patient: first?.agent ?? [] }],
    };
    const { named } = evaluateRoles([turned as typeof row], given);
    expect([named.value, named.n]).toEqual([0, 2]);
  });

  it('gives a party that is not named the role that is left', () => {
    const [first] = row.events;
    const half = { ...row, events: [{ ...first, patient: [party('Sudland', null)] }] };
    expect(evaluateRoles([half as typeof row], given).accuracy.value).toBe(1);
  });
});
