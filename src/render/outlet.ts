import type { BlockContent, RootContent } from 'mdast';
import { VOICES } from '../model/article.js';
import type { Evidence } from '../model/evidence.js';
import type { Estimate, OutletProfile, QuotationRecord, Report } from '../model/profile.js';
import { omissionSections } from './coverage.js';
import { Estimates, labelsInUse, pooled, subjectsOf } from './estimates.js';
import { passage, sentenceWithWords, type Texts } from './kwic.js';
import {
  anchor,
  code,
  emphasis,
  heading,
  type Inline,
  link,
  list,
  page,
  paragraph,
  strong,
  table,
} from './markdown.js';
import { methodSection } from './method.js';
import { changedSection, sharedSentence } from './shared-copy.js';
import {
  countOf,
  labelName,
  listOf,
  ofBase,
  partyName,
  percent,
  plural,
  signed,
  titleOf,
  VOICE_NAMES,
} from './words.js';

const MOST_FINDINGS = 6;
const SPEAKS = 'Who speaks';
const STAGE = 'Who is on stage';
const EVALUATED = 'How the parties are evaluated';

interface Page {
  readonly report: Report;
  readonly profile: OutletProfile;
  readonly own: Estimates;
  readonly others: readonly Estimates[];
  readonly texts: Texts;
}

/** The page of one outlet: what stands out, the tables, the passages, the method. */
export function renderOutlet(report: Report, profile: OutletProfile, texts: Texts): string {
  const here: Page = {
    report,
    profile,
    own: new Estimates(profile),
    others: report.profiles.filter(other => other !== profile).map(other => new Estimates(other)),
    texts,
  };
  const content: RootContent[] = [
    heading(1, `${profile.outlet} on ${titleOf(report.story)}`),
    list(findings(here)),
    paragraph(population(here)),
    heading(2, 'Words for contested things'),
    ...terminology(here),
    heading(2, STAGE),
    ...stage(here),
    heading(2, SPEAKS),
    ...speakers(here),
    heading(2, EVALUATED),
    ...evaluated(here),
    ...changedSection(report, profile),
    ...omissionSections(report, profile),
    ...methodSection(report, profile.articles),
  ];
  return page(content);
}

// What stands out

function findings(here: Page): Inline[] {
  const words = wordFindings(here);
  const rest = [stageFinding(here), speakerFinding(here)].filter(each => each !== undefined);
  const found = [...words.slice(0, MOST_FINDINGS - rest.length), ...rest];
  return found.length > 0 ? found : ['Nothing that the lexicons list stands in its text.'];
}

function wordFindings({ report, own, others }: Page): Inline[] {
  const found: { readonly rank: number; readonly line: Inline }[] = [];
  for (const concept of subjectsOf(report, 'terminology.lean')) {
    const gloss = report.lexicons.concepts.get(concept)?.gloss ?? concept;
    const to = (text: string): Inline => link(anchor(gloss), text);
    const ofConcept: typeof found = [];
    for (const label of labelsInUse(report, concept)) {
      const subject = `${concept}/${label}`;
      const mine = own.of('terminology.label', subject, 'outlet');
      const theirs = pooled(others.map(other => other.of('terminology.label', subject, 'outlet')));
      const count = countOf(mine);
      const carried = pooled(
        (['indirect', 'direct'] as const).map(voice => own.of('terminology.label', subject, voice)),
      ).count;
      if (mine !== undefined && count > 0) {
        const gap = mine.value - (theirs.base === 0 ? 0 : theirs.count / theirs.base);
        if (gap < 0.2) continue;
        ofConcept.push({
          rank: gap * Math.sqrt(count) + (theirs.count === 0 ? 0.5 : 0),
          line: [
            `${gloss}: `,
            strong(labelName(report, concept, label)),
            ` in ${count} of ${plural(mine.base, 'naming')} in its own words (${theirs.base === 0 ? 'no other outlet names it' : `the others: ${theirs.count} of ${theirs.base}`}). `,
            to('passages'),
          ],
        });
      } else if (carried > 0 && theirs.count > 0)
        ofConcept.push({
          rank: 0.3 * Math.sqrt(carried),
          line: [
            `${gloss}: `,
            strong(labelName(report, concept, label)),
            ` only in the mouths of others, ${carried === 1 ? 'once' : `${carried} times`}; never in its own words (the others: ${theirs.count} of ${theirs.base}). `,
            to('passages'),
          ],
        });
    }
    // One line a concept: the label that sets the outlet apart most.
    found.push(...ofConcept.toSorted((a, b) => b.rank - a.rank).slice(0, 1));
  }
  return found.toSorted((a, b) => b.rank - a.rank).map(({ line }) => line);
}

