import { termAt } from '../model/article.js';
import { addTo } from '../model/collections.js';
import type { Doc, Event, EventSide, Mention } from '../model/doc.js';
import type { Measure, Observation, Pass } from '../model/evidence.js';
import type { EventClass } from '../model/lexicon.js';

/** Subjects that are no party: somebody else, or nobody at all. */
const OTHERS = 'others';
const NOBODY = 'nobody';

/** How the measures of a class are called: who does it, and to whom it is done; what is denied is no party. */
const NAMES: Readonly<Record<EventClass, readonly [does: string, undergoes?: string]>> = {
  harm: ['harms', 'harmed'],
  help: ['helps', 'helped'],
  accuse: ['accuses', 'accused'],
  oppose: ['opposes', 'opposed'],
  control: ['controls', 'controlled'],
  demand: ['demands', 'pressed'],
  deny: ['denies'],
  investigate: ['investigates', 'investigated'],
};

const SHARE = { of: 'party', kind: 'share', voices: 'split' } as const;

const shareOfMentions = (name: string, title: string): Measure => ({
  id: `agency.${name}`,
  title,
  ...SHARE,
  per: 'own mention',
  shown: { finding: false, line: false },
  // Of harms the agent and the patient are said already.
  says: NAMES.harm.includes(name) ? false : ({ term }) => `${name} (“${term}”)`,
});

export const agency: Pass = {
  name: 'agency',
  heading: 'Agents and patients',
  question: 'Who acts, who is acted on, and which deeds have no agent?',
  method:
    'Words of the events lexicons for harm, help, accusation, opposition, control, demands, denials and investigations are found as ' +
    'verbs and as nouns; the noun phrases ' +
    'of agents and patients are found from the order of the words, tags, auxiliaries and prepositions: ' +
    'active, passive with “by”, passive without, relative clauses, infinitives, participles, lists, and nouns (“the shelling of ' +
    'Y by X”). A phrase counts for the party named at its noun or next before it (“X’s forces”, “the X army”, “villagers in X”). ' +
    'A harm is agentless where it stands in the passive without “by”, as a noun without its agent, or as a death. Only ' +
    'deeds reported as fact count: not what is negated, nor what is hypothetical, possible or planned. Agents and patients of ' +
    'harms are shares of all harms reported in that voice; the share of a party’s mentions counts each mention once.',
  limits:
    'Found by rules and without a parser: in long sentences an agent may be missed or taken from the next clause. Towns, ' +
    'provinces and people who belong to no side count as somebody or something else, and so does a weapon without an owner (“hit by a missile”), so harm to a party is undercounted. ' +
    '“He” and “she” count where they lead to a person of a party, “we”, “our” and “its” in what a party says; “it” and “they” do ' +
    'not. Words that mean harm ' +
    'only in their context, adjectives (“the damaged church”) and threats do not count; an attack in words counts where its word is ' +
    'the same as for one with weapons. The agent may stand in another ' +
    'sentence: “agentless” is said of the clause, and is no charge of concealment.',
  reference:
    'Roles: Fillmore (1968), The case for case; Dowty (1991), Language 67(3). Agentless passives and nominalisations in ' +
    'news: Trew (1979) in Fowler and others, Language and Control; Henley, Miller and Beazley (1995), Journal of Language ' +
    'and Social Psychology 14. Classes: Schrodt (2012), CAMEO; Sap and others (2017), EMNLP.',
  measures: [
    {
      id: 'agency.agent',
      title: 'share of the harms reported as fact of which it is the agent',
      ...SHARE,
      per: 'peer',
      shown: {
        scorecard: 'harms reported as fact',
        overview: 'harms by {subject}',
        finding: '{subject} is the agent of {figure} harms that it reports as fact in its own words',
        line: 'agents of harms reported as fact',
        role: 'agent',
      },
      says: ({ subject }) =>
        `harm reported as fact; ${subject === NOBODY ? 'no agent is named' : 'the agent is {subject}'}`,
    },
    {
      id: 'agency.patient',
      title: 'share of the harms reported as fact of which it is the patient',
      ...SHARE,
      per: 'peer',
      shown: {
        scorecard: 'harms reported as fact',
        overview: 'harms to {subject}',
        finding: false,
        line: 'patients',
        role: 'patient',
      },
      says: ({ subject }) => (subject === NOBODY ? 'no patient is named' : 'the patient is {subject}'),
    },
    {
      id: 'agency.agentless',
      title: 'share of the harms to it that are agentless',
      ...SHARE,
      per: 'naming',
      shown: { finding: false, line: 'of the harms to a party, agentless' },
      says: false,
    },
    ...Object.values(NAMES).flatMap(([does, undergoes]) => [
      shareOfMentions(does, `share of its mentions as an agent that ${does}`),
      ...(undergoes === undefined
        ? []
        : [shareOfMentions(undergoes, `share of its mentions as a patient that is ${undergoes}`)]),
    ]),
  ],
  *observe(doc): Generator<Observation> {
    const factual = doc.events.filter(({ negated, hypothetical }) => !negated && !hypothetical);
    for (const event of factual) if (event.class === 'harm') yield* harm(doc, event);
    yield* mentions(doc, factual);
  },
};

