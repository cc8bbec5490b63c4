import { BE, MATTER_PREPOSITIONS, NOT, RELATIVES } from '../english/closed-classes.js';
import { ING } from '../english/orthography.js';
import type { Span } from '../model/article.js';
import type {
  Mention,
  Paragraph,
  PersonReference,
  Quotation,
  Sentence,
  Speaker,
  Words,
} from '../model/doc.js';
import type { CueForm, CueFrame, Lexicons, Match } from '../model/lexicon.js';
import { findQuotedRuns, type QuotedRun } from './marks.js';
import { People } from './people.js';
import { type Phrase, Phrases } from './phrases.js';
import type { Cut } from './sentences.js';
import { DENIALS } from './verbs.js';

/** Attributions, and the quoted words that nobody but the outlet is responsible for. */
export interface Attributed {
  readonly quotations: Quotation[];
  /** Short runs in quotation marks without a source: distance, not speech. */
  readonly scares: Span[];
  /** Everything between quotation marks that is speech, not a name. */
  readonly quoted: Span[];
  readonly people: PersonReference[];
}

/** A quoted run on the tokens: `[first, last)` includes the marks. */
interface Run extends QuotedRun {
  readonly first: number;
  readonly last: number;
  /** A title or a name set in marks; no longer, once a cue has taken it for speech. */
  name: boolean;
}

/** A reporting word in its place: tokens `[first, last)`; its auxiliaries begin at `group`. */
interface Cue {
  readonly first: number;
  readonly last: number;
  readonly group: number;
  readonly frames: readonly CueFrame[];
  readonly match: Match<CueForm>;
  readonly sentence: Sentence;
  /** *saying that*: its subject is that of the main clause. */
  readonly participle: boolean;
  /** *did not say*: the source is not made responsible. */
  readonly denied: boolean;
  /** The subject once it was looked for. */
  subject?: { readonly phrase: Phrase | undefined };
}

interface Attribution {
  /** A reporting word; or a colon that does its work. */
  readonly cue: Pick<Cue, 'match'> | { readonly colon: Span } | undefined;
  readonly source: Phrase | undefined;
  /** The outlet tells that something was said or wished, in words of its own. */
  readonly act?: boolean;
  /** Token ranges `[first, last)`, in the order of the text. */
  readonly content: [number, number][];
}

/** A sentence with more reporting words than this is no prose, and would cost time that grows with their square. */
const MOST_CUES = 40;

/** Nouns and pronouns that stand for the body that last spoke. */
const STANDS_FOR_BODY =
  /^(?:it|they|statement|communique|ministry|office|letter|release|government|party|group|agency)$/;

/** A quotation that a clause of its own must follow: "...," she said. */
const PAUSE_INSIDE = /[,!?]["”’'»]*\s?$/;

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
  text: string,
  paragraphs: readonly Paragraph[],
  cut: Cut,
  words: Words,
  mentions: readonly Mention[],
  lexicons: Lexicons,
): Attributed {
  return new QuotationFinder(prose, text, paragraphs, cut, words, mentions, lexicons).find();
}

class QuotationFinder {
  readonly #runs: Run[] = [];
  /** Index of the run that a token stands in, or -1. */
  readonly #runOf: Int32Array;
  readonly #phrases: Phrases;
  readonly #lower: readonly string[];
  readonly #attributions: Attribution[] = [];
  readonly #people: People;
  #lastBody: Speaker | undefined;
  /** The attributions whose cue or content touches a sentence. */
  readonly #bySentence = new Map<number, Attribution[]>();
  readonly #cuesBySentence: readonly (readonly Cue[])[];
  /** The cues of the sentence at hand, and the sources found for them. */
  #cues: readonly Cue[] = [];
  readonly #sources = new Map<Cue, Phrase>();
  /** The last cue of each sentence, with its source. */
  readonly #lastCue = new Map<number, { readonly cue: Cue; readonly attribution: Attribution | undefined }>();

  constructor(
    private readonly prose: string,
    text: string,
    paragraphs: readonly Paragraph[],
    private readonly cut: Cut,
    private readonly words: Words,
    mentions: readonly Mention[],
    private readonly lexicons: Lexicons,
  ) {
    this.#runOf = new Int32Array(cut.text.length).fill(-1);
    let token = 0;
    for (const run of findQuotedRuns(prose, text, paragraphs)) {
      while (token < cut.text.length && (cut.end[token] as number) <= run.start) token++;
      const first = token;
      while (token < cut.text.length && (cut.start[token] as number) < run.end) token++;
      if (token === first) continue;
      this.#runOf.fill(this.#runs.length, first, token);
      this.#runs.push({ ...run, first, last: token, name: this.#isName(first, token) });
    }
    this.#phrases = new Phrases(cut, i => (this.#runOf[i] as number) >= 0);
    this.#lower = this.#phrases.lower;
    this.#cuesBySentence = cut.sentences.map(sentence => this.#cuesIn(sentence));
    const speech = new Set(this.#cuesBySentence.flatMap(cues => cues.map(({ group }) => group)));
    this.#people = new People(prose, cut, words, this.#phrases, mentions, lexicons, token =>
      speech.has(token),
    );
  }

