import { VOICES, type Voice } from '../model/article.js';
import { byCount, byText, countsOf, sum } from '../model/collections.js';
import type { Lexicons } from '../model/lexicon.js';
import type { Trace } from '../model/story.js';
import type { SuggestedLabel, SuggestedPlace } from '../model/suggestion.js';
import { folded, matchOfAll, smallWords } from '../text/keys.js';
import { gapBefore, lineAt, spanAt, wordsAt } from '../text/trace.js';
import { logOdds } from './log-odds.js';
import type { WordRange } from './slots.js';

/** A label on its way: the words that it differs in, and where it stands with the words around it. */
export interface CandidateLabel extends Pick<SuggestedLabel, 'name' | 'known'> {
  readonly uses: readonly WordRange[];
}

/** Makes labels of what was found: forms, places, and how far outlets stand apart in them. */
export class LabelMaker {
  constructor(
    private readonly traces: readonly Trace[],
    private readonly lexicons: Pick<Lexicons, 'words' | 'label'>,
  ) {}

  /**
   * Labels of one choice set, those that are new first, and the commonest first; none where fewer than two are
   * left, or where a single outlet has them all although there are others.
   */
  labelsOf(candidates: readonly CandidateLabel[]): SuggestedLabel[] {
    const taken = new Set<string>();
    const labels: SuggestedLabel[] = [];
    for (const { name, uses, known } of candidates) {
      const places = uses.map(use => this.#placeOf(use)).toSorted(inOrder);
      const forms = this.#formsOf(uses).filter(form => {
        const key = form.toLowerCase().replaceAll('-', ' ');
        if (taken.has(key) || (known === undefined && this.#isListed(form))) return false;
        taken.add(key);
        return true;
      });
      if (forms.length > 0 && places.some(({ voice }) => voice === 'outlet' || known !== undefined))
        labels.push({ name, forms, places, ...(known !== undefined && { known }) });
    }
    const outlets = new Set(labels.flatMap(({ places }) => places.map(({ outlet }) => outlet)));
    const all = new Set(this.traces.map(({ outlet }) => outlet));
    if (labels.length < 2 || (outlets.size < 2 && all.size > 1)) return [];
    return setApart(labels, [...all].sort()).toSorted(
      (a, b) =>
        Number(a.known !== undefined) - Number(b.known !== undefined) ||
        b.places.length - a.places.length ||
        byText(a.name, b.name),
    );
  }

  #placeOf({ article, sentence, first, last }: WordRange): SuggestedPlace {
    const trace = this.traces[article] as Trace;
    const span = spanAt(trace, first, last);
    return {
      article: trace.article,
      outlet: trace.outlet,
      path: trace.path,
      ...span,
      line: lineAt(trace, span.start),
      voice: VOICES[trace.voice[first] as number] as Voice,
      sentence: (trace.sentences[sentence] as Trace['sentences'][number]).span,
    };
  }

  /** As written, the commonest first; a capital that only the head of a sentence gave is not kept. */
  #formsOf(uses: readonly WordRange[]): string[] {
    const forms = uses.map(({ article, sentence, first, last }) => {
      const trace = this.traces[article] as Trace;
      const opens = first === trace.sentences[sentence]?.from;
      return wordsAt(trace, first, last)
        .map((word, i) => {
          if (i === 0) return opens && this.#isSmallElsewhere(word) ? word.toLowerCase() : word;
          const gap = gapBefore(trace, first + i);
          return (gap === '' || gap.includes('-') ? gap : ' ') + word;
        })
        .join('');
    });
    return [...countsOf(forms)].toSorted(byCount).map(([form]) => form);
  }

  #small: ReadonlySet<string> | undefined;
  #isSmallElsewhere(word: string): boolean {
    this.#small ??= smallWords(this.traces);
    return this.#small.has(folded(word));
  }

  #isListed(form: string): boolean {
    return matchOfAll(this.lexicons.label, this.lexicons.words(form)) !== undefined;
  }
}

const inOrder = (a: SuggestedPlace, b: SuggestedPlace): number =>
  byText(a.outlet, b.outlet) || byText(a.path, b.path) || a.start - b.start;

/**
 * For each label the outlet whose own words set it apart most. The prior is the labels' shares over all outlets, as heavy
 * as one use a label, so that a label which one outlet has once and nobody else has is no discovery.
 */
function setApart(labels: readonly SuggestedLabel[], outlets: readonly string[]): SuggestedLabel[] {
  const own = labels.map(({ places }) =>
    countsOf(places.filter(({ voice }) => voice === 'outlet').map(({ outlet }) => outlet)),
  );
  const sizeOf = (outlet: string): number => sum(own.map(counts => counts.get(outlet) ?? 0));
  const all = sum(outlets.map(sizeOf));
  return labels.map((label, i) => {
    const counts = own[i] as ReadonlyMap<string, number>;
    const total = sum(counts.values());
    const prior = { word: (labels.length * total) / all, all: labels.length };
    const [apart] = outlets
      .flatMap(outlet => {
        const [count, size] = [counts.get(outlet) ?? 0, sizeOf(outlet)];
        if (count === 0 || size === all) return [];
        const others = { count: total - count, size: all - size };
        return [{ outlet, z: logOdds({ count, size }, others, prior).z }];
      })
      .toSorted((a, b) => b.z - a.z);
    return apart === undefined ? label : { ...label, apart };
  });
}
