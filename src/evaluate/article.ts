import type { Article } from '../model/article.js';

/** An annotated text as an article of no outlet and no file. */
export const articleOf = (id: string, text: string, outlet = ''): Article => ({
  id,
  outlet,
  story: '',
  language: 'en',
  path: id,
  text,
  firstLine: 1,
  extra: {},
});
