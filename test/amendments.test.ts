import { describe, expect, it } from 'vitest';
import { overrideNotes } from '../src/lexicon/authoring/override-notes.js';
import type { LexiconSource } from '../src/lexicon/file.js';
import { buildLexicons, checkLexicons, parseLexicons } from '../src/lexicon/load.js';
import { matcherOf } from '../src/lexicon/matcher.js';
import { settle } from '../src/lexicon/overrides.js';
import { builtInLexicons } from '../src/lexicon/sources.js';
import type { LexiconKind, Lexicons } from '../src/model/lexicon.js';

const own = (kind: LexiconKind, text: string, name = 'mine.yaml'): LexiconSource => ({
  path: name,
  name,
  text: `kind: ${kind}\nid: ${name.replace('.yaml', '')}\ntitle: Mine\n${text}`,
});

const beside = (...sources: LexiconSource[]): LexiconSource[] => [...builtInLexicons(), ...sources];
const faultsOf = async (...sources: LexiconSource[]): Promise<string[]> =>
  (await checkLexicons(beside(...sources), true)).map(String);
const notesOf = async (...sources: LexiconSource[]): Promise<string[]> =>
  (await overrideNotes(settle(await parseLexicons(beside(...sources), true)))).map(String);

/** What a kind finds in a text, as `words: value`. */
function found(
  lexicons: Lexicons,
  kind: 'polarity' | 'cue' | 'loaded' | 'event' | 'certainty' | 'furniture' | 'role',
  text: string,
) {
  const words = lexicons.words(text);
  return lexicons[kind]
    .find(words, 0, words.length)
    .map(({ start, end, value }) => ({ text: text.slice(start, end), ...(value as object) }));
}

