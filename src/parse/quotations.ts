import type { Span } from '../model/article.js';
import type { Mention, Paragraph, Quotation, Sentence, Speaker, Words } from '../model/doc.js';
import type { CueForm, Lexicons, Match } from '../model/lexicon.js';
import { AUXILIARIES, DAYS_AND_MONTHS, PERSON_PRONOUNS, RELATIVES, TIME_WORDS } from './english.js';
import { findQuotedRuns, type QuotedRun } from './marks.js';
import type { Cut } from './sentences.js';

/** Attributions, and the quoted words that nobody but the outlet is responsible for. */
export interface Attributed {
  readonly quotations: Quotation[];
  /** Short runs in quotation marks without a source: distance, not speech. */
  readonly scares: Span[];
  /** Everything between quotation marks that is speech, not a name. */
  readonly quoted: Span[];
}

/** A quoted run on the tokens: `[first, last)` includes the marks. */
interface Run extends QuotedRun {
  readonly first: number;
  readonly last: number;
  taken: boolean;
}

/** A reporting word in its place: tokens `[first, last)`, and `group`, where its auxiliaries begin. */
interface Cue {
  readonly first: number;
  readonly last: number;
  readonly group: number;
  readonly match: Match<CueForm>;
  readonly sentence: Sentence;
}

/** A source on the tokens; `head` is the noun that a verb would agree with. */
interface Source {
  readonly first: number;
  readonly last: number;
  readonly head: number;
}

interface Attribution {
  readonly cue: Cue | undefined;
  readonly source: Source | undefined;
  readonly content: Span[];
  quoted: boolean;
  unquoted: boolean;
}

/** Words inside marks from which a run is speech even without a source in its sentence. */
const SPEECH_WORDS = 6;

/**
 * Finds who is made responsible for which words: direct quotations over paragraphs, with cue and source where the
 * text gives them, and reported speech (*X said that ...*, *..., X said*, *according to X*, *X accused Y of ...*).
 *
 * Rules over tags and a list of cues, without a parser; after the rule-based systems of Pouliquen, Steinberger and
 * Best (2007) and the Gender Gap Tracker (Asr et al. 2021).
 */
export function findQuotations(
  prose: string,
  paragraphs: readonly Paragraph[],
  cut: Cut,
  words: Words,
  mentions: readonly Mention[],
  lexicons: Lexicons,
): Attributed {
  return new QuotationFinder(prose, paragraphs, cut, words, mentions, lexicons).find();
}

class QuotationFinder {
  readonly #lower: string[];
  readonly #runs: Run[];
  readonly #runOf: Int32Array;
  readonly #sentenceOf: Int32Array;
  readonly #attributions: Attribution[] = [];

  constructor(
    private readonly prose: string,
    paragraphs: readonly Paragraph[],
    private readonly cut: Cut,
    private readonly words: Words,
    private readonly mentions: readonly Mention[],
    private readonly lexicons: Lexicons,
  ) {
    this.#lower = cut.text.map(text => text.toLowerCase());
    this.#sentenceOf = new Int32Array(cut.text.length);
    for (const { index, first, last } of cut.sentences) this.#sentenceOf.fill(index, first, last);
    this.#runOf = new Int32Array(cut.text.length).fill(-1);
    this.#runs = [];
    let token = 0;
    for (const run of findQuotedRuns(prose, paragraphs)) {
      while (token < cut.text.length && (cut.end[token] as number) <= run.start) token++;
      const first = token;
      while (token < cut.text.length && (cut.start[token] as number) < run.end) token++;
      if (token === first) continue;
      this.#runOf.fill(this.#runs.length, first, token);
      this.#runs.push({ ...run, first, last: token, taken: false });
    }
  }