function* harm(doc: Doc, event: Event): Generator<Observation> {
  const seen = { term: termAt(doc.article, event.span), label: event.form, span: event.span, weight: 1 };
  const { agent, patient } = event.known;
  if (agent !== 'unknown')
    for (const subject of subjectsOf(event.agent))
      yield { measure: 'agency.agent', subject, ...seen, grounds: groundsOf(event, 'agent') };
  if (patient === 'unknown') return;
  const grounds = groundsOf(event, 'patient');
  for (const subject of subjectsOf(event.patient)) {
    yield { measure: 'agency.patient', subject, ...seen, grounds };
    if (subject === OTHERS || subject === NOBODY || agent === 'unknown') continue;
    const weight = event.agent === undefined ? 1 : 0;
    yield { measure: 'agency.agentless', subject, ...seen, weight, grounds };
  }
}

/** How one side of an event was found; what is often wrong is a kind of its own. */
function groundsOf(
  { form, known, paths, personal, class: kind, ...event }: Event,
  side: 'agent' | 'patient',
): string {
  if (known[side] === 'doubtful') return 'doubtful';
  const word = form === 'nominal' ? 'noun' : 'verb';
  if (event[side] === undefined) return `${word} alone`;
  if (event[side].mentions.some(mention => mention.form === 'pronominal')) return 'pronoun';
  if (paths[side] === 'loose') return `beside a ${word}`;
  if (paths[side] === 'led') return 'over another verb';
  if (side === 'agent' && kind === 'help' && !personal) return 'toward a thing';
  return word === 'noun' ? 'noun and its phrase' : form === 'active' ? 'active clause' : 'passive clause';
}

/** Whose side of an event it is: the parties, else somebody else, else nobody that is named. */
function subjectsOf(side: EventSide | undefined): readonly string[] {
  if (side === undefined) return [NOBODY];
  return side.mentions.length === 0 ? [OTHERS] : side.mentions.map(({ party }) => party);
}

/** Each mention that is an agent or a patient, once for each class. */
function* mentions(doc: Doc, factual: readonly Event[]): Generator<Observation> {
  const listed = new Set(doc.mentions);
  for (const [kind, names] of Object.entries(NAMES))
    for (const [s, side] of (['agent', 'patient'] as const).entries()) {
      if (names[s] === undefined) continue;
      const deeds = new Map<Mention, Event[]>();
      // Pronouns are no mentions of the denominator.
      for (const event of factual.filter(each => each.class === kind && each.known[side] !== 'unknown'))
        for (const mention of event[side]?.mentions ?? [])
          if (listed.has(mention)) addTo(deeds, mention, event);
      for (const [{ party, span }, events] of deeds) {
        const term = events.map(event => termAt(doc.article, event.span)).join(', ');
        const grounds = events.map(event => groundsOf(event, side)).find(each => each === 'doubtful');
        const first = groundsOf(events[0] as Event, side);
        yield {
          measure: `agency.${names[s]}`,
          subject: party,
          term,
          span,
          weight: 1,
          grounds: grounds ?? first,
        };
      }
    }
}