function stageFinding({ report, own, profile }: Page): Inline | undefined {
  const ranked = subjectsOf(report, 'visibility.mentions')
    .map(party => ({ party, mine: own.of('visibility.mentions', party, 'outlet') }))
    .filter(({ mine }) => countOf(mine) > 0)
    .toSorted((a, b) => countOf(b.mine) - countOf(a.mine));
  if (ranked.length === 0) return undefined;
  const first = subjectsOf(report, 'visibility.first').filter(
    party => countOf(own.of('visibility.first', party, 'any')) > 0,
  );
  const opens =
    profile.articles.length === 1 && first[0] !== undefined
      ? [strong(partyName(report, first[0])), ' is named first. ']
      : [];
  const shares = ranked.slice(0, 3).map(({ party, mine }) => `${partyName(report, party)} ${countOf(mine)}`);
  return [
    ...opens,
    `Of ${ranked[0]?.mine?.base} mentions of parties in its own words: ${listOf(shares)}. `,
    link(anchor(STAGE), 'table'),
  ];
}

function speakerFinding({ report, own, profile }: Page): Inline | undefined {
  const statements = profile.articles.flatMap(({ quotations }) => quotations);
  if (statements.length === 0) return 'Nobody is quoted, and no statement is attributed to anybody.';
  const base =
    own.of('attribution.statements', subjectsOf(report, 'attribution.statements')[0] ?? '', 'any')?.base ?? 0;
  const ranked = subjectsOf(report, 'attribution.statements')
    .map(party => ({ party, count: countOf(own.of('attribution.statements', party, 'any')) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  const names = ranked.map(({ party, count }) => `${partyName(report, party)} ${count}`);
  return [
    `Of ${plural(base, 'attributed statement')}: ${listOf(names)}. `,
    link(anchor(SPEAKS), 'who speaks'),
  ];
}

function population({ report, profile, own }: Page): Inline[] {
  const words = VOICES.map(voice => profile.articles.reduce((sum, article) => sum + article.words[voice], 0));
  const total = words.reduce((sum, each) => sum + each, 0);
  const [mine = 0, scare = 0, indirect = 0, direct = 0] = words;
  const statements = new Set(profile.articles.flatMap(a => a.quotations.map(q => `${a.id} ${q.quotation}`)))
    .size;
  const unresolved = new Set(
    profile.articles.flatMap(a =>
      a.quotations.filter(q => q.party === undefined).map(q => `${a.id} ${q.quotation}`),
    ),
  ).size;
  const agencies = [
    ...new Set(profile.articles.flatMap(({ agency }) => (agency === undefined ? [] : [agency]))),
  ];
  const unread = profile.articles.filter(
    ({ headlineInText, title }) => !headlineInText && title !== undefined,
  );
  const evaluated = subjectsOf(report, 'sentiment.polarity')
    .map(party => own.of('sentiment.polarity', party, 'outlet'))
    .reduce((sum, each) => sum + (each?.base ?? 0), 0);
  return [
    `${profile.articles.length === 1 ? 'One article' : plural(profile.articles.length, 'article')}, ${total} words of prose: ` +
      `${percent((mine + scare) / total)} its own, ${percent(indirect / total)} retold from others, ${percent(direct / total)} quoted. ` +
      (agencies.length > 0 ? `Credited in part to ${listOf(agencies)}. ` : '') +
      (statements > 0
        ? `Of ${plural(statements, 'attributed statement')}, ${statements - unresolved} could be given to a single listed party. `
        : '') +
      (unread.length > 0
        ? `${plural(unread.length, 'headline')} given apart from the text could not be analysed. `
        : '') +
      `The page shows its choices in ${profile.articles.length === 1 ? 'this article' : 'these articles'}; that is too little to say how it usually writes. `,
    `Sentiment toward the parties: cannot tell (${plural(evaluated, 'mention')}; the measure is too weak). `,
    emphasis('A difference between outlets is no judgement of truth or intent.'),
    sharedSentence(report, profile),
  ];
}

// Terminology

function terminology(here: Page): BlockContent[] {
  const { report, own, others, texts } = here;
  const blocks: BlockContent[] = [];
  for (const concept of subjectsOf(report, 'terminology.lean')) {
    const { gloss, labels = [] } = report.lexicons.concepts.get(concept) ?? {};
    const used = labelsInUse(report, concept);
    const mine = (label: string, voice: (typeof VOICES)[number]): Estimate | undefined =>
      own.of('terminology.label', `${concept}/${label}`, voice);
    blocks.push(heading(3, gloss ?? concept));
    const evidence = used.flatMap(label => VOICES.flatMap(voice => mine(label, voice)?.evidence ?? []));
    blocks.push(
      table(
        ['label', 'favours', ...VOICES.map(voice => VOICE_NAMES[voice]), '95% of own', 'others’ own words'],
        used.map(label => {
          const favours = labels.find(({ id }) => id === label)?.favours;
          const ownShare = mine(label, 'outlet');
          const theirs = pooled(
            others.map(other => other.of('terminology.label', `${concept}/${label}`, 'outlet')),
          );
          return [
            labelName(report, concept, label),
            favours === undefined ? '–' : partyName(report, favours),
            ...VOICES.map(voice => ofBase(mine(label, voice))),
            ownShare === undefined ? '–' : `${percent(ownShare.low)} to ${percent(ownShare.high)}`,
            theirs.base === 0 ? '–' : `${theirs.count} of ${theirs.base}`,
          ];
        }),
      ),
    );
    if (evidence.length > 0)
      blocks.push(
        list(
          evidence.map(each => [
            strong(labelName(report, concept, each.label ?? '')),
            ' ',
            passage(each, texts, report),
          ]),
        ),
      );
    else blocks.push(paragraph('Not named here.'));
  }
  return blocks.length > 0
    ? blocks
    : [paragraph('None of the concepts in the terminology lexicons is named in this story.')];
}

// Visibility

function stage({ report, own, others, profile }: Page): BlockContent[] {
  const parties = subjectsOf(report, 'visibility.mentions');
  if (parties.length === 0) return [paragraph('No party of the lexicons is named.')];
  const rows = parties.map(party => {
    const mine = own.of('visibility.mentions', party, 'outlet');
    const theirs = pooled(others.map(other => other.of('visibility.mentions', party, 'outlet')));
    return [
      partyName(report, party),
      ofBase(mine),
      mine === undefined ? '–' : `${percent(mine.low)} to ${percent(mine.high)}`,
      theirs.base === 0 ? '–' : `${percent(theirs.count / theirs.base)} of ${theirs.base}`,
      ofBase(own.of('visibility.mentions', party, 'indirect')),
      ofBase(own.of('visibility.mentions', party, 'direct')),
      ofBase(own.of('visibility.headline', party, 'any')),
      ofBase(own.of('visibility.lede', party, 'any')),
      ofBase(own.of('visibility.first', party, 'any')),
    ];
  });
  const places = parties.flatMap(party => {
    const evidence = VOICES.flatMap(voice => own.of('visibility.mentions', party, voice)?.evidence ?? []);
    if (evidence.length === 0) return [];
    const byArticle = profile.articles.flatMap(({ id, path }) => {
      const lines = [
        ...new Set(evidence.filter(({ article }) => article === id).map(({ line }) => line)),
      ].sort((a, b) => a - b);
      return lines.length === 0 ? [] : [` ${path} `, lines.join(', ')];
    });
    return [[strong(partyName(report, party)), ...byArticle]];
  });
  return [
    table(
      ['party', 'own words', '95%', 'others’ own', 'retold', 'quoted', 'headline', 'lede', 'named first'],
      rows,
    ),
    paragraph('Lines on which each is named:'),
    list(places),
  ];
}

// Attribution

function speakers(here: Page): BlockContent[] {
  const { report, own, profile } = here;
  const parties = subjectsOf(report, 'attribution.statements');
  const quotations = profile.articles.flatMap(article =>
    article.quotations.map(quotation => ({ article, quotation })),
  );
  if (quotations.length === 0)
    return [paragraph('Nobody is quoted, and no statement is attributed to anybody.')];
  const rows = parties
    .filter(party => countOf(own.of('attribution.statements', party, 'any')) > 0)
    .map(party => {
      const stances = own.of('attribution.stance', party, 'any')?.evidence ?? [];
      return [
        partyName(report, party),
        ofBase(own.of('attribution.statements', party, 'any')),
        ofBase(own.of('attribution.words', party, 'any')),
        tally(stances.map(({ term, label }) => (label === 'neutral' ? term : `${term} (${label})`))),
      ];
    });
  const kinds = subjectsOf(report, 'attribution.kind')
    .map(kind => ({ kind, estimate: own.of('attribution.kind', kind, 'any') }))
    .filter(({ estimate }) => countOf(estimate) > 0);
  return [
    table(['source', 'attributed statements', 'quoted words', 'reporting words'], rows),
    paragraph(
      `By kind of source: ${listOf(kinds.map(({ kind, estimate }) => `${kind} ${ofBase(estimate)}`))}. `,
      ...firstAndLongest(here),
    ),
    ...saidOfWhom(here),
    list(quotations.map(({ article, quotation }) => quotationLine(report, article.path, quotation))),
  ];
}

function firstAndLongest({ report, profile }: Page): Inline[] {
  const quoted = profile.articles.flatMap(article =>
    article.quotations.filter(({ form }) => form === 'direct').map(quotation => ({ article, quotation })),
  );
  const longest = quoted.toSorted((a, b) => b.quotation.words - a.quotation.words)[0];
  if (longest === undefined) return ['Nothing is quoted word for word.'];
  const name = ({ quotation: { speaker, source, party } }: typeof longest): string => {
    const who = speaker ?? source?.replace(/\s+/g, ' ') ?? 'a source that is not given';
    return party === undefined || who === partyName(report, party)
      ? who
      : `${who} (${partyName(report, party)})`;
  };
  const firsts = profile.articles.flatMap(article => {
    const first = article.quotations.find(({ form }) => form !== 'indirect');
    return first === undefined ? [] : [name({ article, quotation: first })];
  });
  return [
    `Quoted first: ${listOf([...new Set(firsts)])}. Longest quotation: ${plural(longest.quotation.words, 'word')}, ${name(longest)}, `,
    code(`${longest.article.path}:${longest.quotation.line}`),
    '.',
  ];
}

/** Labels that favour a side, and evaluating words, in the mouth of one party and about another. */
function saidOfWhom({ report, profile }: Page): BlockContent[] {
  const said = new Map<string, string[]>();
  const add = (speaker: string, of: string, word: string): void => {
    const key = `${speaker}\t${of}`;
    said.set(key, [...(said.get(key) ?? []), word]);
  };
  for (const { measure, evidence } of profile.estimates)
    for (const { speakerParty, subject, label, term, text, weight } of evidence) {
      if (speakerParty === undefined) continue;
      if (measure === 'sentiment.polarity' && speakerParty !== subject)
        add(speakerParty, partyName(report, subject), `${term} ${weight < 0 ? '−' : '+'}`);
      const concept = measure === 'terminology.label' ? report.lexicons.concepts.get(subject) : undefined;
      if (concept?.labels.find(({ id }) => id === label)?.favours !== undefined)
        add(speakerParty, concept.gloss, text.replace(/\s+/g, ' '));
    }
  if (said.size === 0) return [];
  return [
    paragraph('Said of whom: labels that favour a side, and words that evaluate, in the mouths of parties.'),
    table(
      ['who says it', 'of whom or what', 'words'],
      [...said].map(([key, words]) => {
        const [speaker = '', of = ''] = key.split('\t');
        return [partyName(report, speaker), of, tally(words)];
      }),
    ),
  ];
}

function quotationLine(report: Report, path: string, quotation: QuotationRecord): Inline {
  const { text, form, cue, source, speaker, party, line } = quotation;
  const who = source === undefined ? 'source not given' : source.replace(/\s+/g, ' ');
  const resolved = [
    speaker !== undefined && !who.includes(speaker) ? speaker : '',
    party === undefined ? '' : partyName(report, party),
  ]
    .filter(each => each !== '' && each !== who)
    .join(', ');
  const content = text.replace(/\s+/g, ' ');
  return [
    code(`${path}:${line}`),
    ' ',
    strong(who),
    resolved === '' ? '' : ` (${resolved})`,
    cue === undefined ? '' : ` ${cue}`,
    `, ${form === 'direct' ? 'quoted' : form === 'mixed' ? 'quoted in part' : 'retold'}: `,
    content.length > 240 ? `${content.slice(0, 240).replace(/\s\S*$/, '')} …` : content,
  ];
}

/** `said 3, claimed 2`, most frequent first. */
function tally(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([word, n]) => `${word} ${n}`)
    .join(', ');
}

// Sentiment

function evaluated({ report, own, texts }: Page): BlockContent[] {
  const parties = subjectsOf(report, 'sentiment.polarity');
  const rows = parties.flatMap(party => {
    const mine = own.of('sentiment.polarity', party, 'outlet');
    if (mine === undefined) return [];
    return [
      [
        partyName(report, party),
        signed(mine.value),
        `${signed(mine.low)} to ${signed(mine.high)}`,
        String(mine.base),
        tally(mine.evidence.map(signedTerm)),
      ],
    ];
  });
  if (rows.length === 0)
    return [paragraph('No evaluating word of the lexicons stands near a party in its own words.')];
  const inOwnWords = parties.flatMap(party => own.of('sentiment.polarity', party, 'outlet')?.evidence ?? []);
  const carried = parties.flatMap(party => {
    const evidence = (['indirect', 'direct'] as const).flatMap(
      voice => own.of('sentiment.polarity', party, voice)?.evidence ?? [],
    );
    return evidence.length === 0 ? [] : [[partyName(report, party), tally(evidence.map(signedTerm))]];
  });
  return [
    paragraph(
      strong('A weak measure, for orientation only.'),
      ' It shows how grim or kind the words in the clauses around a party are, on a scale from −1 to +1, not what the outlet thinks of ' +
        'it: a victim scores as low as a culprit. Scores of this kind order two outlets no better than a coin.',
    ),
    table(['party, in own words', 'mean', '95%', 'mentions', 'words that made it'], rows),
    list(bySentence(inOwnWords).map(group => evaluatedPassage(report, group, texts))),
    ...(carried.length === 0
      ? []
      : [
          paragraph('Around parties in the mouths of others, not counted above:'),
          table(['party', 'words'], carried),
        ]),
  ];
}

const signedTerm = ({ term, weight }: Evidence): string => `${term} ${weight < 0 ? '−' : '+'}`;

function bySentence(evidence: readonly Evidence[]): Evidence[][] {
  const groups = new Map<string, Evidence[]>();
  for (const each of evidence) {
    const key = `${each.article}\t${each.sentence}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}

/** A sentence with all its evaluating words in bold, and what they add to which party. */
function evaluatedPassage(report: Report, group: readonly Evidence[], texts: Texts): Inline {
  const sums = new Map<string, number>();
  for (const { subject, weight } of group) sums.set(subject, (sums.get(subject) ?? 0) + weight);
  const adds = [...sums].map(([party, weight]) => `${partyName(report, party)} ${signed(weight)}`);
  return [...sentenceWithWords(group, texts), ` — ${adds.join(', ')}`];
}
