import { ACTING_PRONOUNS, BE, NOUN_LINKS, SUBORDINATORS } from '../../english/closed-classes.js';
import { ING } from '../../english/orthography.js';
import type { People } from '../people.js';
import type { Phrase } from '../phrases.js';
import { type Speech, SpeechReader } from '../speech.js';
import type { Attribution } from './attribution.js';
import type { Contents, Stretch } from './contents.js';
import { type Cue, takesContent } from './cue.js';
import type { Run } from './runs.js';
import type { Sources } from './sources.js';

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
  ) {
    super(speech);
  }

  of(cue: Cue): Attribution | undefined {
    if (cue.frames.includes('preposition')) return this.#prepositional(cue);
    if (cue.frames.includes('noun')) return this.#nominal(cue);
    const found = this.#afterContent(cue) ?? this.#beforeContent(cue);
    return found?.source !== undefined && this.#isNobody(found.source, cue) ? undefined : found;
  }

  /** *It would be easy to think that*, *no doubt*: nobody thinks or says so. */
  #isNobody({ first, head }: Phrase, cue: Cue): boolean {
    const word = this.word(head);
    // "an estimated 200", "no doubt"
    if (this.pos[head] === 'DET' || (this.word(first) === 'no' && head > first)) return true;
    if (this.pos[head] !== 'PRON' || this.runs.isQuoted(head)) return false;
    return (
      word === 'it' &&
      first < cue.first &&
      this.lower[cue.group - 1] === 'to' &&
      BE.has(this.word(this.phrases.firstVerb(head + 1, cue.first)))
    );
  }

  /** The content stands before the cue: *"...," she said*, *..., said the minister*, *A, she said, B*. */
  #afterContent(cue: Cue): Attribution | undefined {
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
    return this.#afterQuotation(cue, tail) ?? this.#afterClause(cue, tail);
  }

  #afterQuotation(cue: Cue, { source, spoken, mark, from, to, closes }: Tail): Attribution | undefined {
    const { sentence } = cue;
    const run = this.runs.at(spoken);
    if (run === undefined || run.last !== spoken + 1) return undefined;
    const pauses = this.contents.pauses(run);
    if (run.isName && mark !== ',' && !(pauses && run.first <= sentence.first)) return undefined;
    const adjoins = pauses && from === cue.first && takesContent(cue);
    const attributed =
      spoken >= sentence.first
        ? source !== undefined || closes || adjoins
        : run.paragraph === sentence.paragraph &&
          closes &&
          source !== undefined &&
          this.contents.runAfter(cue) === undefined;
    if (!attributed) return undefined;
    run.isName = false;
    const content: Stretch[] = [[this.contents.runStart(run, cue), run.last]];
    const next = this.contents.runGoingOn(cue, to);
    if (next !== undefined) content.push([next.first, next.last]);
    return { cue, source, content };
  }

  #afterClause(cue: Cue, { source, spoken, mark, to, closes }: Tail): Attribution | undefined {
    const { sentence } = cue;
    if (mark !== ',' || source === undefined || cue.denied) return undefined;
    if (spoken < sentence.first || !takesContent(cue)) return undefined;
    const start = this.contents.clauseStart(spoken, sentence);
    // "When she asked, the mayor reminded her of ...": a clause that depends on what follows.
    if (SUBORDINATORS.has(this.word(start)) && !this.hasIn(start, spoken, i => this.lower[i] === ','))
      return undefined;
    const hasVerb = this.phrases.hasVerb(start, spoken + 1);
    const goesOn = this.lower[to] === ',';
    if (goesOn ? !hasVerb && !this.phrases.hasVerb(to, sentence.last) : !closes) return undefined;
    const fronted = goesOn && (!hasVerb || ING.test(this.word(start)));
    const late = fronted ? this.#clauseBehindInsertion(cue, to + 1) : undefined;
    if (late !== undefined) return { cue, source, content: [late] };
    const quotes = (): boolean =>
      this.runs.all.some(({ first, last, isName }) => !isName && start <= first && last <= spoken);
    if (!goesOn && !hasVerb && !quotes()) return undefined;
    if (goesOn && !this.phrases.isClause(start, spoken + 1) && this.runs.isQuoted(to + 1)) return undefined;
    const before = this.contents.trim(start, spoken + 1);
    if (before === undefined) return undefined;
    const resumes = goesOn && this.contents.goesOn(to + 1, sentence);
    const after = resumes ? this.contents.from(cue, to + 1) : undefined;
    return { cue, source, content: after === undefined ? [before] : [before, after] };
  }

  /** *In the hall, she said, when asked, that it was late*: all that she said comes behind the insertion. */
  #clauseBehindInsertion(cue: Cue, from: number): Stretch | undefined {
    const { last } = cue.sentence;
    if (!SUBORDINATORS.has(this.word(from))) return undefined;
    const that = this.firstIn(from, last, i => this.lower[i] === 'that' && this.lower[i - 1] === ',');
    return that < last ? this.contents.from(cue, that) : undefined;
  }

  /** The content follows the cue: *said: "..."*, *said that ...*, *called him "..."*, *accused them of ...*. */
  #beforeContent(cue: Cue): Attribution | undefined {
    // "But, said the minister, ..."
    const inserted = this.lower[cue.group - 1] === ',' && cue.group === cue.first;
    const passive = this.sources.isPassive(cue);
    const source = passive
      ? this.sources.agentOf(cue)
      : (this.sources.subjectOf(cue) ?? (inserted ? this.sources.inverted(cue) : undefined));
    if (passive && source === undefined) return this.#ofNobody(cue);
    if (source === undefined && cue.group > cue.sentence.first + 1 && !cue.participle) return undefined;
    const run = this.contents.runAfter(cue);
    if (run !== undefined && this.#leadsTo(run, cue))
      return { cue, source, content: [this.#contentWith(run, cue)] };
    if (source === undefined) return undefined;
    const start = cue.denied ? undefined : this.contents.start(cue);
    if (start === undefined) return this.#act(cue, source);
    const content = this.contents.from(cue, start);
    return content && { cue, source, content: [content] };
  }

  /** What only tells of an act says no words that stand farther off: *praised the film as the "best"*. */
  #leadsTo(run: Run, { frames, last }: Cue): boolean {
    return frames.some(frame => frame !== 'act') || run.first === last;
  }

  /** *was told that*, *it was reported that*: said by somebody whom the clause does not name. */
  #ofNobody(cue: Cue): Attribution | undefined {
    const run = this.contents.runAfter(cue);
    const start = cue.denied || run !== undefined ? undefined : this.contents.start(cue);
    const content = run
      ? this.#contentWith(run, cue)
      : start === undefined
        ? undefined
        : this.contents.from(cue, start);
    return content && { cue, source: undefined, content: [content] };
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
    const opens = /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(this.tag(last)) || word === 'to';
    if (!opens && !(this.pos[last] === 'VERB' && ING.test(word))) return undefined;
    if (last >= sentence.last || this.phrases.opensTime(last, sentence.last)) return undefined;
    const actor = this.sources.antecedent(source, sentence) ?? source;
    // "the conflict threatened to spread" is no speech; "you want" is said of anybody.
    if (word === 'to' && !this.people.isAgent(actor)) return undefined;
    if (
      this.pos[actor.head] === 'PRON' &&
      !ACTING_PRONOUNS.has(this.word(actor.head)) &&
      !this.sources.isRelative(actor)
    )
      return undefined;
    const content = this.contents.trim(last, this.contents.actEnd(cue));
    return content && { cue, source, content: [content], act: true };
  }

  /** *the claim that the war is over*; *their support for the plan*, which tells of it in the outlet's words. */
  #nominal(cue: Cue): Attribution | undefined {
    const source = this.sources.possessorOf(cue);
    if (!cue.frames.includes('act')) {
      // "an argument that angered many": the clause belongs to the noun, and is not what was argued.
      const content = this.isVerb(cue.last) ? undefined : this.contents.from(cue, cue.last);
      return content && { cue, source, content: [content] };
    }
    // Of what nobody is said to hold, nobody is the source: "support for the plan grew".
    if (source === undefined) return undefined;
    const start = cue.last + (NOUN_LINKS.has(this.word(cue.last)) && this.word(cue.last) !== 'to' ? 1 : 0);
    const content = this.contents.trim(start, this.contents.actEnd(cue));
    return content && { cue, source, content: [content], act: true };
  }

  #prepositional(cue: Cue): Attribution | undefined {
    const { sentence } = cue;
    const phrase = this.phrases.ahead(cue.last, sentence.last);
    if (phrase === undefined) return undefined;
    const source = this.phrases.withApposition(phrase, sentence.last);
    if (cue.first - sentence.first <= 1) {
      const near = this.lower.slice(source.last, Math.min(source.last + 10, sentence.last));
      const content = this.contents.trim(source.last + near.indexOf(',') + 1, sentence.last);
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
