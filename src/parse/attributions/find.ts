import {
  ACTING_PRONOUNS,
  AFTER_AGENT,
  AS_COMPARES,
  BE,
  CONDITIONALS,
  NOUN_LINKS,
  OBJECT_PRONOUNS,
  QUESTION_OPENERS,
  SUBORDINATORS,
} from '../../english/closed-classes.js';
import { ING } from '../../english/orthography.js';
import type { People } from '../people.js';
import type { Phrase } from '../phrases.js';
import { type Speech, SpeechReader } from '../speech.js';
import type { Attribution } from './attribution.js';
import type { Contents, Stretch } from './contents.js';
import { type Cue, takesContent } from './cue.js';
import type { Run } from './runs.js';
import type { Sources } from './sources.js';
import type { Unsaid } from './unsaid.js';

/** What stands around a cue that may follow what it reports. */
interface Tail {
  readonly source: Phrase | undefined;
  /** The last token of what is said, or of what stands before the words of the attribution. */
  readonly spoken: number;
  /** What stands between the two. */
  readonly mark: string;
  /** The words of the attribution, `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** Whether nothing but time and place stands behind them. */
  readonly closes: boolean;
}

/** What one reporting word, or a colon, makes somebody responsible for. */
export class AttributionFinder extends SpeechReader {
  constructor(
    speech: Speech,
    private readonly sources: Sources,
    private readonly contents: Contents,
    private readonly people: People,
    private readonly unsaid: Unsaid,
  ) {
    super(speech);
  }

  /** @param isTaken whether the words at a token are attributed already */
  of(cue: Cue, isTaken: (token: number) => boolean): Attribution | undefined {
    if (cue.frames.includes('preposition')) return this.#prepositional(cue);
    if (cue.frames.includes('noun')) return this.#nominal(cue);
    const found = this.#asClause(cue) ?? this.#afterContent(cue, isTaken) ?? this.#beforeContent(cue);
    if (found?.source === undefined) return found;
    if (this.#isNobody(found.source, cue)) return undefined;
    return this.#isGuessed(found.source, cue) && !this.#quotes(found) ? { ...found, act: true } : found;
  }

  /** *X may believe that*, *if X thinks that*: the outlet’s own guess. */
  #isGuessed({ first }: Phrase, { guessed }: Cue): boolean {
    return guessed || CONDITIONALS.has(this.word(first - 1));
  }

