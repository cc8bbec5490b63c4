import { COMMONEST } from '../english/closed-classes.js';
import { InputError } from '../errors.js';
import type { Article } from '../model/article.js';
import type { Place } from '../model/sorted.js';

/** Where an article came from, for messages: `field` gives the place of a field, where it is known. */
export interface Origin {
  readonly path: string;
  readonly line: number;
  /** The article's name in reports: the path from the folder that was asked for. */
  readonly name: string;
  readonly id: string;
  readonly firstLine: number;
  field(key: string): Place | undefined;
}

/** The names of our fields in other tools and exports; the first that is given counts. */
const SYNONYMS = {
  id: ['id', 'article_id', 'uuid'],
  outlet: [
    'outlet',
    'source',
    'publisher',
    'publication',
    'source_name',
    'newspaper',
    'media_name',
    'source_domain',
  ],
  story: ['story', 'event', 'topic', 'story_id'],
  title: ['title', 'headline'],
  date: ['date', 'date_publish', 'published', 'date_published', 'publish_date', 'published_at', 'pubdate'],
  agency: ['agency', 'wire'],
  url: ['url', 'link'],
  language: ['language', 'lang'],
  genre: ['genre', 'section'],
  text: ['text', 'content', 'body', 'maintext', 'article', 'article_text', 'full_text'],
} as const;
type Field = keyof typeof SYNONYMS;

const LONGEST_TEXT = 20_000_000;

/** As much of a text as shows its language. */
const SAMPLE = 6000;
/** A text of fewer words than these may be a headline, a list or a table. */
const LEAST_WORDS = 60;
/** A share of the commonest words that English prose is far above, and other languages are below. */
const LEAST_SHARE = 0.12;

/** The fields of a record by our names for them. */
class Fields {
  readonly #byKey: ReadonlyMap<string, string>;
  readonly #used = new Set<string>();

  constructor(
    private readonly values: ReadonlyMap<string, string>,
    private readonly origin: Origin,
  ) {
    this.#byKey = new Map([...values.keys()].map(key => [plainKey(key), key]));
  }

  /** The first value that is given under one of the names of a field. */
  take(field: Field): string | undefined {
    for (const synonym of SYNONYMS[field]) {
      const key = this.#byKey.get(synonym);
      if (key === undefined) continue;
      this.#used.add(key);
      const value = this.values.get(key) ?? '';
      if (value.trim() !== '') return field === 'text' ? value : value.trim();
    }
    return undefined;
  }

  /** What was not taken, as it was. */
  rest(): Record<string, string> {
    return Object.fromEntries([...this.values].filter(([key]) => !this.#used.has(key)));
  }

  /** A fault at a field, where its place is known, else at the record. */
  fault(code: string, message: string, hint: string, field?: Field): InputError {
    const { path, line, field: placeOf } = this.origin;
    const named: readonly string[] = field === undefined ? [] : SYNONYMS[field];
    const place = named.map(placeOf).find(each => each !== undefined);
    return new InputError({ path, line, column: 1, ...place, code, message, hint });
  }
}

const plainKey = (key: string): string =>
  key
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');

/**
 * Makes an article of named values, whatever their names.
 *
 * @param text for formats that keep the text apart from the fields
 * @throws InputError without an outlet or a text, or if the language is not English
 */
export function toArticle(values: ReadonlyMap<string, string>, origin: Origin, text?: string): Article {
  const fields = new Fields(values, origin);
  const outlet = fields.take('outlet');
  if (outlet === undefined)
    throw fields.fault(
      'outlet-missing',
      'no outlet is given',
      `Every article needs one: a field "outlet" (or ${SYNONYMS.outlet.slice(1, 4).join(', ')}) in the front matter or the record.`,
    );
  const body = (text ?? fields.take('text') ?? '').replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (body.trim() === '')
    throw fields.fault(
      'text-missing',
      'the article has no text',
      text === undefined
        ? `Give it in a field "text" (or ${SYNONYMS.text.slice(1, 4).join(', ')}).`
        : 'The text begins on the line after the front matter.',
    );
  if (body.length > LONGEST_TEXT)
    throw fields.fault(
      'text-too-long',
      `the text has ${body.length} characters`,
      'An article may have at most 20 million: is this a whole archive?',
    );
  const language = (fields.take('language') ?? 'en').toLowerCase();
  const isDeclared = /^en(?:g|glish)?(?:[-_].*)?$/.test(language);
  if (!isDeclared || !seemsEnglish(body))
    throw fields.fault(
      'language',
      isDeclared ? 'the text does not seem to be English' : `the article is in ${JSON.stringify(language)}`,
      'Parallax reads English only.',
      isDeclared ? undefined : 'language',
    );
  const id = fields.take('id') ?? origin.id;
  const optional = Object.fromEntries(
    (['title', 'date', 'agency', 'url', 'genre'] as const).flatMap(field => {
      const value = fields.take(field);
      return value === undefined ? [] : [[field, value]];
    }),
  );
  return {
    id,
    outlet,
    story: fields.take('story') ?? '',
    language,
    ...optional,
    path: origin.name,
    text: body,
    firstLine: origin.firstLine,
    extra: fields.rest(),
  };
}

/** Whether English's commonest words are about as common in a text as in English; too short a text may be. */
function seemsEnglish(text: string): boolean {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return (
    words.length < LEAST_WORDS ||
    words.filter(word => COMMONEST.has(word)).length >= words.length * LEAST_SHARE
  );
}