  find(): Attributed {
    for (const sentence of this.cut.sentences)
      for (const cue of this.#cuesIn(sentence)) {
        const attribution = cue.match.value.frames.includes('preposition')
          ? this.#prepositional(cue)
          : (this.#direct(cue) ?? this.#indirect(cue));
        if (attribution !== undefined) this.#attributions.push(attribution);
      }
    const scares = this.#settleRuns();
    const quotations = this.#attributions
      .map(attribution => this.#toQuotation(attribution))
      .sort((a, b) => (a.content[0] as Span).start - (b.content[0] as Span).start);
    return { quotations, scares, quoted: this.#runs.filter(run => !this.#isName(run)) };
  }

  // Cues

  #cuesIn(sentence: Sentence): Cue[] {
    const cues: Cue[] = [];
    for (const match of this.lexicons.cue.find(this.words, sentence.from, sentence.to)) {
      const first = this.#tokenAt(match.start, sentence);
      const last = this.#tokenAt(match.end - 1, sentence) + 1;
      if ((this.#runOf[first] as number) >= 0) continue;
      const { frames } = match.value;
      if (!frames.includes('preposition') && !frames.includes('noun')) {
        const verb = this.cut.pos.slice(first, last).includes('VERB');
        const fused = last - first > 1;
        if (this.#isAttributive(first, sentence.first)) continue;
        if (!verb && !fused && !this.#besideRun(first, last, sentence)) continue;
      }
      let group = first;
      while (group > sentence.first && this.#isAuxiliary(group - 1)) group--;
      if (frames.includes('preposition') || frames.includes('noun')) group = first;
      cues.push({ first, last, group, match, sentence });
    }
    return cues;
  }

  /** A participle that stands before a noun (*an internationally recognized territory*) reports nothing. */
  #isAttributive(first: number, floor: number): boolean {
    let k = first - 1;
    while (k >= floor && this.cut.pos[k] === 'ADV') k--;
    if (k < floor) return false;
    const pos = this.cut.pos[k];
    const word = this.#lower[k] as string;
    const next = this.cut.pos[first + 1];
    return (
      (pos === 'DET' || pos === 'ADP' || word === "'s" || word === '’s') &&
      !/^(?:that|this|those|these)$/.test(word) &&
      (next === 'NOUN' || next === 'ADJ' || next === 'PROPN')
    );
  }

  #isAuxiliary(i: number): boolean {
    return (
      this.cut.pos[i] === 'ADV' || AUXILIARIES.has(this.#lower[i] as string) || this.cut.pos[i] === 'AUX'
    );
  }

  #besideRun(first: number, last: number, sentence: Sentence): boolean {
    const near = (i: number): boolean =>
      i >= sentence.first && i < sentence.last && (this.#runOf[i] as number) >= 0;
    return near(first - 1) || near(last) || (near(last + 1) && /^[,:]$/.test(this.cut.text[last] as string));
  }

  /** Whether the verb group holds a negation, so that the source did not say it. */
  #isDenied(cue: Cue): boolean {
    for (let i = cue.group; i < cue.first; i++)
      if (/^(?:not|n['’]t|never)$/.test(this.#lower[i] as string)) return true;
    return false;
  }

  // Sources

  /** The subject of a verb group: the noun phrase before it, over adverbs, times and insertions between commas. */
  #subjectOf(cue: Cue): Source | undefined {
    const { first: floor } = cue.sentence;
    let k = this.#skipTimeBack(cue.group - 1, floor);
    if (k < floor) return undefined;
    if (this.cut.text[k] === ',') {
      const open = this.#insertionStart(k, floor);
      if (open < 0) return undefined;
      const head = this.#nounPhraseBack(open - 1, floor);
      if (head === undefined) return undefined;
      const relative = RELATIVES.has(this.#lower[open + 1] as string) || this.cut.pos[open + 1] === 'VERB';
      return relative ? head : { ...head, last: k };
    }
    if (RELATIVES.has(this.#lower[k] as string) && this.#lower[k] !== 'that') {
      const before = this.cut.text[k - 1] === ',' ? k - 2 : k - 1;
      return this.#nounPhraseBack(before, floor);
    }
    if (/^["”’»)]$/.test(this.cut.text[k] as string)) return undefined;
    k = this.#skipTimeBack(k, floor);
    return this.#nounPhraseBack(k, floor);
  }

  #skipTimeBack(from: number, floor: number): number {
    let k = from;
    while (k >= floor && this.cut.pos[k] === 'ADV' && !this.#isTime(k)) k--;
    if (
      k >= floor &&
      this.#isTime(k) &&
      !/^(?:on|at|in|the|this|that|last|next)$/.test(this.#lower[k] as string)
    ) {
      while (k >= floor && (this.#isTime(k) || this.cut.pos[k] === 'NUM')) k--;
    }
    return k;
  }

  #isTime(i: number): boolean {
    const word = this.#lower[i] as string;
    return DAYS_AND_MONTHS.has(word) || TIME_WORDS.has(word);
  }

  /** The comma that opens the insertion closed by the comma at `close`, or -1. */
  #insertionStart(close: number, floor: number): number {
    for (let k = close - 1; k > floor; k--) {
      if (this.cut.text[k] !== ',') continue;
      const before = this.cut.pos[k - 1];
      if (before === 'NOUN' || before === 'PROPN' || before === 'PRON' || this.cut.text[k - 1] === ')')
        return k;
    }
    return -1;
  }

  /** The noun phrase that ends at token `k`, with the phrases of *of*, *for*, *in* that belong to it. */
  #nounPhraseBack(k: number, floor: number): Source | undefined {
    let at = k;
    let start = -1;
    let head = -1;
    while (at >= floor) {
      const word = this.#lower[at] as string;
      const pos = this.cut.pos[at];
      if ((this.#runOf[at] as number) >= 0) break;
      if (
        pos === 'NOUN' ||
        pos === 'PROPN' ||
        pos === 'NUM' ||
        (pos === 'PRON' && word !== 'that' && word !== 'which')
      ) {
        if (start < 0) head = at;
        start = at;
        if (pos === 'PRON' && PERSON_PRONOUNS.has(word)) break;
        at--;
      } else if (
        pos === 'ADJ' ||
        pos === 'DET' ||
        word === "'s" ||
        word === '’s' ||
        word === "'" ||
        word === '’'
      ) {
        if (start < 0 && pos !== 'ADJ' && pos !== 'DET') break;
        if (start < 0) head = at;
        start = at;
        at--;
      } else if (word === '-' || word === '–' || word === '.') {
        if (start < 0 || this.cut.end[at] !== this.cut.start[at + 1]) break;
        at--;
      } else if (word === ')') {
        let open = at - 1;
        while (open > floor && this.cut.text[open] !== '(' && at - open < 8) open--;
        if (this.cut.text[open] !== '(' || open <= floor) break;
        at = open - 1;
      } else if ((pos === 'ADP' || word === 'and' || word === '&') && start >= 0) {
        const left = this.cut.pos[at - 1];
        const joins = pos === 'ADP' ? /^(?:of|for|in|from|at|with|to|on)$/.test(word) : true;
        if (
          at - 1 < floor ||
          !joins ||
          !(left === 'NOUN' || left === 'PROPN' || (left === 'ADJ' && pos !== 'ADP'))
        )
          break;
        if (pos === 'ADP' || left !== 'ADJ') head = -2;
        at--;
        if (head === -2) head = at;
      } else break;
    }
    if (start < 0) return undefined;
    // "... met them in Geneva and Iran said": after a verb, "and" begins a clause of its own.
    if (this.#hasVerb(floor, start))
      for (let i = k; i > start; i--)
        if (this.#lower[i] === 'and') return { first: i + 1, last: k + 1, head: Math.max(head, i + 1) };
    return { first: start, last: k + 1, head: head < 0 ? k : head };
  }

  /** The noun phrase that begins at token `i`. */
  #nounPhraseAhead(i: number, ceiling: number): Source | undefined {
    let at = i;
    let head = -1;
    let last = i;
    while (at < ceiling) {
      const word = this.#lower[at] as string;
      const pos = this.cut.pos[at];
      if ((this.#runOf[at] as number) >= 0) break;
      if (this.#isTime(at) && pos !== 'DET' && !(pos === 'PRON' && at === i)) break;
      if (pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON' || pos === 'NUM') {
        last = at + 1;
        if (pos === 'PRON' && (PERSON_PRONOUNS.has(word) || this.#lower[i] === word)) {
          head = at;
          break;
        }
        at++;
        head = at - 1;
      } else if (head >= 0 && (pos === 'DET' || (pos === 'ADJ' && this.cut.pos[at - 1] === 'PROPN'))) {
        break;
      } else if (
        pos === 'DET' ||
        pos === 'ADJ' ||
        word === "'s" ||
        word === '’s' ||
        word === '-' ||
        word === '’' ||
        word === '.'
      ) {
        if (word === '.' && at + 1 >= ceiling) break;
        at++;
      } else if ((pos === 'ADP' || word === 'and' || word === '&') && head >= 0) {
        if (pos === 'ADP' && !/^(?:of|for|from|at|to)$/.test(word)) break;
        const rest: Source | undefined = this.#nounPhraseAhead(at + 1, ceiling);
        if (rest === undefined) break;
        return { first: i, last: rest.last, head };
      } else break;
    }
    return head < 0 ? undefined : { first: i, last, head };
  }

  // Direct speech

  /** The run that stands right before the cue's clause, or right after it, and the source beside the cue. */
  #direct(cue: Cue): Attribution | undefined {
    if (cue.match.value.frames.includes('noun')) return undefined;
    const { sentence } = cue;
    const subject = this.#subjectOf(cue);
    // "...," said the minister; "...," the minister said.
    const before = this.#runEndingAt(this.#skipCommaBack(cue.group - 1), cue);
    if (before !== undefined) {
      const source = this.#nounPhraseAhead(cue.last, sentence.last);
      if (
        source !== undefined ||
        cue.last >= sentence.last ||
        /^[.,:;]$/.test(this.cut.text[cue.last] as string)
      )
        return this.#withFollowing(cue, source, before);
    }
    if (subject !== undefined) {
      const opening = this.#runEndingAt(this.#skipCommaBack(subject.first - 1), cue);
      if (opening !== undefined && !this.#isDenied(cue)) return this.#withFollowing(cue, subject, opening);
    }
    // The minister said: "..."
    const after = this.#runAfter(cue);
    if (after === undefined || (subject === undefined && cue.group > sentence.first + 3)) return undefined;
    if (after.run.taken) return undefined;
    after.run.taken = true;
    const attribution: Attribution = { cue, source: subject, content: [], quoted: true, unquoted: false };
    if (after.mixed) {
      attribution.unquoted = true;
      const end = this.#contentEnd(cue, after.from);
      attribution.content.push(this.#span(after.from, Math.max(end, after.run.last)));
      this.#takeRuns(after.from, Math.max(end, after.run.last));
    } else attribution.content.push(this.#span(after.run.first, after.run.last));
    return attribution;
  }

  #withFollowing(cue: Cue, source: Source | undefined, run: Run): Attribution {
    run.taken = true;
    const content = [this.#span(run.first, run.last)];
    // A quotation broken by its cue goes on after it.
    const from = Math.max(cue.last, source?.last ?? 0);
    for (let i = from; i < cue.sentence.last; i++) {
      const next = this.#runs[this.#runOf[i] as number];
      if (next === undefined) {
        if (this.#laterCue(cue, i)) break;
        continue;
      }
      if (!next.taken && i === next.first && /^[,:.—–-]|and|that$/.test(this.#lower[i - 1] as string)) {
        next.taken = true;
        content.push(this.#span(next.first, next.last));
      }
      break;
    }
    return { cue, source, content, quoted: true, unquoted: false };
  }

  #laterCue(cue: Cue, i: number): boolean {
    return i > cue.last && this.cut.pos[i] === 'VERB';
  }

  #skipCommaBack(k: number): number {
    return k >= 0 && /^[,—–-]$/.test(this.cut.text[k] as string) ? k - 1 : k;
  }

  /** The run that ends at token `k`, in the cue's sentence or, if that is a mere tail, in the one before. */
  #runEndingAt(k: number, cue: Cue): Run | undefined {
    const run = k >= 0 ? this.#runs[this.#runOf[k] as number] : undefined;
    if (run === undefined || run.last !== k + 1 || run.taken) return undefined;
    if (k >= cue.sentence.first) return run;
    return run.paragraph === cue.sentence.paragraph && this.#isTail(cue) ? run : undefined;
  }

  /** The run that a cue leads up to; `mixed` where words of the content stand before it. */
  #runAfter(cue: Cue): { run: Run; from: number; mixed: boolean } | undefined {
    const { sentence } = cue;
    const limit = Math.min(sentence.last, cue.last + 40);
    let verbs = 0;
    for (let i = cue.last; i < limit; i++) {
      const run = this.#runs[this.#runOf[i] as number];
      if (run !== undefined) {
        const between = i - cue.last;
        const mark = this.#lower[i - 1] as string;
        const full = mark === ',' || mark === ':';
        if (between === 0 || (full && verbs === 0)) return { run, from: i, mixed: false };
        const content = this.#contentStart(cue);
        if (content === undefined || content > i) return { run, from: i, mixed: false };
        return { run, from: content, mixed: true };
      }
      if (this.cut.pos[i] === 'VERB') verbs++;
      if (this.cut.text[i] === ';') return undefined;
    }
    return undefined;
  }

  // Reported speech

  #prepositional(cue: Cue): Attribution | undefined {
    const { sentence } = cue;
    const source = this.#nounPhraseAhead(cue.last, sentence.last);
    if (source === undefined) return undefined;
    const atStart = cue.first - sentence.first <= 1;
    const content = atStart
      ? { first: this.#afterComma(source.last, sentence), last: sentence.last }
      : { first: this.#clauseStartBefore(cue.first, sentence), last: this.#skipCommaBack(cue.first - 1) + 1 };
    return this.#reported(cue, source, content.first, content.last);
  }

  #afterComma(i: number, sentence: Sentence): number {
    for (let k = i; k < Math.min(i + 8, sentence.last); k++) if (this.cut.text[k] === ',') return k + 1;
    return i;
  }

  /** Where what stands before a tail such as ", the ministry said" begins. */
  #clauseStartBefore(tail: number, sentence: Sentence): number {
    for (let k = tail - 2; k > sentence.first; k--) if (this.cut.text[k] === ';') return k + 1;
    return sentence.first;
  }

  #indirect(cue: Cue): Attribution | undefined {
    if (this.#isDenied(cue)) return undefined;
    const { sentence } = cue;
    const { frames } = cue.match.value;
    if (frames.includes('noun')) {
      const source = this.#possessorOf(cue);
      return this.#reported(cue, source, cue.last, this.#contentEnd(cue, cue.last));
    }
    // "..., the ministry said": nothing but time, place or an addressee follows the verb.
    const subject = this.#subjectOf(cue);
    if (subject !== undefined && this.cut.text[subject.first - 1] === ',' && this.#isTail(cue)) {
      const first = this.#clauseStartBefore(subject.first - 1, sentence);
      return this.#reported(cue, subject, first, subject.first - 1);
    }
    // "..., reported the paper on Friday."
    if (this.cut.text[cue.group - 1] === ',' && cue.group === cue.first) {
      const inverted = this.#nounPhraseAhead(cue.last, sentence.last);
      if (
        inverted !== undefined &&
        this.#onlyTimeFrom(inverted.last, sentence.last) &&
        this.#hasVerb(sentence.first, cue.first)
      )
        return this.#reported(cue, inverted, sentence.first, cue.group - 1);
    }
    const start = this.#contentStart(cue);
    if (start === undefined || subject === undefined) return undefined;
    return this.#reported(cue, subject, start, this.#contentEnd(cue, start));
  }

  #reported(cue: Cue, source: Source | undefined, first: number, last: number): Attribution | undefined {
    let [a, b] = [first, last];
    while (b > a && /^[.,;:]$/.test(this.cut.text[b - 1] as string)) b--;
    while (a < b && this.cut.text[a] === ',') a++;
    if (b <= a) return undefined;
    // A quotation that began in the sentence before and goes on here.
    const begun = this.#runs[this.#runOf[a] as number];
    if (begun !== undefined && begun.first < a && !begun.taken) a = begun.first;
    const content = [this.#span(a, b)];
    return { cue, source, content, quoted: this.#takeRuns(a, b), unquoted: true };
  }

  /** Marks the runs inside `[a, b)` as spoken for; says whether there were any. */
  #takeRuns(a: number, b: number): boolean {
    let any = false;
    for (const run of this.#runs)
      if (run.first >= a && run.last <= b) {
        run.taken = true;
        any = true;
      }
    return any;
  }

  #isTail(cue: Cue): boolean {
    return this.#onlyTimeFrom(cue.last, cue.sentence.last) || this.cut.text[cue.last] === ',';
  }

  /** Whether only time, place or circumstance ("in a statement") stands in `[from, to)`. */
  #onlyTimeFrom(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      if (/^[.,!?]$/.test(this.cut.text[i] as string)) return true;
      if (this.cut.pos[i] === 'VERB' || this.#lower[i] === 'that') return false;
      if (i - from > 9) return false;
    }
    return true;
  }

  #hasVerb(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (this.cut.pos[i] === 'VERB' || this.cut.pos[i] === 'AUX') return true;
    return false;
  }

  /** *Armenia's claim that*: the possessor; else nobody. */
  #possessorOf(cue: Cue): Source | undefined {
    const mark = this.#lower[cue.first - 1];
    if (mark === "'s" || mark === '’s' || mark === "'" || mark === '’')
      return this.#nounPhraseBack(cue.first - 2, cue.sentence.first);
    return undefined;
  }

  /** Where the content of a reporting verb begins; undefined where none follows. */
  #contentStart(cue: Cue): number | undefined {
    const { sentence } = cue;
    const { frames } = cue.match.value;
    const limit = Math.min(sentence.last, cue.last + 25);
    if (frames.includes('quote')) return undefined;
    if (frames.includes('matter')) {
      for (let i = cue.last; i < Math.min(limit, cue.last + 12); i++) {
        const word = this.#lower[i] as string;
        if (/^(?:of|against|about)$/.test(word)) return i;
        if (this.cut.pos[i] === 'VERB' || /^[;.]$/.test(word)) break;
      }
      if (!frames.includes('clause')) return undefined;
    }
    for (let i = cue.last; i < limit; i++) {
      const word = this.#lower[i] as string;
      if (word === 'that' && (this.cut.pos[i] !== 'DET' || this.#hasVerb(i + 1, sentence.last))) return i;
      if (i <= cue.last + 3 && /^(?:if|whether|how|why|what)$/.test(word)) return i;
      if (this.cut.pos[i] === 'VERB' || this.cut.pos[i] === 'AUX' || /^[;:]$/.test(word)) break;
    }
    if (!frames.includes('clause') && !frames.includes('addressee')) return undefined;
    let i = cue.last;
    if (frames.includes('addressee')) i = this.#nounPhraseAhead(i, sentence.last)?.last ?? i;
    i = this.#skipCircumstance(i, sentence.last);
    if (i >= sentence.last || /^[,;:.]$/.test(this.cut.text[i] as string)) return undefined;
    const pos = this.cut.pos[i];
    if (pos === 'ADP' || pos === 'PART' || pos === 'CCONJ' || pos === 'SCONJ') return undefined;
    return this.#isClause(i, sentence.last) ? i : undefined;
  }

  /** Whether a clause begins at `i`: a noun phrase, what belongs to it, and its verb. */
  #isClause(i: number, ceiling: number): boolean {
    const subject = this.#nounPhraseAhead(i, ceiling);
    if (subject === undefined) return false;
    for (let k = subject.last; k < Math.min(ceiling, subject.last + 12); k++) {
      const pos = this.cut.pos[k];
      if (pos === 'VERB' || pos === 'AUX') return !this.#isParticiple(k) || pos === 'AUX';
      if (RELATIVES.has(this.#lower[k] as string) || /^[;:.]$/.test(this.cut.text[k] as string)) return false;
    }
    return false;
  }

  #isParticiple(k: number): boolean {
    return /ing$/.test(this.#lower[k] as string);
  }

  #skipCircumstance(from: number, ceiling: number): number {
    let i = from;
    for (;;) {
      const word = this.#lower[i] as string;
      if (i >= ceiling) return i;
      if (this.#isTime(i) && word !== 'that' && word !== 'this') {
        // "at a rally", "in Moscow": circumstance only if it is not the start of the content.
        if (/^(?:on|at|in|during)$/.test(word)) {
          const phrase = this.#nounPhraseAhead(i + 1, ceiling);
          const timed = i + 1 < ceiling && this.#isTime(i + 1);
          if (phrase === undefined && !timed) return i;
          i = timed ? i + 1 : (phrase as Source).last;
        } else i++;
      } else if (this.cut.pos[i] === 'NUM' && i > from) i++;
      else return i;
    }
  }

  /**
   * Where the content of a reporting verb ends: with the sentence, or before a clause that takes up the outlet's
   * own thread (*, after ...*, *and reported ...*).
   */
  #contentEnd(cue: Cue, from: number): number {
    const { sentence } = cue;
    for (let i = from + 1; i < sentence.last; i++) {
      if (this.cut.text[i] === ';') return i;
      if (this.cut.text[i] !== ',') continue;
      const next = this.#lower[i + 1] as string | undefined;
      if (
        next !== undefined &&
        /^(?:after|according|while|although|though|whereas|amid|following|in|as)$/.test(next)
      ) {
        if (next === 'in' || next === 'as') continue;
        return i;
      }
    }
    return sentence.last;
  }

  // Runs that no cue has claimed

  #settleRuns(): Span[] {
    const scares: Span[] = [];
    for (let r = 0; r < this.#runs.length; r++) {
      const run = this.#runs[r] as Run;
      if (run.taken) continue;
      const within = this.#attributions.find(({ content }) =>
        content.some(span => span.start <= run.start && run.end <= span.end),
      );
      if (within !== undefined) {
        within.quoted = true;
        continue;
      }
      const goesOn = this.#continued(r);
      if (goesOn !== undefined) {
        goesOn.content.push(this.#span(run.first, run.last));
        run.taken = true;
        continue;
      }
      const size = this.#wordsIn(run);
      if (size >= SPEECH_WORDS || this.#isWholeSentence(run)) {
        run.taken = true;
        this.#attributions.push({
          cue: undefined,
          source: undefined,
          content: [this.#span(run.first, run.last)],
          quoted: true,
          unquoted: false,
        });
      } else if (!this.#isName(run)) scares.push({ start: run.start, end: run.end });
    }
    return scares;
  }

  /** The attribution that a run without a cue goes on with: the quotation just before it in the paragraph, or left open. */
  #continued(r: number): Attribution | undefined {
    const run = this.#runs[r] as Run;
    const previous = this.#runs[r - 1];
    if (previous === undefined || !this.#isWholeSentence(run)) return undefined;
    const near = run.resumes || previous.paragraph === run.paragraph;
    if (!near) return undefined;
    return this.#attributions.findLast(({ content }) =>
      content.some(span => span.start <= previous.start && previous.end <= span.end),
    );
  }

  #wordsIn(run: Run): number {
    let n = 0;
    for (let i = run.first; i < run.last; i++) if (this.cut.pos[i] !== 'PUNCT') n++;
    return n;
  }

  #isWholeSentence(run: Run): boolean {
    const sentence = this.cut.sentences[this.#sentenceOf[run.first] as number] as Sentence;
    if (run.first !== sentence.first) return false;
    const end = this.cut.sentences[this.#sentenceOf[run.last - 1] as number] as Sentence;
    return run.last >= end.last - 1;
  }

  /** A title or a name set in marks: every word of weight has a capital. */
  #isName(run: Run): boolean {
    let capitals = 0;
    for (let i = run.first; i < run.last; i++) {
      const pos = this.cut.pos[i];
      if (pos === 'PUNCT' || pos === 'ADP' || pos === 'DET' || pos === 'CCONJ') continue;
      if (!/^[\p{Lu}\p{N}]/u.test(this.cut.text[i] as string)) return false;
      capitals++;
    }
    return capitals > 0;
  }

  // To the model

  #toQuotation({ cue, source, content, quoted, unquoted }: Attribution): Quotation {
    return {
      form: quoted ? (unquoted ? 'mixed' : 'direct') : 'indirect',
      content,
      ...(cue !== undefined && {
        cue: { start: cue.match.start, end: cue.match.end },
        stance: cue.match.value.stance,
      }),
      ...(source !== undefined && { source: this.#speaker(source) }),
    };
  }

  /** Who a source is, as far as the gazetteer knows the names in it: a person first, then a body, then a name. */
  #speaker(source: Source): Speaker {
    const span = this.#span(source.first, source.last);
    const inside = this.mentions.filter(({ span: { start, end } }) => start >= span.start && end <= span.end);
    const headEnd = this.cut.end[source.head] as number;
    const rank = (mention: Mention): number =>
      (mention.role !== undefined && mention.form === 'proper' ? 0 : mention.role !== undefined ? 2 : 4) +
      (mention.span.end >= headEnd ? 0 : 1);
    const best = inside.toSorted((a, b) => rank(a) - rank(b))[0];
    if (best === undefined) return { span, kind: 'unnamed' };
    // "the president's office" is not the president.
    const owner = best.span.end < headEnd && /^['’]/.test(this.prose.slice(best.span.end));
    return {
      span,
      party: best.party,
      kind: best.role ?? 'official',
      ...(best.name !== undefined && !owner && { name: best.name }),
    };
  }

  #span(first: number, last: number): Span {
    const start = this.cut.start[first] as number;
    return { start, end: Math.max(start, this.cut.end[Math.max(first, last - 1)] as number) };
  }

  #tokenAt(offset: number, { first, last }: Sentence): number {
    let low = first;
    let high = last - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.cut.end[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
