import GithubSlugger from 'github-slugger';
import type { Section } from '../model/page.js';

/** The fragment by which links lead to a section; no two sections of a page have one title. */
export const sectionId = (title: string): string => new GithubSlugger().slug(title);

/** A section with what it has, and nothing of the rest. */
export const sectionOf = (title: string, content: Partial<Omit<Section, 'id' | 'title'>>): Section => ({
  id: sectionId(title),
  title,
  lead: [],
  findings: [],
  tables: [],
  charts: [],
  lines: [],
  passages: [],
  most: 3,
  more: 0,
  setAside: 0,
  data: 'data/evidence.jsonl',
  notes: [],
  ...content,
});
