import { addTo, getOrAdd } from '../../model/collections.js';
import type { LexiconKind } from '../../model/lexicon.js';
import { AFINN } from '../afinn.js';
import { generalPolarity } from '../assemble.js';
import { formsOf } from '../entries.js';
import { homesOf, housedEntries } from '../extend.js';
import { meaningKey, type Settled } from '../overrides.js';
import { holderOf } from './override-notes.js';

/** What some lexicons let match that others do not, what they no longer do, and what stands for something else there. */
export interface Difference {
  readonly kind: LexiconKind;
  readonly what: 'added' | 'gone' | 'changed';
  /** What the forms stood for, and what they stand for: `threat (valence -3)`. */
  readonly before: string;
  readonly after: string;
  readonly forms: readonly string[];
}

interface FormMeaning {
  readonly kind: LexiconKind;
  readonly form: string;
  readonly says: string;
}

/** Every form that is in force, by what only one of them can mean. */
function meaningsIn(settled: Settled, kinds: ReadonlySet<LexiconKind>): Map<string, FormMeaning> {
  const { lexicons, inForce, off, counts, entriesIn } = settled;
  const homes = homesOf(lexicons, counts);
  const meanings = new Map<string, FormMeaning>();
  for (const lexicon of lexicons) {
    const { kind } = lexicon.data;
    if (!kinds.has(kind)) continue;
    const keys = new Map(
      [...housedEntries(lexicon.data, homes)].map(each => [each.at.join(), meaningKey(each)]),
    );
    for (const { form, value, at } of entriesIn(lexicon)) {
      const says = sayingOf(holderOf(lexicon, at), value);
      meanings.set(keys.get(at.join()) ?? `${kind} ${form}`, { kind, form, says });
    }
  }
  if (kinds.has('polarity')) {
    const listed = inForce.flatMap(({ data }) => (data.kind === 'polarity' ? formsOf(data) : []));
    for (const { form, value } of generalPolarity(listed, off))
      meanings.set(`polarity  ${form}`, { kind: 'polarity', form, says: sayingOf(AFINN.id, value) });
  }
  return meanings;
}

/** Keys of a meaning that the holder's name says already, or that say nothing to a reader. */
const UNSAID: readonly string[] = ['concept', 'label', 'party', 'class', 'role', 'rule', 'group', 'terms'];

/** `threat (valence -3)`. */
function sayingOf(holder: string, value: object | undefined): string {
  if (value === undefined) return holder === '' ? 'an exception' : `an exception of ${holder}`;
  const said = Object.entries(value)
    .filter(([key, each]) => !UNSAID.includes(key) && each !== false && String(each) !== '')
    .map(([key, each]) => (each === true ? key : `${key} ${String(each)}`));
  return said.length === 0 ? holder : `${holder} (${said.join(', ')})`;
}

/** What differs, in the order of the kinds' files. */
export function differences(before: Settled, after: Settled, kinds: ReadonlySet<LexiconKind>): Difference[] {
  const [old, now] = [meaningsIn(before, kinds), meaningsIn(after, kinds)];
  const groups = new Map<string, Omit<Difference, 'forms'>>();
  const forms = new Map<string, string[]>();
  const note = (kind: LexiconKind, what: Difference['what'], form: string, was: string, is: string): void => {
    const key = [kind, what, was, is].join('\0');
    getOrAdd(groups, key, () => ({ kind, what, before: was, after: is }));
    addTo(forms, key, form);
  };
  for (const [key, { kind, form, says }] of old) {
    const other = now.get(key);
    if (other === undefined) note(kind, 'gone', form, says, '');
    else if (other.says !== says) note(kind, 'changed', form, says, other.says);
  }
  for (const [key, { kind, form, says }] of now) if (!old.has(key)) note(kind, 'added', form, '', says);
  return [...groups].map(([key, group]) => ({ ...group, forms: forms.get(key) ?? [] }));
}
