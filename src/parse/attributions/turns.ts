import { isCapital } from '../../english/title-case.js';
import type { Paragraph, Sentence } from '../../model/doc.js';
import type { Phrase } from '../phrases.js';
import { sentenceAt } from '../sentences.js';
import type { Attribution } from './attribution.js';
import type { Stretch } from './contents.js';
import { LabelReader } from './labels.js';

/** Paragraphs without a label that may stand between two turns of one conversation. */
const FEW = 3;
const LONGEST_NAME = 9;

/** A sentence that may begin somebody’s turn. */
interface Turn {
  readonly sentence: Sentence;
  /** The tokens of the label end before the mark, what is said begins behind it. */
  readonly label: Phrase;
  readonly from: number;
  readonly key: string;
  readonly as: 'question' | 'answer' | 'name';
  readonly capitals: boolean;
}

/**
 * The turns of transcripts (*MOSS: ...*, *Moss: ...*) and of interviews (*Q: ...*, *A. ...*): from a label on all is its
 * bearer’s, up to the next one.
 */
export class Turns extends LabelReader {
  all(): Attribution[] {
    const turns = this.#clusters().flatMap(cluster => (this.#isConversation(cluster) ? cluster : []));
    const next = new Set(turns.map(({ sentence }) => sentence.index));
    const interviewee = turns.some(({ as }) => as === 'answer')
      ? this.#interviewee(turns[0] as Turn)
      : undefined;
    return turns.flatMap((turn, t) => {
      const content = this.#contentOf(turn, turns[t + 1], next);
      if (content.length === 0) return [];
      const { label, as } = turn;
      const cue = { colon: this.spanOf(label.last, Math.max(label.last + 1, turn.from)) };
      if (as === 'name') return [{ cue, source: label, content, ...this.#bearerOf(label) }];
      const named = as === 'answer' ? interviewee : undefined;
      return [{ cue, source: named && label, content, ...(named && { named }) }];
    });
  }

  /** *MOSS*: in capitals the name of somebody whom the text calls *Jane Moss* elsewhere. */
  #bearerOf({ first, last }: Phrase): { named?: Phrase } {
    const end = this.firstIn(first, last, i => this.lower[i] === ',');
    const name = (from: number, to: number): string => ` ${this.cut.text.slice(from, to).join(' ')}`;
    const key = name(first, end);
    if (key !== key.toUpperCase()) return {};
    const named = this.people.references.find(each => {
      const other = name(each.first, each.last);
      return each.named && other !== other.toUpperCase() && other.toUpperCase().endsWith(key);
    });
    return named === undefined ? {} : { named };
  }

  /** Sentences with labels that stand near each other. */
  #clusters(): Turn[][] {
    const clusters: Turn[][] = [];
    for (const sentence of this.cut.sentences) {
      const turn = this.#turnAt(sentence);
      if (turn === undefined) continue;
      const last = clusters.at(-1)?.at(-1);
      const isNear = last !== undefined && sentence.paragraph - last.sentence.paragraph <= FEW + 1;
      if (isNear) clusters.at(-1)?.push(turn);
      else clusters.push([turn]);
    }
    return clusters;
  }

