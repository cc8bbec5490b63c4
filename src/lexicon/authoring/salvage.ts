import { slugOf } from '../../model/slug.js';
import type { DataOf, LexiconSource } from '../file.js';
import { formKey } from '../matcher.js';
import { readYaml } from '../yaml.js';

/**
 * What can be read of a terminology file that is not valid: concepts, labels and their forms, each form once, with
 * what is missing left empty. Nothing if it has no form that can be read.
 */
export async function salvage(source: LexiconSource): Promise<DataOf<'terminology'> | undefined> {
  const value = keysOf((await readYaml(source, true)).value);
  if (value.kind !== undefined && value.kind !== 'terminology') return undefined;
  const taken = new Set<string>();
  const once = (forms: unknown): string[] =>
    listOf(forms)
      .map(form => (typeof form === 'number' ? String(form) : form))
      .filter((form): form is string => typeof form === 'string' && form.trim() !== '' && form.length <= 120)
      .filter(form => !taken.has(formKey(form)) && taken.add(formKey(form)));
  const idOf = (given: unknown, otherwise: string): string =>
    typeof given === 'string' && slugOf(given) !== '' ? slugOf(given) : otherwise;
  const concepts = listOf(value.concepts).map((each, c) => {
    const concept = keysOf(each);
    const id = idOf(concept.id ?? concept.extends, `concept-${c + 1}`);
    return {
      id,
      gloss: typeof concept.gloss === 'string' ? concept.gloss : id,
      labels: listOf(concept.labels).map((one, l) => {
        const label = keysOf(one);
        return { id: idOf(label.id, `label-${l + 1}`), source: { text: '' }, forms: once(label.forms) };
      }),
      except: once(concept.except),
      examples: [],
    };
  });
  if (!concepts.some(({ labels }) => labels.some(({ forms }) => forms.length > 0))) return undefined;
  const about = listOf(value.about).filter((form): form is string => typeof form === 'string');
  return {
    kind: 'terminology',
    id: idOf(value.id, 'untitled'),
    title: typeof value.title === 'string' ? value.title : source.path,
    coinages: [],
    parties: [],
    without: [],
    ...(about.length > 0 && { about }),
    concepts,
    facts: [],
  };
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];

const keysOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
