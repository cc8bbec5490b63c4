import {
  ADDING,
  ARTICLES,
  AS_COMPARES,
  FIRST_PERSON,
  MATTER_PREPOSITIONS,
  NOT,
  QUESTION_OPENERS,
  REASONS,
  RELATIVES,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  THREAD_OPENERS,
  TIME_OPENERS,
  WHO_OR_WHICH,
} from '../../english/closed-classes.js';
import { CLOSING_MARKS, ING } from '../../english/orthography.js';
import { union, words } from '../../english/words.js';
import type { Sentence } from '../../model/doc.js';
import { type Speech, SpeechReader } from '../speech.js';
import { type Cue, takesContent } from './cue.js';
import type { Run } from './runs.js';
import type { Sources } from './sources.js';

const DASH = /^(?:—|–|--)$/;
const COMPLETE = new RegExp(`[.,!?…—-]${CLOSING_MARKS}\\s?$`);
const PAUSES = new RegExp(`[,!?]${CLOSING_MARKS}\\s?$`);

/** What does not go on with a clause that was broken by its attribution. */
const LEAVES = union(ARTICLES, WHO_OR_WHICH, words('whose in as after while adding'));

/** A stretch of tokens `[first, last)`. */
export type Stretch = [first: number, last: number];

/** Where what is attributed begins and ends. */
export class Contents extends SpeechReader {
  constructor(
    speech: Speech,
    private readonly sources: Sources,
  ) {
    super(speech);
  }

  /** Where the content of a reporting verb begins; undefined where none follows. */
  start(cue: Cue): number | undefined {
    const { sentence, frames } = cue;
    const limit = Math.min(sentence.last, cue.last + 25);
    if (frames.includes('quote') || frames.every(frame => frame === 'act')) return undefined;
    if (frames.includes('matter')) {
      const matter = this.#matterStart(cue, Math.min(limit, cue.last + 12));
      if (matter !== undefined || !frames.includes('clause')) return matter;
    }
    for (let i = cue.last; i < limit; i++) {
      const word = this.word(i);
      if (
        word === 'that' &&
        this.lower[i - 1] !== '(' &&
        this.#opensClause(i, sentence) &&
        !this.#isObjectOnly(i + 1, cue) &&
        !this.#isOfObject(i, cue)
      )
        return i;
      if (i <= cue.last + 3 && QUESTION_OPENERS.has(word)) return i;
      // "reminded him of a town that they have": the clause belongs to the noun.
      if (word === 'of' && frames.includes('addressee') && !frames.includes('matter')) break;
      if ((this.isVerb(i) && !ING.test(word)) || /^[;:]$/.test(word)) break;
    }
    if (!frames.includes('clause') && !frames.includes('addressee')) return undefined;
    // "which he said would come", "a road that they say is closed": the subject of the clause stands before.
    if (this.isVerb(cue.last) && !ING.test(this.word(cue.last)) && frames.includes('clause')) return cue.last;
    // "warned a sale could ruin them": nobody is addressed.
    const isClause = frames.includes('clause') && this.phrases.isPlainClause(cue.last, sentence.last);
    const i = isClause ? cue.last : this.#afterAddressee(cue, sentence.last);
    if (i >= sentence.last || /^[,;:.]$/.test(this.word(i))) return undefined;
    if (/^(?:ADP|PART|CCONJ|SCONJ)$/.test(this.tag(i))) return undefined;
    // "showed her anger when he left": an object, and a clause of the outlet's.
    const object = this.phrases.ahead(i, sentence.last);
    if (object !== undefined && TIME_OPENERS.has(this.word(object.last)) && object.last > i) return undefined;
    return this.phrases.isClause(i, sentence.last) && !this.#isObjectOnly(i, cue) ? i : undefined;
  }