  find(): Attributed {
    for (const sentence of this.cut.sentences) {
      this.#cues = this.#cuesBySentence[sentence.index] as readonly Cue[];
      for (const cue of this.#cues) {
        const attribution = this.#attribute(cue);
        this.#lastCue.set(sentence.index, { cue, attribution });
        if (attribution === undefined) continue;
        if (attribution.source !== undefined) this.#sources.set(cue, attribution.source);
        this.#add(attribution, sentence.index);
      }
      const colon = this.#colon(sentence);
      if (colon !== undefined) this.#add(colon, sentence.index);
    }
    this.#dropNested();
    const scares = this.#settleRuns();
    // In the order of the text, since a later source may stand for an earlier one.
    const quotations = this.#attributions
      .sort((a, b) => (a.content[0]?.[0] ?? 0) - (b.content[0]?.[0] ?? 0))
      .map(attribution => this.#toQuotation(attribution));
    const people = this.#people.references
      .filter(({ person }) => person.certain)
      .map(({ first, last, person, pronoun }) => ({
        span: this.#span(first, last),
        name: person.name,
        pronoun,
      }));
    return { quotations, scares, quoted: this.#runs.filter(run => !run.name), people };
  }

  #add(attribution: Attribution, sentence: number): void {
    this.#attributions.push(attribution);
    const touched = new Set([sentence]);
    for (const [a, b] of attribution.content)
      for (let s = this.#sentenceOf(a).index; s <= this.#sentenceOf(b - 1).index; s++) touched.add(s);
    for (const s of touched) {
      const list = this.#bySentence.get(s);
      if (list === undefined) this.#bySentence.set(s, [attribution]);
      else list.push(attribution);
    }
  }

  // Cues

  #cuesIn(sentence: Sentence): Cue[] {
    const cues: Cue[] = [];
    for (const match of this.lexicons.cue.find(this.words, sentence.from, sentence.to)) {
      const first = this.#tokenAt(match.start, sentence);
      const last = this.#tokenAt(match.end - 1, sentence) + 1;
      if ((this.#runOf[first] as number) >= 0) continue;
      if (cues.length === MOST_CUES) break;
      const { frames } = match.value;
      const worded = frames.includes('preposition') || frames.includes('noun');
      if (!worded) {
        if (this.#isAttributive(first, sentence.first)) continue;
        const verb =
          this.cut.pos.slice(first, last).includes('VERB') ||
          last - first > 1 ||
          this.#lower[last] === 'that';
        const speaks =
          frames.some(frame => frame !== 'act') && !(frames.includes('quote') && frames.includes('act'));
        const tagged =
          verb || (speaks && this.cut.pos[first] !== 'PROPN' && this.#besideRun(first, last, sentence));
        if (!tagged) continue;
      }
      let group = first;
      while (!worded && group > sentence.first && this.#phrases.isAuxiliary(group - 1)) group--;
      const auxiliaries = this.#lower.slice(group, first);
      cues.push({
        first,
        last,
        group,
        frames,
        match,
        sentence,
        participle: ING.test(this.#lower[first] as string) && auxiliaries.every(word => !BE.has(word)),
        denied:
          auxiliaries.some(word => NOT.has(word)) ||
          (this.#lower[group - 1] === 'to' && DENIALS.has(this.#lower[group - 2] as string)),
      });
    }
    return cues;
  }

  #besideRun(first: number, last: number, sentence: Sentence): boolean {
    const near = (i: number): boolean =>
      i >= sentence.first && i < sentence.last && (this.#runOf[i] as number) >= 0;
    if (near(first - 1)) return /^[,?!—]$/.test(this.#lower[first - 2] as string);
    return near(last) || (near(last + 1) && /^[,:]$/.test(this.#lower[last] as string));
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

  // One cue

  #attribute(cue: Cue): Attribution | undefined {
    if (cue.frames.includes('preposition')) return this.#prepositional(cue);
    if (cue.frames.includes('noun')) {
      const content = this.#trim(cue.last, this.#contentEnd(cue, cue.last));
      return content && { cue, source: this.#possessorOf(cue), content: [content] };
    }
    return this.#afterSpeech(cue) ?? this.#beforeSpeech(cue);
  }

  /** The subject of a reporting verb. */
  #subjectOf(cue: Cue): Phrase | undefined {
    cue.subject ??= { phrase: this.#findSubject(cue) };
    return cue.subject.phrase;
  }

  #findSubject(cue: Cue): Phrase | undefined {
    const { sentence } = cue;
    if (this.#sharesSubject(cue)) return this.#sharedSubject(cue);
    const k = this.#phrases.skipTimeBack(cue.group - 1, sentence.first);
    if (cue.participle) {
      const noun = this.#phrases.back(k, sentence.first);
      const inClause = noun === undefined || this.#phrases.hasVerb(sentence.first, noun.first);
      return inClause ? this.#sharedSubject(cue) : noun;
    }
    if (k < sentence.first) return undefined;
    const before = this.#lower[k] as string;
    // A relative pronoun is a source like other pronouns; who it stands for is settled with them.
    if (RELATIVES.has(before) && before.startsWith('wh')) return { first: k, last: k + 1, head: k };
    return this.#phrases.subjectEndingAt(cue.group - 1, sentence);
  }

  /** "... conceded that ... but implied", "..., saying", "went on to say": the subject is that of another verb. */
  #sharesSubject(cue: Cue): boolean {
    const k = this.#phrases.skipTimeBack(cue.group - 1, cue.sentence.first);
    const before = k >= cue.sentence.first ? (this.#lower[k] as string) : '';
    return /^(?:and|but|or|then|to)$/.test(before) || (before === ',' && cue.participle);
  }

  #sharedSubject(cue: Cue): Phrase | undefined {
    const earlier = this.#cues
      .filter(other => other.first < cue.first)
      .map(other => this.#sources.get(other));
    return (
      earlier.findLast(source => source !== undefined) ??
      this.#phrases.mainSubject(cue.sentence, cue.group) ??
      this.#subjectAfter(cue)
    );
  }

  /** *Noting that ..., she left*: after the comma. */
  #subjectAfter({ sentence, last }: Cue): Phrase | undefined {
    for (let i = last; i < sentence.last; i++) {
      if (this.#lower[i] !== ',') continue;
      const phrase = this.#phrases.ahead(i + 1, sentence.last);
      if (phrase !== undefined && this.#phrases.isVerb(phrase.last)) return phrase;
    }
    return undefined;
  }

  /** The content stands before the cue: *"...," she said*, *..., said the minister*, *A, she said, B*. */
  #afterSpeech(cue: Cue): Attribution | undefined {
    const { sentence } = cue;
    const phrases = this.#phrases;
    // ", saying ..." goes on from what was said; what it reports comes after it.
    if (cue.participle) return undefined;
    const inverted =
      cue.group === cue.first && !cue.frames.includes('addressee') ? this.#invertedSource(cue) : undefined;
    const subject = inverted === undefined ? this.#subjectOf(cue) : undefined;
    const source = inverted ?? subject;
    // "..., who said": what a relative clause reports comes after it.
    if (subject !== undefined && RELATIVES.has(this.#lower[subject.head] as string)) return undefined;
    // Where the words of the attribution begin and end.
    const from =
      subject === undefined || this.#sharesSubject(cue) ? cue.group : Math.min(subject.first, cue.group);
    const to = Math.max(cue.last, source?.last ?? 0);
    const mark = this.#lower[from - 1] ?? '';
    const spoken = /^[,—–-]|--$/.test(mark) ? from - 2 : from - 1;
    const run = this.#runs[this.#runOf[spoken] as number];
    const tail = phrases.onlyCircumstance(to, sentence.last);
    const pauses = run !== undefined && PAUSE_INSIDE.test(this.prose.slice(run.start, run.end));
    const opens = run !== undefined && run.first <= sentence.first;
    if (run !== undefined && run.last === spoken + 1 && (!run.name || mark === ',' || (pauses && opens))) {
      const here = spoken >= sentence.first;
      const near = run.paragraph === sentence.paragraph;
      const adjoins = pauses && from === cue.first && takesContent(cue);
      if (
        (here && (source !== undefined || tail || adjoins)) ||
        (!here && near && tail && source !== undefined && this.#runAfter(cue) === undefined)
      ) {
        run.name = false;
        const content: [number, number][] = [[this.#runStart(run, cue), run.last]];
        this.#addAfter(cue, to, content);
        return { cue, source, content };
      }
    }
    if (mark !== ',' || source === undefined || cue.denied) return undefined;
    if (
      spoken < sentence.first ||
      !cue.frames.some(frame => frame === 'clause' || frame === 'addressee' || frame === 'that')
    )
      return undefined;
    const start = this.#clauseStart(spoken, sentence);
    const goesOn = this.#lower[to] === ',';
    if (goesOn ? !phrases.hasVerb(start, spoken + 1) && !phrases.hasVerb(to, sentence.last) : !tail)
      return undefined;
    const quotes = this.#runs.some(({ first, last, name }) => !name && start <= first && last <= spoken);
    if (!goesOn && !quotes && !phrases.hasVerb(start, spoken + 1)) return undefined;
    if (goesOn && !phrases.isClause(start, spoken + 1) && (this.#runOf[to + 1] as number) >= 0)
      return undefined;
    const before = this.#trim(start, spoken + 1);
    if (before === undefined) return undefined;
    const content = [before];
    if (goesOn && this.#resumes(to + 1, sentence)) {
      const after = this.#trim(to + 1, this.#contentEnd(cue, to + 1));
      if (after !== undefined) content.push(after);
    }
    return { cue, source, content };
  }

  /** *said the minister*, *reported the paper on Friday*: only after a mark or a quotation. */
  #invertedSource(cue: Cue): Phrase | undefined {
    const before = cue.group - 1;
    if (before < 0) return undefined;
    const quoted = (this.#runOf[before] as number) >= 0;
    if (!quoted && !/^(?:,|—|–|--|-)$/.test(this.#lower[before] as string)) return undefined;
    const phrase = this.#phrases.ahead(cue.last, cue.sentence.last);
    if (phrase === undefined) return undefined;
    const next = phrase.last;
    // "..., said the sky was falling" is no inversion: a verb follows.
    if (this.#phrases.isVerb(next) && !quoted) return undefined;
    return this.#phrases.withApposition(phrase, cue.sentence.last);
  }

  /** Words of the sentence that stand before a quotation belong to it, if the source said them too. */
  #runStart(run: Run, { sentence }: Cue): number {
    if (run.first <= sentence.first) return run.first;
    const start = this.#clauseStart(run.first - 1, sentence);
    const mark = /^(?:[,:;—–-]|--)$/.test(this.#lower[run.first - 1] as string);
    return mark || this.#phrases.ahead(start, run.first) === undefined ? run.first : start;
  }

  /** A quotation broken by its cue goes on after it. */
  #addAfter(cue: Cue, to: number, content: [number, number][]): void {
    for (let i = to; i < cue.sentence.last; i++) {
      const next = this.#runs[this.#runOf[i] as number];
      if (next !== undefined) {
        if (i === next.first && !next.name) content.push([next.first, next.last]);
        return;
      }
      if (this.#cues.some(({ first }) => first === i) || (i > to + 12 && this.#phrases.isVerb(i))) return;
    }
  }

  /** Whether a clause broken by "..., she said, ..." goes on at `i`. */
  #resumes(i: number, sentence: Sentence): boolean {
    return (
      i < sentence.last &&
      !/^(?:who|which|whose|a|an|the|adding|in|as|after|while)$/.test(this.#lower[i] as string)
    );
  }

  /** The content follows the cue: *said: "..."*, *said that ...*, *called him "..."*, *accused them of ...*. */
  #beforeSpeech(cue: Cue): Attribution | undefined {
    const { sentence } = cue;
    // "But, said the minister, ..."
    const inserted = this.#lower[cue.group - 1] === ',' && cue.group === cue.first;
    const source = this.#subjectOf(cue) ?? (inserted ? this.#invertedSource(cue) : undefined);
    if (source === undefined && cue.group > sentence.first + 1 && !cue.participle) return undefined;
    const run = this.#runAfter(cue);
    if (run !== undefined) {
      const mark = this.#lower[run.first - 1] as string;
      const adjacent =
        run.first === cue.last ||
        ((mark === ',' || mark === ':') && !this.#phrases.isClause(cue.last, run.first));
      const end = this.#isComplete(run)
        ? run.last
        : Math.max(run.last, Math.min(this.#contentEnd(cue, run.last), this.#nextPredicate(cue, run.last)));
      const start = adjacent ? run.first : this.#mixedStart(cue, run);
      const content: [number, number][] = [[start, end]];
      return { cue, source, content };
    }
    if (source === undefined) return undefined;
    const start = cue.denied ? undefined : this.#contentStart(cue);
    if (start === undefined) return this.#act(cue, source);
    const content = this.#trim(start, this.#contentEnd(cue, start));
    return content && { cue, source, content: [content] };
  }

  /** *called it "a trick" and left*: what was called something ends where the source does something else. */
  #nextPredicate({ frames, sentence }: Cue, from: number): number {
    if (!frames.includes('quote')) return sentence.last;
    for (let i = from; i + 1 < sentence.last; i++) {
      const word = this.#lower[i] as string;
      if (word === ',') return i;
      if ((word === 'and' || word === 'but') && (this.#phrases.isVerb(i + 1) || this.#phrases.isVerb(i + 2)))
        return i;
    }
    return sentence.last;
  }

  /** *called for talks*, *refused to comment*: what was said or wished, in the outlet's words. */
  #act(cue: Cue, source: Phrase): Attribution | undefined {
    // "to support them" is a purpose, not yet an act.
    if (!cue.frames.includes('act') || this.#lower[cue.group - 1] === 'to') return undefined;
    const next = this.cut.pos[cue.last];
    const word = this.#lower[cue.last];
    const opens =
      next === 'DET' ||
      next === 'ADJ' ||
      next === 'NOUN' ||
      next === 'PROPN' ||
      next === 'PRON' ||
      next === 'NUM';
    if (!(opens || word === 'to' || (next === 'VERB' && ING.test(word ?? '')))) return undefined;
    if (cue.last >= cue.sentence.last || this.#phrases.isTime(cue.last)) return undefined;
    // Only people and bodies act; "the conflict threatened to spread" is no speech.
    const agent = RELATIVES.has(this.#lower[source.head] as string)
      ? (this.#antecedent(source) ?? source)
      : source;
    if (!this.#people.isAgent(agent)) return undefined;
    const content = this.#trim(cue.last, this.#contentEnd(cue, cue.last));
    return content && { cue, source, content: [content], act: true };
  }

  /** *Clinton: "..."*, *issued the following statement: "..."*; in headlines also *Clinton camp: the vote is won*. */
  #colon(sentence: Sentence): Attribution | undefined {
    const { first, last, span, zone } = sentence;
    const headline = zone === 'headline' || sentence.index === 0;
    for (let i = first + 1; i + 1 < last; i++) {
      if (this.#lower[i] !== ':' || (this.#runOf[i] as number) >= 0) continue;
      const run = this.#runs[this.#runOf[i + 1] as number];
      const verbs = this.#phrases.hasVerb(first, i);
      if (
        run === undefined
          ? !headline || verbs || i - first > 7 || !this.#phrases.hasVerb(i + 1, last)
          : run.name
      )
        return undefined;
      if (
        this.#bySentence
          .get(sentence.index)
          ?.some(({ content }) => content.some(([a, b]) => a <= i + 1 && i + 1 < b))
      )
        return undefined;
      const source = verbs ? this.#phrases.mainSubject(sentence, i) : this.#phrases.ahead(first, i);
      if (source === undefined || (!verbs && source.last !== i)) return undefined;
      const content =
        run === undefined ? this.#trim(i + 1, last) : ([run.first, run.last] as [number, number]);
      const verb = verbs ? this.#firstVerb(source.last, i) : i;
      const colon = { start: this.cut.start[verb] as number, end: this.cut.end[i] as number };
      return content && span.start <= colon.start
        ? { cue: { colon }, source, content: [content] }
        : undefined;
    }
    return undefined;
  }

  #firstVerb(from: number, to: number): number {
    for (let i = from; i < to; i++) if (this.#phrases.isVerb(i)) return i;
    return to;
  }

  /** The run that a cue leads up to, with no other cue between them. */
  #runAfter(cue: Cue): Run | undefined {
    const next = this.#cues.find(({ first }) => first > cue.first);
    const limit = Math.min(cue.sentence.last, cue.last + 40, next?.first ?? Number.POSITIVE_INFINITY);
    for (let i = cue.last; i < limit; i++) {
      const run = this.#runs[this.#runOf[i] as number];
      if (run !== undefined) {
        // "called it 'Peace Now'" names something; "continued ... the 'Minsk Group'" only mentions a name.
        const names = cue.frames.includes('quote') && cue.frames.includes('act');
        if (run.name && !names && !/^[,:]$/.test(this.#lower[i - 1] as string)) {
          i = run.last - 1;
          continue;
        }
        return run;
      }
      if (this.#lower[i] === ';') return undefined;
    }
    return undefined;
  }

  /** Whether a quotation ends as a sentence or a clause does. */
  #isComplete(run: Run): boolean {
    return run.open || /[.,!?…—-]["”’'»]*\s?$/.test(this.prose.slice(run.start, run.end));
  }

  /** Where a content that leads up to a run begins. */
  #mixedStart(cue: Cue, run: Run): number {
    const start = this.#contentStart(cue);
    if (start !== undefined && start <= run.first) return start;
    let i = cue.last;
    if (cue.frames.includes('addressee')) i = this.#phrases.ahead(i, run.first)?.last ?? i;
    i = this.#phrases.skipCircumstance(i, run.first);
    return /^[,:]$/.test(this.#lower[i] as string) ? i + 1 : i;
  }

  #prepositional(cue: Cue): Attribution | undefined {
    const { sentence } = cue;
    const phrase = this.#phrases.ahead(cue.last, sentence.last);
    if (phrase === undefined) return undefined;
    const source = this.#phrases.withApposition(phrase, sentence.last);
    if (cue.first - sentence.first <= 1) {
      let start = source.last;
      for (let k = source.last; k < Math.min(source.last + 10, sentence.last); k++)
        if (this.#lower[k] === ',') {
          start = k + 1;
          break;
        }
      const content = this.#trim(start, sentence.last);
      return content && { cue, source, content: [content] };
    }
    const end = /^[,—–-]$/.test(this.#lower[cue.first - 1] as string) ? cue.first - 1 : cue.first;
    const content = this.#trim(this.#clauseStart(end - 1, sentence), end);
    return content && { cue, source, content: [content] };
  }

  /** *Armenia's claim that*: the possessor; else nobody. */
  #possessorOf(cue: Cue): Phrase | undefined {
    const mark = this.#lower[cue.first - 1];
    if (mark === "'s" || mark === '’s' || mark === "'" || mark === '’')
      return this.#phrases.back(cue.first - 2, cue.sentence.first);
    return undefined;
  }

  // The ends of contents

  /** Where the content of a reporting verb begins; undefined where none follows. */
  #contentStart(cue: Cue): number | undefined {
    const { sentence, frames } = cue;
    const limit = Math.min(sentence.last, cue.last + 25);
    if (frames.includes('quote') || frames.every(frame => frame === 'act')) return undefined;
    if (frames.includes('matter')) {
      for (let i = cue.last; i < Math.min(limit, cue.last + 12); i++) {
        const word = this.#lower[i] as string;
        if (MATTER_PREPOSITIONS.has(word)) return i;
        if (this.cut.pos[i] === 'VERB' || /^[;.]$/.test(word)) break;
      }
      if (!frames.includes('clause')) return undefined;
    }
    for (let i = cue.last; i < limit; i++) {
      const word = this.#lower[i] as string;
      if (
        word === 'that' &&
        (!this.#phrases.isVerb(i + 1) || ING.test(this.#lower[i + 1] as string)) &&
        (this.cut.pos[i] !== 'DET' || this.#phrases.hasVerb(i + 1, sentence.last))
      )
        return i;
      if (i <= cue.last + 3 && /^(?:if|whether|how|why|what)$/.test(word)) return i;
      if (this.#phrases.isVerb(i) || /^[;:]$/.test(word)) break;
    }
    if (!frames.includes('clause') && !frames.includes('addressee')) return undefined;
    let i = cue.last;
    if (frames.includes('addressee')) i = this.#phrases.ahead(i, sentence.last)?.last ?? i;
    i = this.#phrases.skipCircumstance(i, sentence.last);
    if (i >= sentence.last || /^[,;:.]$/.test(this.#lower[i] as string)) return undefined;
    const pos = this.cut.pos[i];
    if (pos === 'ADP' || pos === 'PART' || pos === 'CCONJ' || pos === 'SCONJ') return undefined;
    return this.#phrases.isClause(i, sentence.last) ? i : undefined;
  }

  /**
   * Where the content of a reporting verb ends: with the sentence, or before what takes up the outlet's own thread
   * (*, after ...*, *, but denied that ...*).
   */
  #contentEnd(cue: Cue, from: number): number {
    const { sentence } = cue;
    const source = this.#subjectOf(cue);
    const relative = source !== undefined && RELATIVES.has(this.#lower[source.head] as string);
    const matter = MATTER_PREPOSITIONS.has(this.#lower[from] as string);
    for (let i = from + 1; i < sentence.last; i++) {
      const word = this.#lower[i] as string;
      if (word === ';') return i;
      if (
        (word === 'and' || word === 'but') &&
        this.#cues.some(
          other => other.group === i + 1 && other !== cue && !other.participle && takesContent(other),
        )
      ) {
        return this.#lower[i - 1] === ',' ? i - 1 : i;
      }
      // "accused them of shelling towns and thousands have fled": a clause of its own is no matter of the accusation.
      if (matter && (word === 'and' || word === 'but') && this.#phrases.isPlainClause(i + 1, sentence.last))
        return i;
      if (word !== ',') continue;
      if (relative) return i;
      const next = this.#lower[i + 1] ?? '';
      if (/^(?:after|according|while|although|though|whereas|amid|following)$/.test(next)) return i;
      // ", saying ..." and ", reported the paper": another attribution begins.
      if (
        this.#cues.some(other => other.group === i + 1 && (other.participle || other.first === other.group))
      )
        return i;
    }
    return sentence.last;
  }

  /** Where what stands before a tail such as ", the ministry said" begins. */
  #clauseStart(from: number, sentence: Sentence): number {
    for (let k = from - 1; k > sentence.first; k--) if (this.#lower[k] === ';') return k + 1;
    return sentence.first;
  }

  /** A range without the marks at its ends; begun earlier, if a quotation reaches into it from the sentence before. */
  #trim(first: number, last: number): [number, number] | undefined {
    let [a, b] = [first, last];
    while (b > a && /^[.,;:]$/.test(this.#lower[b - 1] as string)) b--;
    while (a < b && /^[,:]$/.test(this.#lower[a] as string)) a++;
    if (b <= a) return undefined;
    const begun = this.#runs[this.#runOf[a] as number];
    if (begun !== undefined && begun.first < a) a = begun.first;
    return [a, b];
  }

  /**
   * Inside what somebody is reported to have said, wishes and acts are part of it (*said he wanted*), and so is what a
   * pronoun says (*said he believed that*): the pronoun is most often the speaker.
   */
  #dropNested(): void {
    const within = (inner: Attribution, outer: Attribution): boolean =>
      inner !== outer &&
      inner.content.every(([a, b]) => outer.content.some(([c, d]) => c <= a && b <= d && d - c > b - a));
    const kept = this.#attributions.filter(inner => {
      if (inner.act !== true && (inner.source === undefined || this.cut.pos[inner.source.head] !== 'PRON'))
        return true;
      const near = this.#bySentence.get(this.#sentenceOf(inner.content[0]?.[0] ?? 0).index) ?? [];
      return !near.some(outer => (inner.act === true || outer.act !== true) && within(inner, outer));
    });
    const dropped = new Set(this.#attributions);
    for (const attribution of kept) dropped.delete(attribution);
    this.#attributions.splice(0, this.#attributions.length, ...kept);
    for (const [sentence, list] of this.#bySentence)
      this.#bySentence.set(
        sentence,
        list.filter(attribution => !dropped.has(attribution)),
      );
  }

  // Runs that no cue has claimed

  #settleRuns(): Span[] {
    const scares: Span[] = [];
    const owner: (Attribution | undefined)[] = this.#runs.map(run =>
      this.#bySentence
        .get(this.#sentenceOf(run.first).index)
        ?.findLast(({ content }) => content.some(([a, b]) => a < run.last && run.first < b)),
    );
    for (const [r, run] of this.#runs.entries()) {
      if (owner[r] !== undefined || run.name) continue;
      const speech = this.#speechJoined(r, owner) ?? this.#speechBefore(r, owner);
      if (speech !== undefined) {
        speech.content.push([run.first, run.last]);
        this.#bySentence.set(this.#sentenceOf(run.last - 1).index, [speech]);
        owner[r] = speech;
      } else if (this.#wordsIn(run) >= SPEECH_WORDS || this.#isWholeSentence(run)) {
        owner[r] = { cue: undefined, source: undefined, content: [[run.first, run.last]] };
        this.#attributions.push(owner[r]);
      } else scares.push({ start: run.start, end: run.end });
    }
    return scares;
  }

  /** *vowed to "..." and to "..."*: what nothing but a conjunction parts has one source. */
  #speechJoined(r: number, owner: readonly (Attribution | undefined)[]): Attribution | undefined {
    const run = this.#runs[r] as Run;
    const previous = this.#runs[r - 1];
    if (previous === undefined || previous.paragraph !== run.paragraph || run.first - previous.last > 4)
      return undefined;
    let joins = false;
    for (let i = previous.last; i < run.first; i++) {
      const word = this.#lower[i] as string;
      if (word === 'and' || word === 'or' || word === 'but') joins = true;
      else if (!/^(?:,|to|that|of|as|a|an|the)$/.test(word)) return undefined;
    }
    return joins ? owner[r - 1] : undefined;
  }

  /**
   * The attribution that a quotation without a cue goes on with: it opens a sentence, and the sentence before it, or
   * the paragraph before its own, is attributed.
   */
  #speechBefore(r: number, owner: readonly (Attribution | undefined)[]): Attribution | undefined {
    const run = this.#runs[r] as Run;
    const sentence = this.#sentenceOf(run.first);
    if (run.first !== sentence.first) return undefined;
    const previous = this.#runs[r - 1];
    if (run.resumes && previous !== undefined) return owner[r - 1];
    const before = this.cut.sentences[sentence.index - 1];
    if (before === undefined || sentence.paragraph - before.paragraph > 1) return undefined;
    if (before.paragraph !== sentence.paragraph && !this.#isWholeSentence(run)) return undefined;
    if (this.#lower[before.last - 1] === ':') {
      const { cue, attribution } = this.#lastCue.get(before.index) ?? {};
      const source =
        attribution?.source ??
        (cue && this.#subjectOf(cue)) ??
        this.#phrases.mainSubject(before, before.last);
      const verb = this.#firstVerb(source?.last ?? before.first, before.last - 1);
      const colon = { start: this.cut.start[verb] as number, end: before.span.end };
      const speech: Attribution = { cue: cue ?? { colon }, source, content: [] };
      this.#attributions.push(speech);
      return speech;
    }
    return this.#bySentence
      .get(before.index)
      ?.findLast(({ source, act }) => source !== undefined && act !== true);
  }

  #sentenceOf(token: number): Sentence {
    return this.cut.sentences[this.cut.sentenceOf[token] as number] as Sentence;
  }

  #wordsIn(run: Run): number {
    let n = 0;
    for (let i = run.first; i < run.last; i++) if (this.cut.pos[i] !== 'PUNCT') n++;
    return n;
  }

  #isWholeSentence(run: Run): boolean {
    return (
      run.first === this.#sentenceOf(run.first).first && run.last >= this.#sentenceOf(run.last - 1).last - 1
    );
  }

  /** Every word of weight has a capital, and there are few. */
  #isName(first: number, last: number): boolean {
    if (last - first > 12) return false;
    let capitals = 0;
    for (let i = first; i < last; i++) {
      const pos = this.cut.pos[i];
      if (pos === 'PUNCT' || pos === 'ADP' || pos === 'DET' || pos === 'CCONJ') continue;
      if (!/^[\p{Lu}\p{N}]/u.test(this.cut.text[i] as string)) return false;
      capitals++;
    }
    return capitals > 0;
  }

  // To the model

  #toQuotation({ cue, source, content, act }: Attribution): Quotation {
    return {
      form: this.#formOf(content),
      content: content.map(([a, b]) => this.#span(a, b)),
      ...(cue !== undefined && 'colon' in cue && { cue: cue.colon, stance: 'neutral' }),
      ...(cue !== undefined &&
        'match' in cue && {
          cue: { start: cue.match.start, end: cue.match.end },
          stance: cue.match.value.stance,
        }),
      ...(act === true && { act }),
      ...(source !== undefined && { source: this.#speaker(source) }),
    };
  }

  /** By the share of the content's words between quotation marks: nine tenths are direct, none is indirect. */
  #formOf(content: readonly [number, number][]): Quotation['form'] {
    let letters = 0;
    let quoted = 0;
    for (const [a, b] of content)
      for (let i = a; i < b; i++) {
        if (this.cut.pos[i] === 'PUNCT') continue;
        const size = (this.cut.text[i] as string).length;
        letters += size;
        if ((this.#runOf[i] as number) >= 0 && !this.#runs[this.#runOf[i] as number]?.single) quoted += size;
      }
    return quoted === 0 ? 'indirect' : quoted >= letters * 0.9 ? 'direct' : 'mixed';
  }

  /**
   * Who a source is: the person it names or stands for; else the party and the kind of its words; *the statement*, *it*
   * and the like stand for the last body that spoke.
   */
  #speaker(source: Phrase): Speaker {
    const span = this.#span(source.first, source.last);
    const head = this.#span(source.head, source.head + 1);
    const relative = RELATIVES.has(this.#lower[source.head] as string);
    const antecedent = relative ? this.#antecedent(source) : undefined;
    const phrase = antecedent ?? source;
    const person = this.#people.in(phrase);
    const jointly = this.#people.areSeveral(phrase);
    if (person !== undefined) {
      const {
        name,
        party = this.#people.partyIn(phrase),
        kind = this.#people.kindIn(phrase) ?? 'other',
      } = person;
      return { span, head, kind, name, ...(party !== undefined && { party }) };
    }
    const body = jointly ? undefined : this.#people.mentionsIn(phrase).find(({ name }) => name !== undefined);
    const party = jointly ? undefined : (body?.party ?? this.#people.partyIn(phrase));
    const kind = body?.role ?? this.#people.kindIn(phrase) ?? (party === undefined ? undefined : 'official');
    const owner = this.#people.ownerOf(phrase);
    if (owner !== undefined)
      return {
        span,
        head,
        kind: kind ?? 'official',
        ...(owner.party !== undefined && { party: owner.party }),
      };
    if (
      party === undefined &&
      source.last - source.first <= 2 &&
      STANDS_FOR_BODY.test(this.#lower[source.head] as string)
    ) {
      const subject = this.#subjectBody(source);
      if (subject !== undefined) return { ...subject, span, head };
      if (this.#lastBody !== undefined) return { ...this.#lastBody, span, head };
    }
    // "a spokesman for the ministry" is not the ministry, but speaks for it; "the president's office" is not the president.
    const speaker: Speaker = {
      span,
      head,
      kind: kind ?? (this.cut.pos[source.head] === 'PROPN' ? 'other' : 'unnamed'),
      ...(party !== undefined && { party }),
      ...(body?.name !== undefined && body.form !== 'proper' && { name: body.name }),
    };
    if (party !== undefined) this.#lastBody = speaker;
    return speaker;
  }

  /** The party or body that opens the sentence before: what *it* and *its statement* most likely take up. */
  #subjectBody({ first }: Phrase): Omit<Speaker, 'span' | 'head'> | undefined {
    const before = this.cut.sentences[this.#sentenceOf(first).index - 1];
    const subject = before && this.#phrases.ahead(before.first, before.last);
    const mention = subject && this.#people.mentionsIn(subject)[0];
    if (mention === undefined || (mention.role !== undefined && mention.form === 'proper')) return undefined;
    return {
      party: mention.party,
      kind: mention.role ?? 'official',
      ...(mention.name !== undefined && { name: mention.name }),
    };
  }

  /** The noun phrase before a relative pronoun. */
  #antecedent({ first }: Phrase): Phrase | undefined {
    const { first: floor } = this.#sentenceOf(first);
    return this.#phrases.back(this.#lower[first - 1] === ',' ? first - 2 : first - 1, floor);
  }

  #span(first: number, last: number): Span {
    const opening = this.#runs[this.#runOf[first] as number];
    const closing = this.#runs[this.#runOf[last - 1] as number];
    // A typewriter's mark has two characters, of which the token is one.
    const start = opening?.first === first ? opening.start : (this.cut.start[first] as number);
    const end = closing?.last === last ? closing.end : (this.cut.end[Math.max(first, last - 1)] as number);
    return { start, end: Math.max(start, end) };
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

/** Whether a verb reports what was said, and not only that something was wished. */
const takesContent = ({ frames }: Cue): boolean =>
  frames.some(frame => frame === 'clause' || frame === 'that' || frame === 'addressee');