describe('a file of one’s own', () => {
  it('adds words to an entry of the package, of whose kind they then are', async () => {
    const lexicons = await buildLexicons(
      beside(
        own('polarity', 'words:\n  - extends: threat\n    forms: [sabre dance]\n', 'p.yaml'),
        own('cues', 'classes:\n  - extends: claim\n    forms: [trumpeted]\n', 'c.yaml'),
        own('loaded', 'classes:\n  - extends: alarm\n    forms: [harbourmageddon]\n', 'l.yaml'),
        own('events', 'groups:\n  - extends: rob\n    verbs: [filched]\n', 'e.yaml'),
        own('certainty', 'classes:\n  - extends: hedge\n    forms: [belike]\n', 'h.yaml'),
        own('furniture', 'rules:\n  - extends: byline\n    forms: [Scribbled by]\n', 'f.yaml'),
        own('roles', 'roles:\n  - extends: voice\n    forms: [harbourmistress]\n', 'r.yaml'),
      ),
    );
    const threat = found(lexicons, 'polarity', 'threat')[0] as unknown as { valence: number };
    expect(found(lexicons, 'polarity', 'a sabre dance')).toEqual([
      { text: 'sabre dance', valence: threat.valence },
    ]);
    expect(found(lexicons, 'cue', 'it trumpeted')).toMatchObject([{ class: 'claim', stance: 'doubting' }]);
    expect(found(lexicons, 'loaded', 'harbourmageddon')).toMatchObject([{ class: 'alarm', judges: true }]);
    expect(found(lexicons, 'event', 'they filched it')).toMatchObject([{ class: 'harm', as: 'verb' }]);
    expect(found(lexicons, 'certainty', 'belike')).toMatchObject([{ class: 'hedge' }]);
    expect(found(lexicons, 'furniture', 'Scribbled by A')).toMatchObject([{ rule: 'byline' }]);
    expect(found(lexicons, 'role', 'the harbourmistress')).toMatchObject([{ role: 'voice' }]);
  });

  it('changes what an entry of the package says of all its words', async () => {
    const file = own('cues', 'classes:\n  - extends: claim\n    stance: neutral\n');
    const lexicons = await buildLexicons(beside(file));
    expect(found(lexicons, 'cue', 'she claimed')).toMatchObject([{ class: 'claim', stance: 'neutral' }]);
    expect(await notesOf(file)).toEqual([
      expect.stringMatching(/^mine\.yaml:6:13: changes the stance of all words of claim at lexicons\/cues\//),
    ]);
  });

  it('replaces an entry that has its id, and a whole file', async () => {
    const entry = own(
      'polarity',
      'words:\n  - id: threat\n    valence: 5\n    source: A. Author (2001)\n    forms: [fair wind]\n',
    );
    const lexicons = await buildLexicons(beside(entry));
    expect(found(lexicons, 'polarity', 'a fair wind')).toMatchObject([{ valence: 5 }]);
    expect(found(lexicons, 'polarity', 'an ultimatum')).toEqual([]);
    expect(found(await buildLexicons(builtInLexicons()), 'polarity', 'an ultimatum')).toHaveLength(1);
    expect(await notesOf(entry)).toEqual([
      expect.stringMatching(/^mine\.yaml:5:9: replaces the entry threat at/),
    ]);
    const file = own(
      'certainty',
      'classes:\n  - id: hedge\n    effect: leaves\n    at: [beside]\n    source: A. Author (2001)\n    forms: [belike]\n    examples: ["[Belike|hedge] so.", So.]\n',
      'reported-claims.yaml',
    );
    expect(found(await buildLexicons(beside(file)), 'certainty', 'belike it was falsely so')).toMatchObject([
      { text: 'belike' },
    ]);
  });

  it('switches off a form, an entry, a label or a file, of any kind', async () => {
    const lexicons = await buildLexicons(
      beside(
        own('loaded', 'without: [regime, praising]\n', 'l.yaml'),
        own('polarity', 'without: [judgements, superb]\n', 'p.yaml'),
        own('events', 'without: [events/rob]\n', 'e.yaml'),
        own('terminology', 'without: [status/disputed]\n', 't.yaml'),
        own('parties', 'without: [armenia, Kremlin]\n', 'q.yaml'),
      ),
    );
    expect(found(lexicons, 'loaded', 'the regime was brave')).toEqual([]);
    expect(found(lexicons, 'polarity', 'they hoodwinked a superb crew')).toEqual([]);
    expect(found(lexicons, 'event', 'they robbed it')).toEqual([]);
    expect(lexicons.concepts.get('status')?.labels.map(({ id }) => id)).not.toContain('disputed');
    expect(lexicons.concepts.get('status')?.labels.map(({ id }) => id)).toContain('occupied');
    const words = lexicons.words('Armenia and Yerevan told the Kremlin and Baku');
    const parties = lexicons.party.find(words, 0, words.length).map(({ value }) => value.party);
    expect(parties).toEqual(['azerbaijan']);
    // It is still known to what is of it and against it.
    expect(lexicons.parties.has('armenia')).toBe(true);
  });

  it('means the form by a name that is an entry too, and says how the entry is called', async () => {
    const file = own('events', 'without: [rob]\n');
    const lexicons = await buildLexicons(beside(file));
    expect(found(lexicons, 'event', 'they rob, they robbed')).toMatchObject([{ text: 'robbed' }]);
    expect(await notesOf(file)).toEqual([
      expect.stringMatching(
        /switches off "rob" at .*\n {2}Only the form; the entry of this name is events\/rob\./,
      ),
    ]);
  });

  it('says a side or a source of a label of the package', async () => {
    const file = own(
      'terminology',
      'concepts:\n  - extends: status\n    labels:\n      - id: disputed\n        favours: armenia\n        source: A. Author (2001)\n        forms: [hills in question]\n    examples: ["The [hills in question|disputed] of Nagorno-Karabakh.", They met.]\n',
    );
    expect(await faultsOf(file)).toEqual([]);
    const label = (await buildLexicons(beside(file))).concepts
      .get('status')
      ?.labels.find(({ id }) => id === 'disputed');
    expect(label).toMatchObject({ favours: 'armenia', source: { text: 'A. Author (2001)' } });
    expect(label?.forms).toContain('hills in question');
  });

  it.each<[string, LexiconKind, string, RegExp]>([
    [
      'goes on with an entry that nobody has',
      'cues',
      'classes:\n  - extends: clam\n',
      /:5:14: no lexicon of cues .* has the entry "clam"\n {2}Did you mean "claim"\?/,
    ],
    [
      'switches off what is not there',
      'loaded',
      'without: [alram]\n',
      /:4:11: the package has no loaded entry and no form "alram"\n {2}Did you mean "alarm"\?/,
    ],
    ['lists nothing', 'loaded', '', /:1:1: "classes" is missing/],
    [
      'misspells what it changes',
      'cues',
      'classes:\n  - extends: claim\n    stanse: neutral\n',
      /unknown key "stanse"\n {2}Did you mean "stance"\?/,
    ],
    [
      'gives a wrong value',
      'cues',
      'classes:\n  - extends: claim\n    stance: nice\n',
      /unknown value "nice"/,
    ],
  ])('is told when it %s', async (_, kind, text, message) => {
    expect((await faultsOf(own(kind, text))).join('\n')).toMatch(message);
  });

  it('may not contradict another file of one’s own, but may an installed package of lexicons', async () => {
    const first = own('cues', 'classes:\n  - extends: claim\n    stance: neutral\n', 'a.yaml');
    const second = own('cues', 'classes:\n  - extends: claim\n    stance: crediting\n', 'b.yaml');
    expect(await faultsOf(first, second)).toEqual([
      expect.stringMatching(/^b\.yaml:6:13: the entry claim has another "stance" at a\.yaml:6:13/),
    ]);
    const words = (name: string, valence: number): LexiconSource =>
      own(
        'polarity',
        `words:\n  - id: gales\n    valence: ${valence}\n    source: A. Author (2001)\n    forms: [squally]\n`,
        name,
      );
    expect((await faultsOf(words('a.yaml', 1), words('b.yaml', 2))).join()).toMatch(
      /"squally" is already listed at a\.yaml/,
    );
    const installed: LexiconSource = { ...words('a.yaml', 1), installed: true };
    expect(await faultsOf(installed, words('b.yaml', 2))).toEqual([]);
    const lexicons = await buildLexicons(beside(installed, words('b.yaml', 2)));
    expect(found(lexicons, 'polarity', 'squally')).toMatchObject([{ valence: 2 }]);
  });
});

describe('an asterisk at the end of a word', () => {
  const matched = (forms: readonly string[], text: string): string[] => {
    const matcher = matcherOf(forms.map(form => ({ form, value: form })));
    const words = matcher.words(text);
    return matcher
      .find(words, 0, words.length)
      .map(({ start, end, form }) => `${text.slice(start, end)} (${form})`);
  };

  it.each<[string, string[], string, string[]]>([
    [
      'any ending, and none',
      ['sail*'],
      'Sail, sails, SAILING; assail, sai.',
      ['Sail (sail*)', 'sails (sail*)', 'SAILING (sail*)'],
    ],
    [
      'in phrases',
      ['raise* sail*', 're-open* bay'],
      'It raised sails. The re-opened bay.',
      ['raised sails (raise* sail*)', 're-opened bay (re-open* bay)'],
    ],
    ['capitals are required', ['Bay*'], 'the bays of Bayside', ['Bayside (Bay*)']],
    [
      'a word that is listed goes before it',
      ['sail*', 'sailing'],
      'sailing sailed',
      ['sailing (sailing)', 'sailed (sail*)'],
    ],
    ['the longer stem goes before the shorter', ['sail*', 'sailo*'], 'sailor', ['sailor (sailo*)']],
    [
      'the longest match goes before all',
      ['sailing', 'sail* home'],
      'sailing home',
      ['sailing home (sail* home)'],
    ],
    [
      'letters beyond ASCII, however they are written',
      ['éclat*', 'bé*', 'sail*'],
      'Éclats, be\u0301ret, E\u0301clat; bed, sailed',
      ['Éclats (éclat*)', 'be\u0301ret (bé*)', 'E\u0301clat (éclat*)', 'sailed (sail*)'],
    ],
    ['one letter is too little', ['s*'], 'sail s*', ['s* (s*)']],
    ['possessives are words apart', ['sailor*'], 'the sailor’s hat', ['sailor (sailor*)']],
  ])('stands for %s', (_, forms, text, expected) => {
    expect(matched(forms, text)).toEqual(expected);
  });

  it('matches what a walk over all words and forms matches', () => {
    const stems = ['sa', 'sai', 'sail', 'sailo', 'bay', 'ba'];
    const forms = stems.flatMap(stem => [`${stem}*`, `${stem}* bay*`]);
    const text = 'sail bays sailor sai bay base sap sailors bayou';
    const all = text.split(' ');
    const expected: string[] = [];
    for (let i = 0; i < all.length; i++) {
      const fits = (stem: string, word: string | undefined) => word?.startsWith(stem) === true;
      const best = stems.filter(stem => fits(stem, all[i])).toSorted((a, b) => b.length - a.length)[0];
      if (best === undefined) continue;
      if (fits('bay', all[i + 1])) expected.push(`${all[i]} ${all[++i]} (${best}* bay*)`);
      else expected.push(`${all[i]} (${best}*)`);
    }
    expect(matched(forms, text)).toEqual(expected);
  });

  it('goes before the package’s words that it matches, but not before those that are switched off', async () => {
    const file = own(
      'polarity',
      'without: [stealthily]\nwords:\n  - id: theft\n    valence: 4\n    source: A. Author (2001)\n    forms: [steal*]\n',
    );
    expect(await faultsOf(file)).toEqual([]);
    const lexicons = await buildLexicons(beside(file));
    expect(found(lexicons, 'polarity', 'stealing, stealthily')).toEqual([{ text: 'stealing', valence: 4 }]);
    expect(await notesOf(file)).toContainEqual(
      expect.stringMatching(/overrides the form "stealing" of dishonesty/),
    );
  });

  it('is refused in front, in the middle and after one letter', async () => {
    for (const form of ['*ing', 's*', 'sail* *'])
      expect(
        (await faultsOf(own('loaded', `classes:\n  - extends: alarm\n    forms: ["${form}"]\n`))).join(),
      ).toMatch(/an asterisk stands for any ending, after two letters or more/);
  });
});
