import { homesOf, housedEntries } from '../extend.js';
import type { ParsedLexicon } from '../file.js';
import { formKey } from '../matcher.js';
import { type Remark, remark } from './located.js';

/**
 * Forms that two terminology lexicons list although one article may well be about both: they have a form of `about` in
 * common, or one of them has none.
 */
export function* contestedForms(
  given: readonly ParsedLexicon[],
  all: readonly ParsedLexicon[],
): Generator<Remark> {
  const homes = homesOf(all);
  const done = new Set<ParsedLexicon>();
  for (const one of given) {
    if (one.data.kind !== 'terminology') continue;
    done.add(one);
    const own = new Map([...housedEntries(one.data, homes)].map(entry => [formKey(entry.form), entry]));
    for (const other of all) {
      if (other.data.kind !== 'terminology' || other.data.id === one.data.id || done.has(other)) continue;
      for (const { form, at, home } of housedEntries(other.data, homes)) {
        const mine = own.get(formKey(form));
        if (mine === undefined || mine.home === home) continue;
        const [about, theirs] = [aboutOf(mine.home), aboutOf(home)];
        const common = theirs?.filter(each => about?.some(known => formKey(known) === formKey(each))) ?? [];
        if (about !== undefined && theirs !== undefined && common.length === 0) continue;
        yield remark(
          { source: one.source, at: mine.at },
          'form-contested',
          `the form ${JSON.stringify(mine.form)} is also listed at`,
          common.length === 0
            ? 'One of the two files has no "about": it counts wherever the other does not.'
            : `Both are about ${common.map(each => JSON.stringify(each)).join(', ')}: the one whose topic an article names more often decides.`,
          { source: other.source, at },
        );
      }
    }
  }
}

const aboutOf = (data: ParsedLexicon['data']): readonly string[] | undefined =>
  data.kind === 'terminology' ? data.about : undefined;
