import type { Measure, Observation } from './evidence.js';
import type { Lexicons } from './lexicon.js';

/** Subjects of measures that are no party, by their ids. */
const NO_PARTY: Readonly<Record<string, string>> = {
  'no-party': 'other sources',
  others: 'somebody who is no side',
  nobody: 'not named',
};

/** Whether a subject is a party and not what stands for the lack of one. */
export const isParty = (id: string): boolean => NO_PARTY[id] === undefined;

export const partyName = ({ parties }: Pick<Lexicons, 'parties'>, id: string): string =>
  NO_PARTY[id] ?? parties.get(id)?.name ?? id;

/** A label by its id, with the capitals that its words have in all of its forms. */
function labelName({ concepts }: Pick<Lexicons, 'concepts'>, concept: string, id: string): string {
  const forms = concepts.get(concept)?.labels.find(label => label.id === id)?.forms ?? [];
  const name = id.replaceAll('-', ' ');
  if (forms[0]?.toLowerCase().replaceAll('-', ' ') === name) return forms[0];
  const words = forms.flatMap(form => form.split(/[\s-]+/));
  return name
    .split(' ')
    .map(word => {
      const written = words.filter(each => each.toLowerCase() === word);
      return written.includes(word) ? word : (written[0] ?? word);
    })
    .join(' ');
}

/** What a subject is called on a page. */
export function subjectName(
  lexicons: Pick<Lexicons, 'concepts' | 'parties'>,
  of: Measure['of'],
  subject: string,
): string {
  const [concept = '', label] = subject.split('/');
  if (of === 'label' && label !== undefined) return labelName(lexicons, concept, label);
  if (of === 'concept' || of === 'label') return lexicons.concepts.get(concept)?.gloss ?? concept;
  return of === 'text' ? 'the text' : partyName(lexicons, subject);
}

/** What an observation says of its words, and whom or what it is about. */
export interface Saying {
  readonly text: string;
  readonly subject: string;
  /** Whether the text has the subject already. */
  readonly namesSubject: boolean;
}

/** An observation in words; nothing where another measure says it already. */
export function sayingOf(
  seen: Observation,
  { says, title, of }: Pick<Measure, 'says' | 'title' | 'of'>,
  lexicons: Pick<Lexicons, 'concepts' | 'parties'>,
): Saying | undefined {
  if (says === false) return undefined;
  // A group of the story may have the id of a concept.
  const concept = of === 'concept' || of === 'label' ? lexicons.concepts.get(seen.subject) : undefined;
  const subject = concept?.gloss ?? partyName(lexicons, seen.subject);
  const favours = concept?.labels.find(({ id }) => id === seen.label)?.favours;
  const template =
    says === undefined
      ? `${title}: {subject}`
      : says(seen, {
          subject,
          label: seen.label === undefined ? undefined : labelName(lexicons, seen.subject, seen.label),
          favours: favours === undefined ? undefined : partyName(lexicons, favours),
        });
  if (template === undefined) return undefined;
  const text = template.replace('{subject}', () => subject);
  return { text, subject, namesSubject: text !== template };
}
