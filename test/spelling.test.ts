/** Forms that nobody writes match nothing, in silence: every form is a word, or the file says that no list has it. */
import { describe, expect, it } from 'vitest';
import { formNotes } from '../src/lexicon/authoring/form-notes.js';
import { missingForms, otherForms, readInflector } from '../src/lexicon/authoring/inflection.js';
import {
  needlessCoinages,
  readSpelling,
  unknownWords,
  wordsToSpell,
} from '../src/lexicon/authoring/spelling.js';
import { parseLexicon } from '../src/lexicon/file.js';
import { parseLexicons } from '../src/lexicon/load.js';
import { builtInLexicons } from '../src/lexicon/sources.js';

const spelling = await readSpelling();
const inflector = await readInflector(spelling);

describe('the lexicons of the package', async () => {
  const lexicons = await parseLexicons(builtInLexicons());

  it.each(lexicons.map(({ source, data }) => [source.path, data] as const))(
    '%s has words only',
    (_, data) => {
      expect(unknownWords(data, spelling).map(({ word, form }) => `${word} in ${form}`)).toEqual([]);
      expect(needlessCoinages(data, spelling)).toEqual([]);
    },
  );
});

describe('what is spelt', () => {
  it.each([
    ['the ministers’ anti-war plan', ['the', 'ministers', 'war', 'plan']],
    ['Rio de Janeiro', []],
    ['de facto border', ['de', 'facto', 'border']],
    ['the Lai Ching-te cabinet', ['the', 'cabinet']],
    ['a 20-week ban', ['ban']],
    ['Warsaw’s refusal', ['refusal']],
  ])('of %j are its common words', (form, words) => {
    expect(wordsToSpell(form)).toEqual(words);
  });

  it.each(['bombarded', 'organise', 'organize', 'colour', 'naïve', 'café', 'tuesday', 'nazi', 'fence'])(
    'has %s',
    word => {
      expect(spelling.knows(word)).toBe(true);
    },
  );

  it.each(['bombardded', 'rised', 'thinked', 'stoped', 'sheeps', 'recieve'])('lacks %s', word => {
    expect(spelling.knows(word)).toBe(false);
  });
});

describe('the forms of a word', () => {
  it.each([
    ['expel', 'expelled, expelling, expels'],
    ['flee', 'fled, fleeing, flees'],
    ['overthrow', 'overthrew, overthrown, overthrowing, overthrows'],
    ['offer', 'offered, offering, offers'],
    ['travel', 'travelled, traveled, travelling, traveling, travels'],
    ['panic', 'panicked, panicking, panics'],
    ['plan', 'planned, planning, plans'],
    ['agree', 'agreed, agreeing, agrees'],
    ['deny', 'denied, denying, denies'],
    ['tie', 'tied, tying, ties'],
    ['torch', 'torched, torching, torches'],
    ['have', 'had, having, has'],
    ['thief', 'thieves'],
    ['tycoon', 'tycoons'],
    ['quickly', ''],
    ['come clean', 'came clean, coming clean, comes clean'],
    ['force-feed', 'force-fed, force-feeding, force-feeds'],
    ['doomscroll', 'doomscrolled, doomscrolling, doomscrolls'],
  ])('%s: %s', (form, others) => {
    expect(inflector.formsOf(form).join(', ')).toBe(others);
  });

  it.each([
    ['fled', ['flee']],
    ['denies', ['deny']],
    ['knives', ['knife']],
    ['withdrawn', ['withdraw']],
    ['Tuesday', []],
  ])('%s is of %j', (word, lemmas) => {
    expect(inflector.lemmasOf(word)).toEqual(lemmas);
  });

  it('are asked for of a bare word and of a verb of which some stand there, not of nouns in both numbers', () => {
    const lacking = (...forms: string[]) =>
      missingForms(forms, inflector).map(({ form, lacks }) => `${form}: ${lacks.join(', ')}`);
    expect(lacking('expel')).toEqual(['expel: expelled, expelling, expels']);
    expect(lacking('retake', 'retook', 'retaking', 'retakes')).toEqual(['retake: retaken']);
    expect(lacking('went to war', 'going to war')).toEqual([
      'go to war: go to war, gone to war, goes to war',
    ]);
    expect(lacking('clash', 'clashes')).toEqual([]);
    expect(lacking('plunder', 'plunder*')).toEqual([]);
    expect(lacking('seize', 'seized', 'seizin*')).toEqual(['seize: seizes']);
    expect(lacking('added', 'adding', 'adds', 'add')).toEqual([]);
    expect(lacking('Front')).toEqual([]);
    expect(lacking('ceasefire line')).toEqual([]);
  });

  it('of a rival name of several words are its plural', () => {
    expect(otherForms('toll road', inflector)).toEqual(['toll roads']);
    expect(otherForms('Great Walkout', inflector)).toEqual([]);
    expect(otherForms('strike', inflector)).toContain('struck');
  });
});

describe('`lexicon check`', () => {
  const notesOf = async (forms: string, more = '') => {
    const text = `kind: polarity\nid: mine\ntitle: Mine\n${more}words:\n  - id: grim\n    valence: -2\n    source: A. Author (2001)\n    forms: ${forms}\n`;
    const notes = await formNotes([await parseLexicon({ path: 'mine.yaml', text })]);
    return notes.map(String);
  };

  it('notes a form that is no word, at its place, with what may be meant', async () => {
    expect(await notesOf('[grim, fearfull]')).toEqual([
      expect.stringMatching(
        /^mine\.yaml:8:19: no spelling list has "fearfull"\n {2}Did you mean fearful.*add it to the "coinages"/,
      ),
    ]);
  });

  it('takes a coinage for a word, and notes one that is none', async () => {
    expect(await notesOf('[grim, doomladen]', 'coinages: [doomladen]\n')).toEqual([]);
    expect(await notesOf('[grim]', 'coinages: [doomladen, grim]\n')).toEqual([
      expect.stringMatching(/^mine\.yaml:4:12: the coinage "doomladen" is in no form/),
      expect.stringMatching(/^mine\.yaml:4:23: the coinage "grim" is in no form of the file, or in the/),
    ]);
  });

  it('notes the forms that a list lacks', async () => {
    expect(await notesOf('[expel]')).toEqual([
      expect.stringMatching(/^mine\.yaml:8:13: expel: also expelled, expelling, expels\n/),
    ]);
  });
});