  #quotes({ content }: Attribution): boolean {
    return content.some(([a, b]) => this.hasIn(a, b, i => this.runs.isQuoted(i)));
  }

  /** *The deal is, as X put it, a gift*: what the clause stands in. */
  #asClause(cue: Cue): Attribution | undefined {
    const { sentence, last } = cue;
    if (cue.denied || cue.participle || cue.guessed || !(takesContent(cue) || cue.frames.includes('quote')))
      return undefined;
    const source = this.sources.subjectOf(cue);
    const as = (source?.first ?? 0) - 1;
    if (source === undefined || this.word(as) !== 'as' || AS_COMPARES.has(this.word(as - 1)))
      return undefined;
    // "As the talks concluded, it rained": what cannot speak puts nothing.
    if (!this.sources.canSpeak(source)) return undefined;
    const end = this.phrases.skipCircumstance(
      OBJECT_PRONOUNS.has(this.word(last)) ? last + 1 : last,
      sentence.last,
    );
    if (!/^[,.;—–]$/.test(this.word(end)) && end < sentence.last) return undefined;
    const start = this.contents.clauseStart(as - 1, sentence);
    const isAside = as === sentence.first || this.word(as - 1) === ',' || this.runs.isQuoted(as - 1);
    // "As X said on Friday, “...”": a quotation of its own.
    if (!isAside || (this.lower[end] === ',' && this.runs.isQuoted(end + 1))) return undefined;
    const before = as > start ? this.contents.trim(start, as) : undefined;
    const rest = this.lower[end] === ',' ? this.contents.trim(end + 1, sentence.last) : undefined;
    const content = [before, rest].filter(each => each !== undefined);
    return content.length > 0 ? { cue, source, content } : undefined;
  }

  /** *It would be easy to think that*, *no doubt*: nobody thinks or says so. */
  #isNobody({ first, head }: Phrase, cue: Cue): boolean {
    const word = this.word(head);
    // "an estimated 200", "no doubt"
    if (
      (this.pos[head] === 'DET' && !this.phrases.standsAlone(head)) ||
      (this.word(first) === 'no' && head > first)
    )
      return true;
    if (this.pos[head] !== 'PRON' || this.runs.isQuoted(head)) return false;
    return (
      word === 'it' &&
      first < cue.first &&
      this.lower[cue.group - 1] === 'to' &&
      BE.has(this.word(this.phrases.firstVerb(head + 1, cue.first)))
    );
  }

  /** The content stands before the cue: *"...," she said*, *..., said the minister*, *A, she said, B*. */
  #afterContent(cue: Cue, isTaken: (token: number) => boolean): Attribution | undefined {
    // ", saying ..." goes on from what was said; what it reports comes after it.
    if (cue.participle) return undefined;
    const inverts = cue.group === cue.first && !cue.frames.includes('addressee');
    const inverted = inverts ? this.sources.inverted(cue) : undefined;
    const subject = inverted === undefined ? this.sources.subjectOf(cue) : undefined;
    const source = inverted ?? subject;
    // "..., who said": what a relative clause reports comes after it.
    if (subject !== undefined && this.sources.isRelative(subject)) return undefined;
    const from =
      subject === undefined || this.sources.sharesSubject(cue)
        ? cue.group
        : Math.min(subject.first, cue.group);
    const to = Math.max(cue.last, source?.last ?? 0);
    const mark = this.word(from - 1);
    const spoken = /^[,—–-]|--$/.test(mark) ? from - 2 : from - 1;
    const closes = this.phrases.onlyCircumstance(to, cue.sentence.last);
    const tail = { source, spoken, mark, from, to, closes };
    return this.#afterQuotation(cue, tail, isTaken) ?? this.#afterClause(cue, tail);
  }

  #afterQuotation(
    cue: Cue,
    { source, spoken, mark, from, to, closes }: Tail,
    isTaken: (token: number) => boolean,
  ): Attribution | undefined {
    const { sentence } = cue;
    const run = this.runs.at(spoken);
    if (run === undefined || run.last !== spoken + 1 || this.unsaid.isPut(cue, run)) return undefined;
    const pauses = this.contents.pauses(run);
    if (run.isName && mark !== ',' && !(pauses && run.first <= sentence.first)) return undefined;
    const adjoins = pauses && from === cue.first && takesContent(cue);
    const attributed =
      spoken >= sentence.first
        ? source !== undefined || closes || adjoins
        : run.paragraph === sentence.paragraph &&
          closes &&
          this.#closesQuotation(cue, run) &&
          !isTaken(spoken) &&
          source !== undefined &&
          this.contents.runAfter(cue) === undefined;
    if (!attributed) return undefined;
    run.isName = false;
    const content: Stretch[] = [[this.contents.runStart(run, cue), run.last]];
    const next = this.contents.runGoingOn(cue, to);
    if (next !== undefined) content.push([next.first, next.last]);
    return { cue, source, content };
  }

  /** *“Why now?” she asked*, *“It is late.” He said it again*; but *“It is late.” Moss did not comment* is another matter. */
  #closesQuotation({ denied, frames }: Cue, run: Run): boolean {
    if (denied) return false;
    return this.contents.pauses(run) || frames.includes('clause');
  }

  #afterClause(cue: Cue, { source, spoken, mark, to, closes }: Tail): Attribution | undefined {
    const { sentence } = cue;
    if (mark !== ',' || source === undefined || cue.denied) return undefined;
    if (spoken < sentence.first || !takesContent(cue)) return undefined;
    const start = this.contents.clauseStart(spoken, sentence);
    // "When she asked, the mayor reminded her of ...": a clause that depends on what follows.
    if (SUBORDINATORS.has(this.word(start)) && !this.hasIn(start, spoken, i => this.lower[i] === ','))
      return undefined;
    if (this.unsaid.isTagged(cue, start, spoken)) return undefined;
    const hasVerb = this.phrases.hasVerb(start, spoken + 1);
    const goesOn = this.lower[to] === ',';
    if (goesOn ? !hasVerb && !this.phrases.hasVerb(to, sentence.last) : !closes) return undefined;
    const fronted = goesOn && (!hasVerb || ING.test(this.word(start)));
    const late = fronted ? this.#clauseBehindInsertion(cue, to + 1) : undefined;
    if (late !== undefined) return { cue, source, content: [late] };
    const quotes = (): boolean =>
      this.runs.all.some(({ first, last, isName }) => !isName && start <= first && last <= spoken);
    if (!goesOn && (!hasVerb || this.unsaid.isSetting(start, spoken)) && !quotes()) return undefined;
    if (goesOn && !this.phrases.isClause(start, spoken + 1) && this.runs.isQuoted(to + 1)) return undefined;
    const before = this.contents.trim(start, spoken + 1);
    if (before === undefined) return undefined;
    const resumes = goesOn && this.contents.goesOn(to + 1, sentence);
    const after = resumes ? this.contents.from(cue, to + 1) : undefined;
    return { cue, source, content: after === undefined ? [before] : [before, after] };
  }

  /** *In the hall, she said, when asked, that it was late*, *claimed, falsely, that*: all that she said comes behind the insertion. */
  #clauseBehindInsertion(cue: Cue, from: number): Stretch | undefined {
    const { last } = cue.sentence;
    if (!SUBORDINATORS.has(this.word(from)) && this.pos[from] !== 'ADV') return undefined;
    const that = this.firstIn(from, last, i => this.lower[i] === 'that' && this.lower[i - 1] === ',');
    return that < last ? this.contents.from(cue, that) : undefined;
  }

  /** The content follows the cue: *said: "..."*, *said that ...*, *called him "..."*, *accused them of ...*. */
  #beforeContent(cue: Cue): Attribution | undefined {
    // "But, said the minister, ..."
    const inserted = this.lower[cue.group - 1] === ',' && cue.group === cue.first;
    const passive = this.sources.isPassive(cue) || this.sources.agentOf(cue) !== undefined;
    const source = passive
      ? this.sources.agentOf(cue)
      : (this.sources.subjectOf(cue) ?? (inserted ? this.sources.inverted(cue) : undefined));
    if (passive && source === undefined) return this.#ofNobody(cue);
    const after = source === undefined ? 0 : this.phrases.skipCircumstance(source.last, cue.sentence.last);
    const states = takesContent(cue) && this.word(after) === 'that';
    if (passive && !states && cue.frames.includes('act')) return this.#undergone(cue, source as Phrase);
    if (this.#isQuestion(cue, source)) return this.#question(cue);
    if (source === undefined && cue.group > cue.sentence.first + 1 && !cue.participle) return undefined;
    const run = this.contents.runAfter(cue);
    // "a film called “Dawn”": its name.
    if (run?.first === cue.last && source !== undefined && this.unsaid.isNamed(cue, source)) return undefined;
    if (run !== undefined && this.#leadsTo(run, cue) && (!cue.denied || run.first === cue.last))
      return { cue, source, content: [this.#contentWith(run, cue)] };
    if (source === undefined) return undefined;
    const start = cue.denied ? undefined : this.contents.start(cue);
    if (start === undefined) return this.#act(cue, source);
    const content = this.contents.from(cue, start);
    return content && { cue, source, content: [content] };
  }

  /** What only tells of an act says no words that stand farther off: *praised the film as the "best"*. */
  #leadsTo(run: Run, cue: Cue): boolean {
    const { frames, last } = cue;
    if (run.first === last || (run.first === last + 1 && this.word(last) === 'to')) return true;
    if (frames.includes('state') || frames.every(frame => frame === 'act' || frame === 'topic')) return false;
    // "continued the march that they called a “walk”": what stands farther off is not what was spoken.
    if (frames.every(frame => frame === 'quote')) return !this.phrases.hasVerb(last, run.first);
    // "established a “new order”", "is determined to end the “old order”": without "that" no speech.
    if (!frames.every(frame => frame === 'act' || frame === 'that')) return true;
    return /^[,:]$/.test(this.word(run.first - 1)) || (this.contents.start(cue) ?? run.first) < run.first;
  }

  /** *Asked whether he would run, X said*; *when asked why*. */
  #isQuestion({ first, group, last, sentence, participle }: Cue, source: Phrase | undefined): boolean {
    if (participle || group !== first || !QUESTION_OPENERS.has(this.word(last))) return false;
    // "X, asked if he would run, said"
    const end = this.firstIn(last, sentence.last, i => this.lower[i] === ',');
    if (this.lower[first - 1] === ',') return source === undefined || this.isVerb(end + 1);
    return source === undefined && (first === sentence.first || this.lower[first - 1] === 'when');
  }

  /** What somebody was asked: a question of nobody that is named. */
  #question(cue: Cue): Attribution | undefined {
    const { last, sentence } = cue;
    const content = this.contents.trim(
      last,
      this.firstIn(last, sentence.last, i => this.lower[i] === ','),
    );
    return content && { cue, source: undefined, content: [content], act: true };
  }

  /** *was told that*, *it was reported that*, *is expected to leave*: by somebody whom the clause does not name. */
  #ofNobody(cue: Cue): Attribution | undefined {
    const { frames, last } = cue;
    if (!takesContent(cue) && !frames.includes('matter')) return undefined;
    const subject = this.sources.subjectOf(cue);
    if (this.word(last) === 'to' && frames.includes('act')) {
      const rest = this.contents.trim(last, this.contents.actEnd(cue));
      if (cue.denied || subject === undefined || rest === undefined) return undefined;
      return { cue, source: undefined, content: [[subject.first, subject.last], rest], act: true };
    }
    const run = this.contents.runAfter(cue);
    const start = cue.denied || run !== undefined ? undefined : this.contents.start(cue);
    const content =
      run && (run.first === last || this.contents.start(cue) !== undefined)
        ? this.#contentWith(run, cue)
        : start === undefined
          ? undefined
          : this.contents.from(cue, start);
    return content && { cue, source: undefined, content: [content] };
  }

  /** *The plan was denounced as a disgrace by X*, *Y, accused by X of theft*: what the verb says of its subject. */
  #undergone(cue: Cue, source: Phrase): Attribution | undefined {
    const { last } = cue;
    const by = source.first - 1;
    const subject =
      this.sources.subjectOf(cue) ?? this.phrases.back(this.beforeComma(cue.first), cue.sentence.first);
    if (subject === undefined || cue.denied) return undefined;
    const said = by > last ? this.contents.trim(last, by) : undefined;
    const goesOn = AFTER_AGENT.has(this.word(source.last));
    const rest = goesOn ? this.contents.trim(source.last, this.contents.actEnd(cue)) : undefined;
    const content = [[subject.first, subject.last] as Stretch, said, rest].filter(each => each !== undefined);
    const called = this.contents.called(cue, said ?? rest);
    return { cue, source, content, act: true, ...(called && { called }) };
  }

  #contentWith(run: Run, cue: Cue): Stretch {
    const { first, last } = run;
    const marked = /^[,:]$/.test(this.word(first - 1));
    const adjacent = first === cue.last || (marked && !this.phrases.isClause(cue.last, first));
    const start = adjacent ? first : this.contents.mixedStart(cue, run);
    if (this.contents.isComplete(run)) return [start, last];
    const end = Math.min(this.contents.end(cue, last), this.contents.nextPredicate(cue, last));
    return [start, Math.max(last, end)];
  }

  /** *called for talks*, *refused to comment*: what was said or wished, in the outlet's words. */
  #act(cue: Cue, source: Phrase): Attribution | undefined {
    const { last, sentence } = cue;
    // "to support them" is a purpose, not yet an act.
    if (!cue.frames.includes('act') || this.lower[cue.group - 1] === 'to') return undefined;
    const word = this.word(last);
    const opens =
      /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(this.tag(last)) || word === 'to' || QUESTION_OPENERS.has(word);
    if (!opens && !(this.pos[last] === 'VERB' && ING.test(word))) return undefined;
    if (last >= sentence.last || this.phrases.opensTime(last, sentence.last)) return undefined;
    const actor = this.sources.antecedent(source, sentence) ?? source;
    // "a road that offers": a thing.
    if (this.word(source.last) === 'that' && !this.sources.canSpeak(actor)) return undefined;
    // "the conflict threatened to spread" is no speech; "you want" is said of anybody.
    if (word === 'to' && !this.people.isAgent(actor)) return undefined;
    if (
      this.pos[actor.head] === 'PRON' &&
      !ACTING_PRONOUNS.has(this.word(actor.head)) &&
      !this.sources.isRelative(actor)
    )
      return undefined;
    const content = this.contents.trim(last, this.contents.actEnd(cue));
    if (content === undefined) return undefined;
    const called = this.contents.called(cue, content, this.word(source.first - 1) === 'what');
    return { cue, source, content: [content], act: true, ...(called && { called }) };
  }

  /** *the claim that the war is over*; *their support for the plan*, which tells of it in the outlet's words. */
  #nominal(cue: Cue): Attribution | undefined {
    const source = this.sources.possessorOf(cue);
    if (!cue.frames.includes('act')) {
      // "an argument that angered many": the clause belongs to the noun, and is not what was argued.
      const start = this.word(cue.last) === 'that' ? cue.last + 1 : cue.last;
      const content = this.isVerb(start) ? undefined : this.contents.from(cue, start);
      if (content === undefined) return undefined;
      // Of what nobody is said to think, quoted words have a source elsewhere.
      const isTaken = source === undefined && this.hasIn(...content, i => this.runs.isQuoted(i));
      return isTaken ? undefined : { cue, source, content: [content] };
    }
    // Of what nobody is said to hold, nobody is the source: "support for the plan grew".
    if (source === undefined) return undefined;
    const start = cue.last + (NOUN_LINKS.has(this.word(cue.last)) && this.word(cue.last) !== 'to' ? 1 : 0);
    const content = this.contents.trim(start, this.contents.actEnd(cue));
    return content && { cue, source, content: [content], act: true };
  }

  #prepositional(cue: Cue): Attribution | undefined {
    const { sentence } = cue;
    // "according to court records": what the tagger takes for a verb stands before its noun.
    const isTagged = this.pos[cue.last] === 'VERB' && this.isNominal(cue.last + 1);
    const phrase = this.phrases.ahead(isTagged ? cue.last + 1 : cue.last, sentence.last);
    if (phrase === undefined) return undefined;
    const source = this.phrases.withApposition({ ...phrase, first: cue.last }, sentence.last);
    if (cue.first - sentence.first <= 1) {
      const near = this.lower.slice(source.last, Math.min(source.last + 10, sentence.last));
      const start = source.last + near.indexOf(',') + 1;
      const content = this.contents.trim(start, this.contents.beforeGloss(start, sentence));
      return content && { cue, source, content: [content] };
    }
    const end = /^[,—–-]$/.test(this.word(cue.first - 1)) ? cue.first - 1 : cue.first;
    const content = this.contents.trim(this.contents.clauseStart(end - 1, sentence), end);
    // "Her view, according to the paper, is that ...": the clause goes on behind the source.
    const goesOn = this.lower[source.last] === ',' && this.isVerb(source.last + 1);
    const rest = goesOn ? this.contents.trim(source.last + 1, sentence.last) : undefined;
    return content && { cue, source, content: rest === undefined ? [content] : [content, rest] };
  }
}
