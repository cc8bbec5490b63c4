import { COMMONEST } from '../english/closed-classes.js';
import { InputError } from '../errors.js';
import type { Article } from '../model/article.js';

/** Where an article came from, for messages: `field` gives the line of a field, where it is known. */
export interface Origin {
  readonly path: string;
  readonly line: number;
  /** How the article is called in reports: the path from the folder that was asked for. */
  readonly name: string;
  readonly id: string;
  readonly firstLine: number;
  field(key: string): { readonly line: number; readonly column: number } | undefined;
}

/** What other tools and exports call our fields; the first that is given counts. */
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

/**
 * Makes an article of named values, whatever their names.
 *
 * @param text for formats that keep the text apart from the fields
 * @throws InputError without an outlet or a text, or if the language is not English
 */
export function toArticle(values: ReadonlyMap<string, string>, origin: Origin, text?: string): Article {
  const byKey = new Map(
    [...values].map(([key, value]) => [
      key
        .trim()
        .toLowerCase()
        .replaceAll(/[\s-]+/g, '_'),
      { key, value },
    ]),
  );
  const used = new Set<string>();
  const take = (field: Field): string | undefined => {
    for (const synonym of SYNONYMS[field]) {
      const found = byKey.get(synonym);
      if (found === undefined) continue;
      used.add(found.key);
      const value = found.value.trim();
      if (value !== '') return field === 'text' ? found.value : value;
    }
    return undefined;
  };
  const fault = (code: string, message: string, hint: string, field?: Field): InputError => {
    const named: readonly string[] = field === undefined ? [] : SYNONYMS[field];
    const place = named.map(synonym => origin.field(synonym)).find(each => each !== undefined);
    return new InputError({
      path: origin.path,
      line: place?.line ?? origin.line,
      column: place?.column ?? 1,
      code,
      message,
      hint,
    });
  };

  const outlet = take('outlet');
  if (outlet === undefined)
    throw fault(
      'outlet-missing',
      'no outlet is given',
      `Every article needs one: a field "outlet" (or ${SYNONYMS.outlet.slice(1, 4).join(', ')}) in the front matter or the record.`,
    );
  const body = (text ?? take('text') ?? '').replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (body.trim() === '')
    throw fault(
      'text-missing',
      'the article has no text',
      text === undefined
        ? `Give it in a field "text" (or ${SYNONYMS.text.slice(1, 4).join(', ')}).`
        : 'The text begins on the line after the front matter.',
    );
  if (body.length > LONGEST_TEXT)
    throw fault(
      'text-too-long',
      `the text has ${body.length} characters`,
      'An article may have 20 million; is this a whole archive?',
    );
  const language = (take('language') ?? 'en').toLowerCase();
  if (!/^en(?:g|glish)?(?:[-_].*)?$/.test(language))
    throw fault(
      'language',
      `the article is in ${JSON.stringify(language)}`,
      'Parallax reads English only.',
      'language',
    );
  if (!seemsEnglish(body))
    throw fault(
      'language',
      'the text does not seem to be English',
      'Parallax reads English only: its words and its grammar are those of English.',
    );

  const id = take('id') ?? origin.id;
  const optional = Object.fromEntries(
    (['title', 'date', 'agency', 'url', 'genre'] as const).flatMap(field => {
      const value = take(field);
      return value === undefined ? [] : [[field, value]];
    }),
  );
  const story = take('story') ?? '';
  if (text === undefined) take('text');
  const extra = Object.fromEntries([...values].filter(([key]) => !used.has(key)));
  return {
    id,
    outlet,
    story,
    language,
    ...optional,
    path: origin.name,
    text: body,
    firstLine: origin.firstLine,
    extra,
  };
}

function seemsEnglish(text: string): boolean {
  const words =
    text
      .slice(0, 6000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (words.length < 60) return true;
  return words.filter(word => COMMONEST.has(word)).length >= words.length * 0.12;
}