  /** *posted a picture of a girl that she knew*: the clause belongs to what was posted. */
  #isOfObject(that: number, { last, frames }: Cue): boolean {
    if (frames.includes('addressee') || !/^(?:DET|ADJ)$/.test(this.tag(last)) || this.isTime(last))
      return false;
    const object = this.phrases.ahead(last, that);
    return (
      object !== undefined && object.first === last && this.isNominal(that - 1) && !this.isTime(that - 1)
    );
  }

  /** *To announce the match, the club sent an envoy*, *In a letter confirming it, the club*: behind the object another clause begins. */
  #isObjectOnly(i: number, { group, participle, sentence: { last } }: Cue): boolean {
    if (this.lower[group - 1] !== 'to' && !participle) return false;
    const k = this.firstIn(i, last, j => this.isVerb(j) || this.lower[j] === ',');
    return this.lower[k] === ',' && this.phrases.isPlainClause(k + 1, last);
  }

  /** *accused them of*, *warned against*: the preposition. */
  #matterStart({ last: from, sentence, frames }: Cue, to: number): number | undefined {
    const ends = (i: number): boolean => this.pos[i] === 'VERB' || /^[;.]$/.test(this.word(i));
    const i = this.firstIn(from, to, k => MATTER_PREPOSITIONS.has(this.word(k)) || ends(k));
    if (i >= to || !MATTER_PREPOSITIONS.has(this.word(i))) return undefined;
    // "warned the office of Ada Moss that the town was unsafe": whom it was said to.
    const that = this.phrases.ahead(i + 1, sentence.last)?.last ?? i;
    const addresses = i > from && frames.includes('addressee') && this.pos[that - 1] === 'PROPN';
    return addresses && this.lower[that] === 'that' && this.#opensClause(that, sentence) ? that : i;
  }

  /** Whether *that* begins a clause, and is no pronoun or determiner. */
  #opensClause(i: number, sentence: Sentence): boolean {
    // "that expanded checks were needed": what the tagger takes for a verb stands before the noun of the subject, or is it.
    const after = this.firstIn(i + 2, sentence.last, k => !/^(?:NOUN|ADJ|PROPN)$/.test(this.tag(k)));
    const pronoun = this.isVerb(i + 1) && !ING.test(this.word(i + 1)) && !this.isAuxiliary(after);
    return !pronoun && (this.pos[i] !== 'DET' || this.phrases.hasVerb(i + 1, sentence.last));
  }

  #afterAddressee({ last, frames }: Cue, ceiling: number): number {
    const addressee = frames.includes('addressee') ? this.phrases.ahead(last, ceiling) : undefined;
    return this.phrases.skipCircumstance(addressee?.last ?? last, ceiling);
  }

  /**
   * Where the content of a reporting verb ends: with the sentence, or before what takes up the outlet's own thread
   * (*, after ...*, *, but denied that ...*).
   */
  end(cue: Cue, from: number): number {
    const { sentence } = cue;
    const source = this.sources.subjectOf(cue);
    // "who said", "which they say is closed, was new": the outlet goes on behind the comma.
    const relative =
      source !== undefined && (this.sources.isRelative(source) || (from === cue.last && this.isVerb(from)));
    const matter = MATTER_PREPOSITIONS.has(this.word(from));
    for (let i = from + 1; i < sentence.last; i++) {
      const word = this.word(i);
      if (word === ';') return i;
      if (ADDING.has(word) && this.#tellsSilence(i, cue)) return this.lower[i - 1] === ',' ? i - 1 : i;
      if (word === 'and' || word === 'but') {
        const reports = (other: Cue): boolean =>
          other.group === i + 1 && other !== cue && !other.participle && takesContent(other);
        const speaks = (other: Cue): boolean =>
          other !== cue && takesContent(other) && this.sources.subjectOf(other)?.first === i + 1;
        // "vowed to stay and many warned that": somebody else goes on.
        if (
          cue.among.some(
            other => reports(other) || (speaks(other) && this.phrases.isPlainClause(i + 1, sentence.last)),
          )
        )
          return this.lower[i - 1] === ',' ? i - 1 : i;
        // "accused them of shelling towns and thousands have fled": a clause of its own is no matter of the accusation.
        if (matter && this.phrases.isPlainClause(i + 1, sentence.last)) return i;
      }
      if (word === 'as' && i > from + 3 && this.#opensThread(i, sentence)) return i;
      if (DASH.test(word)) {
        const close = this.firstIn(i + 1, sentence.last, k => DASH.test(this.word(k)));
        if (close === sentence.last) return i;
        i = close;
        continue;
      }
      if (word !== ',') continue;
      const next = this.word(i + 1);
      if (this.#isGloss(i + 1, sentence)) return i;
      // "Despite claims that it was lost, the club said": behind the comma the clause that the noun stands in goes on.
      if (cue.frames.includes('noun') && this.phrases.isPlainClause(i + 1, sentence.last)) return i;
      if (relative || THREAD_OPENERS.has(next)) return i;
      // ", saying ..." and ", reported the paper": another attribution begins.
      const attributes = (other: Cue): boolean =>
        other.group === i + 1 && (other.participle || other.first === other.group);
      if (cue.among.some(attributes)) return i;
    }
    return sentence.last;
  }

  /** *but she did not say why*, *and declined to comment*, *without giving a date*: the outlet tells of what was left unsaid. */
  #tellsSilence(joiner: number, { sentence: { last } }: Cue): boolean {
    const { refusal, disclosure } = this.lexicons.grammar;
    let i = joiner + 1;
    if (this.lower[joiner] === 'without') return ING.test(this.word(i)) && disclosure.has(this.word(i));
    // "... said the baker was asked but he did not answer": without a comma he may be the baker.
    if (SUBJECT_PRONOUNS.has(this.word(i)) && !FIRST_PERSON.has(this.word(i))) {
      if (this.lower[joiner] === 'and' || (this.lower[joiner] === 'but' && this.lower[joiner - 1] !== ','))
        return false;
      i++;
    }
    i = this.firstIn(i, last, k => this.pos[k] !== 'ADV' || NOT.has(this.word(k)));
    if (refusal.has(this.word(i))) return this.lower[i + 1] === 'to' && disclosure.has(this.word(i + 2));
    if (disclosure.has(this.word(i))) return this.lower[i + 1] === 'no';
    const verb = this.firstIn(i, last, k => !this.isAuxiliary(k) && !NOT.has(this.word(k)));
    return disclosure.has(this.word(verb)) && this.hasIn(i, verb, k => NOT.has(this.word(k)));
  }

  /** *he would run as snow fell on the town*: a clause of the outlet's own; but not *as long as*, *such as*. */
  #opensThread(i: number, { last }: Sentence): boolean {
    return !AS_COMPARES.has(this.word(i - 1)) && this.phrases.isPlainClause(i + 1, last);
  }

  /** *According to X, the deal is dead — a view that few share*: before the dash that nothing closes. */
  beforeGloss(from: number, { last }: Sentence): number {
    const dashes: number[] = [];
    for (let i = from; i < last; i++) if (DASH.test(this.word(i)) && !this.runs.isQuoted(i)) dashes.push(i);
    return dashes.length % 2 === 1 ? (dashes.at(-1) as number) : last;
  }

  /** *a disgrace* in *called the plan a disgrace*, *described it as a disgrace*, *spoke of a disgrace*. */
  called({ frames }: Cue, said: Stretch | undefined, isAll = false): Stretch | undefined {
    if (said === undefined) return undefined;
    const [first, last] = said;
    if (frames.includes('topic')) return said;
    const compares = (i: number): boolean =>
      AS_COMPARES.has(this.word(i - 1)) || this.word(i - 2) === 'as' || this.word(i + 2) === 'as';
    const as = this.firstIn(
      first,
      last,
      i => this.lower[i] === 'as' && !compares(i) && !this.runs.isQuoted(i),
    );
    if (as < last) return as + 1 < last && !frames.includes('noun') ? [as + 1, last] : undefined;
    if (!frames.includes('complement')) return undefined;
    if (isAll) return said;
    const object = this.phrases.ahead(first, last);
    return object !== undefined &&
      object.last < last &&
      /^(?:DET|ADJ|ADV|NOUN|PROPN)$/.test(this.tag(object.last))
      ? [object.last, last]
      : undefined;
  }

  /** *the town of X, where ...*: the last clause tells the reader what the source need not have said. */
  #isGloss(i: number, { last }: Sentence): boolean {
    if (TIME_OPENERS.has(this.word(i))) return true;
    const relative = WHO_OR_WHICH.has(this.word(i)) || this.word(i) === 'where';
    return relative && !this.hasIn(i + 1, last, k => this.lower[k] === ',');
  }

  /** Where what was wished, or done by speaking, ends: with its clause. */
  actEnd(cue: Cue): number {
    const { last, sentence } = cue;
    // "those backing the plan are few", "their support for it grew": the next verb is that of the clause around it.
    const depends = cue.participle || cue.frames.includes('noun');
    const opens = (i: number): boolean => RELATIVES.has(this.word(i)) || SUBORDINATORS.has(this.word(i));
    const clause = depends ? this.firstIn(last, sentence.last, opens) : last;
    const breaks = (i: number): boolean => {
      const word = this.word(i);
      if (/^(?:[,;:–—]|--)$/.test(word) || REASONS.has(word)) return true;
      if (i === clause && cue.frames.includes('noun')) return true;
      if (depends && i < clause && this.isVerb(i) && !ING.test(word)) return this.word(i - 1) !== 'to';
      if (word !== 'and' && word !== 'but') return false;
      return this.isVerb(i + 1) || this.phrases.isPlainClause(i + 1, sentence.last);
    };
    return this.firstIn(last + 1, this.end(cue, last), breaks);
  }

  /** *called it "a trick" and left*: what was called something ends where the source does something else. */
  nextPredicate({ frames, sentence }: Cue, from: number): number {
    if (!frames.includes('quote')) return sentence.last;
    // "called it “a trick” after the paper wrote of it"
    const opensThread = (i: number): boolean => THREAD_OPENERS.has(this.word(i)) && this.runs.isQuoted(i - 1);
    const joinsVerb = (i: number): boolean =>
      /^(?:and|but)$/.test(this.word(i)) && (this.isVerb(i + 1) || this.isVerb(i + 2));
    const last = sentence.last - 1;
    const end = this.firstIn(from, last, i => this.lower[i] === ',' || joinsVerb(i) || opensThread(i));
    return end < last ? end : sentence.last;
  }

  /** Where what stands before a tail such as ", the ministry said" begins. */
  clauseStart(from: number, sentence: Sentence): number {
    for (let k = from - 1; k > sentence.first; k--) if (this.lower[k] === ';') return k + 1;
    return sentence.first;
  }

  /** A stretch without the marks at its ends; begun earlier, if a quotation reaches into it from the sentence before. */
  trim(first: number, last: number): Stretch | undefined {
    const b = this.lastFrom(last - 1, first, i => !/^[.,;:]$/.test(this.word(i))) + 1;
    const a = this.firstIn(first, b, i => !/^[,:]$/.test(this.word(i)));
    return b <= a ? undefined : [Math.min(a, this.runs.at(a)?.first ?? a), b];
  }

  /** The content of a cue from a token on. */
  from(cue: Cue, start: number): Stretch | undefined {
    return this.trim(start, this.end(cue, start));
  }

  /** The run that a cue leads up to, with no other cue between them. */
  runAfter(cue: Cue): Run | undefined {
    // What only tells of an act stands in nobody's way to a quotation.
    const next = cue.among.find(
      ({ first, frames }) => first > cue.first && frames.some(frame => frame !== 'act'),
    );
    const limit = Math.min(cue.sentence.last, cue.last + 40, next?.first ?? Number.POSITIVE_INFINITY);
    for (let i = cue.last; i < limit; i++) {
      const run = this.runs.at(i);
      if (run !== undefined) {
        // "called it 'Peace Now'" names something; "continued ... the 'Minsk Group'" only mentions a name.
        const names = cue.frames.includes('quote') && cue.frames.includes('act');
        if (!run.isName || names || /^[,:]$/.test(this.word(i - 1))) return run;
        i = run.last - 1;
      } else if (this.lower[i] === ';') return undefined;
    }
    return undefined;
  }

  /** Where a content that leads up to a run begins. */
  mixedStart(cue: Cue, run: Run): number {
    const start = this.start(cue);
    if (start !== undefined && start <= run.first) return start;
    const i = this.#afterAddressee(cue, run.first);
    return /^[,:]$/.test(this.word(i)) ? i + 1 : i;
  }

  /** Words of the sentence that stand before a quotation belong to it, if the source said them too. */
  runStart(run: Run, { sentence }: Cue): number {
    if (run.first <= sentence.first) return run.first;
    const start = this.clauseStart(run.first - 1, sentence);
    const mark = /^(?:[,:;—–-]|--)$/.test(this.word(run.first - 1));
    return mark || this.phrases.ahead(start, run.first) === undefined ? run.first : start;
  }

  /** Where a quotation broken by its cue goes on after it, from a token on. */
  runGoingOn(cue: Cue, from: number): Run | undefined {
    for (let i = from; i < cue.sentence.last; i++) {
      const next = this.runs.at(i);
      if (next !== undefined)
        return i === next.first && !next.isName && !this.#isOthers(next, cue) ? next : undefined;
      if (this.lower[i] === ';') return undefined;
      if (cue.among.some(({ first }) => first === i) || (i > from + 12 && this.isVerb(i))) return undefined;
    }
    return undefined;
  }

  /** *“Closed,” said X, “open,” said Y*: what stands before another cue and its source is not gone on with. */
  #isOthers(run: Run, { first, among }: Cue): boolean {
    const between = (to: number): boolean => this.hasIn(run.last, to, i => this.pos[i] === 'PUNCT');
    const claims = (other: Cue): boolean =>
      other.first > first &&
      !other.participle &&
      takesContent(other) &&
      run.last <= other.group &&
      other.group <= run.last + 6 &&
      !between(other.group);
    return this.pauses(run) && among.some(claims);
  }

  /** Whether a clause broken by "..., she said, ..." goes on at `i`. */
  goesOn(i: number, sentence: Sentence): boolean {
    if (i >= sentence.last) return false;
    // "By waiting, she said, the mayor “lost the town.”": marks show that it goes on.
    const quotes = (): boolean =>
      this.runs.all.some(({ first, last, isName }) => !isName && i < first && last <= sentence.last);
    return (
      !LEAVES.has(this.word(i)) ||
      (ARTICLES.has(this.word(i)) && quotes() && this.phrases.isClause(i, sentence.last))
    );
  }

  /** Whether a quotation ends as a sentence or a clause does. */
  isComplete(run: Run): boolean {
    return run.open || COMPLETE.test(this.speech.prose.slice(run.start, run.end));
  }

  /** Whether a clause of its own must follow a quotation: "...," she said. */
  pauses(run: Run): boolean {
    return PAUSES.test(this.speech.prose.slice(run.start, run.end));
  }
}