  #turnAt(sentence: Sentence): Turn | undefined {
    const { first, last, zone } = sentence;
    if (zone === 'headline' || zone === 'caption') return undefined;
    return (
      this.#questionAt(sentence) ??
      this.#nameAt(
        sentence,
        this.firstIn(first + 1, Math.min(last, first + LONGEST_NAME), i => this.lower[i] === ':'),
      )
    );
  }

  /** *Q:*, *A.*, *Question:* */
  #questionAt(sentence: Sentence): Turn | undefined {
    const { first, last } = sentence;
    const [, letter, stop] =
      /^(Q|A|Question|QUESTION|Answer|ANSWER)(\.?)$/.exec(this.cut.text[first] ?? '') ?? [];
    if (letter === undefined) return undefined;
    const marked =
      stop === '.' ||
      /^[:.]$/.test(this.word(first + 1)) ||
      (letter.length === 1 && /^[–—-]$/.test(this.word(first + 1)));
    if (!marked) return undefined;
    const from = stop === '.' ? first + 1 : first + 2;
    if (from > last + 1) return undefined;
    const as = /^q/i.test(letter) ? 'question' : 'answer';
    return { sentence, label: { first, last: first + 1, head: first }, from, key: as, as, capitals: true };
  }

  #nameAt(sentence: Sentence, colon: number): Turn | undefined {
    const { first } = sentence;
    if (this.lower[colon] !== ':' || this.runs.isQuoted(colon) || this.runs.isQuoted(first)) return undefined;
    const bracket = this.firstIn(first, colon, i => /^[([]$/.test(this.word(i)));
    const words = [];
    for (let i = first; i < bracket; i++) {
      const word = this.cut.text[i] as string;
      if (
        /^[.,’'-]$/.test(word) ||
        (i > first && /^(?:of|the|de|da|del|la|von|van|bin|al|for|and|\d+)$/i.test(word))
      )
        continue;
      if (!isCapital(word) || this.isTime(i)) return undefined;
      words.push(word);
    }
    const label = { first, last: bracket, head: bracket - 1 };
    if (
      words.length === 0 ||
      this.isPlace(bracket - 1) ||
      this.lexicons.grammar['label-noun'].has(this.word(first))
    )
      return undefined;
    const capitals = words.join('').length > 1 && words.every(word => word === word.toUpperCase());
    if (!capitals && !this.#mayBeName(label)) return undefined;
    return { sentence, label, from: colon + 1, key: words.join(' ').toLowerCase(), as: 'name', capitals };
  }

  /** What is known to speak, or is a name for all that is known. */
  #mayBeName(label: Phrase): boolean {
    const { grammar } = this.lexicons;
    const word = this.word(label.head);
    const isThing =
      grammar['thing-noun'].has(word) ||
      grammar['place-noun'].has(word) ||
      this.naming.namedAt(label.head)?.member.kind === 'organisation';
    return (
      this.namesSpeaker(label) ||
      (this.pos[label.head] === 'PROPN' && !isThing && label.last - label.first <= 4)
    );
  }

  /** Whether labels that follow each other are those of people who talk, and not of a list. */
  #isConversation(cluster: readonly Turn[]): boolean {
    const [only] = cluster;
    if (only === undefined) return false;
    const endOf = ({ sentence }: Turn): number => sentence.last;
    if (cluster.length === 1) {
      if (only.as !== 'name' || !this.isPerson(only.label) || this.runs.isQuoted(only.from)) return false;
      return only.capitals
        ? this.phrases.hasVerb(only.from, endOf(only))
        : this.isAddressed(only.from, endOf(only));
    }
    const has = (as: Turn['as']): boolean => cluster.some(turn => turn.as === as);
    if (has('question')) return has('answer') || has('name');
    const clauses = cluster.filter(
      turn => this.hasIn(turn.from, endOf(turn), i => this.isVerb(i)) || this.word(endOf(turn) - 1) === '?',
    );
    if (clauses.length * 2 < cluster.length) return false;
    const repeats = new Set(cluster.map(({ key }) => key)).size < cluster.length;
    const known = cluster.some(({ label }) => this.namesSpeaker(label));
    const talk = cluster.some(
      turn => this.isAddressed(turn.from, endOf(turn)) || this.word(endOf(turn) - 1) === '?',
    );
    return repeats || talk || (known && cluster.every(({ capitals }) => capitals));
  }

  /** All up to the next turn, without stage directions; behind the last turn its own paragraph. */
  #contentOf({ from, sentence }: Turn, following: Turn | undefined, turns: ReadonlySet<number>): Stretch[] {
    const { paragraphs } = this.speech;
    const run = this.runs.at(from);
    // Marks show where the words end.
    if (run !== undefined && run.first === from) return [[run.first, run.last]];
    const gap = following === undefined ? FEW + 1 : following.sentence.paragraph - sentence.paragraph;
    const [, own] = this.tokensIn(paragraphs[sentence.paragraph] as Paragraph);
    const isAlone = from >= own;
    const until =
      gap <= FEW ? (following as Turn).sentence.paragraph : sentence.paragraph + (isAlone ? 1 : 0);
    const stretches: Stretch[] = [];
    for (let p = sentence.paragraph; p <= until; p++) {
      const paragraph = paragraphs[p];
      if (paragraph === undefined) break;
      const [first, last] = this.tokensIn(paragraph);
      const start = Math.max(first, from);
      if (p > sentence.paragraph && !(isAlone && p === sentence.paragraph + 1) && this.#isTold(first, last))
        continue;
      const end = this.firstIn(start, last, i => i > from && this.#opensTurn(i, turns));
      if (end > start) stretches.push([start, end]);
    }
    return stretches;
  }

  #opensTurn(token: number, turns: ReadonlySet<number>): boolean {
    const sentence = sentenceAt(this.cut, token);
    return sentence.first === token && turns.has(sentence.index);
  }

  /** *(APPLAUSE)*, or a paragraph in which the writer names or quotes somebody. */
  #isTold(first: number, last: number): boolean {
    if (/^[([]$/.test(this.word(first)) && /^[)\]]$/.test(this.word(last - 1))) return true;
    return this.hasIn(first, last, i => this.runs.isQuoted(i));
  }

  /** Who answers, where what stands before the first question names one person, or one with whom it was an interview. */
  #interviewee({ sentence }: Turn): Phrase | undefined {
    const named = this.people.references.filter(each => each.named && each.last <= sentence.first);
    const asked = named.find(({ first }) => this.word(this.phrases.skipTimeBack(first - 1, 0)) === 'with');
    const all = new Set(named.map(({ person }) => person));
    return asked ?? (all.size === 1 ? named[0] : undefined);
  }
}
