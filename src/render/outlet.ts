import type { BlockContent, RootContent } from 'mdast';
import { VOICES, type Voice } from '../model/article.js';
import type { Evidence } from '../model/evidence.js';
import type { Accuracy, Estimate, OutletProfile, QuotationRecord, Report } from '../model/profile.js';
import { certaintySection } from './certainty.js';
import { omissionFinding, omissionSections } from './coverage.js';
import { Estimates, labelsInUse, pooled, subjectsOf } from './estimates.js';
import { passage, sentenceWithWords, type Texts } from './kwic.js';
import { JUDGING, loadedFinding, loadedSection } from './loaded.js';
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
  target,
} from './markdown.js';
import { methodSection } from './method.js';
import { changedSection, changeFinding, sharedSentence } from './shared-copy.js';
import {
  countOf,
  isParty,
  labelName,
  listOf,
  ofBase,
  partyName,
  percent,
  plural,
  signed,
  tally,
  titleOf,
  VOICE_NAMES,
} from './words.js';

const MOST_FINDINGS = 6;
const SPEAKS = 'Who speaks';
const STAGE = 'Who is on stage';
const CLAIMS = 'Whose claims it vouches for';
const ACTS = 'Who acts, and who is acted on';
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
    heading(2, JUDGING),
    ...loadedSection(report, here.own, here.others, texts),
    heading(2, STAGE),
    ...stage(here),
    heading(2, SPEAKS),
    ...speakers(here),
    heading(2, CLAIMS),
    ...certaintySection(report, here.own, texts),
    target('agency'),
    heading(2, ACTS),
    ...actors(here),
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
  const { report, profile } = here;
  const rest = [
    loadedFinding(here.own, here.others),
    actorFinding(here),
    speakerFinding(here),
    changeFinding(report, profile),
    omissionFinding(report, profile),
  ].filter(each => each !== undefined);
  const words = wordFindings(here).slice(0, MOST_FINDINGS - rest.length);
  const found = [...words, ...rest];
  const stage = found.length < MOST_FINDINGS ? stageFinding(here) : undefined;
  if (stage !== undefined) found.splice(words.length, 0, stage);
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
            ` in ${count} of ${plural(mine.denominator, 'naming')} in its own words (${theirs.base === 0 ? 'no other outlet names it' : `the others: ${theirs.count} of ${theirs.base}`}). `,
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
    `Of ${ranked[0]?.mine?.denominator} mentions of parties in its own words: ${listOf(shares)}. `,
    link(anchor(STAGE), 'table'),
  ];
}

function speakerFinding({ report, own, profile }: Page): Inline | undefined {
  const statements = profile.articles.flatMap(({ quotations }) => quotations);
  if (statements.length === 0) return 'Nobody is quoted, and no statement is attributed to anybody.';
  const base =
    own.of('attribution.statements', subjectsOf(report, 'attribution.statements')[0] ?? '', 'any')
      ?.denominator ?? 0;
  const ranked = subjectsOf(report, 'attribution.statements')
    .map(party => ({ party, count: countOf(own.of('attribution.statements', party, 'any')) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  const names = ranked.map(({ party, count }) => {
    const lent = countOf(own.of('certainty.lent', party, 'any'));
    const withheld = countOf(own.of('certainty.withheld', party, 'any'));
    const how = [
      ...(lent > 0 ? [`vouched for in ${lent}`] : []),
      ...(withheld > 0 ? [`doubted in ${withheld}`] : []),
    ];
    return `${partyName(report, party)} ${count}${how.length === 0 ? '' : ` (${listOf(how)})`}`;
  });
  return [
    `Of ${plural(base, 'attributed statement')}: ${listOf(names)}. `,
    link(anchor(SPEAKS), 'who speaks'),
  ];
}

/** From so many harms on, who does them is worth a line at the top. */
const HARMS_TO_MENTION = 3;

function actorFinding({ report, own }: Page): Inline | undefined {
  const subjects = subjectsOf(report, 'agency.doer');
  const count = (subject: string): number => countOf(own.of('agency.doer', subject, 'outlet'));
  const base = own.of('agency.doer', subjects[0] ?? '', 'outlet')?.denominator ?? 0;
  const { parties: known } = report.lexicons;
  const parties = subjects.filter(id => isParty(id) && (count(id) > 0 || known.get(id)?.collective !== true));
  if (base < HARMS_TO_MENTION || parties.every(party => count(party) === 0)) return undefined;
  const [first = '', ...others] = parties.toSorted((a, b) => count(b) - count(a) || (a < b ? -1 : 1));
  const rest = [
    ...others.map(party => `${partyName(report, party)} in ${count(party) === 0 ? 'none' : count(party)}`),
    ...(count('nobody') === 0 ? [] : [`${count('nobody')} name${count('nobody') === 1 ? 's' : ''} no doer`]),
  ];
  return [
    strong(partyName(report, first)),
    ` is the doer in ${count(first)} of ${base} harms it tells of in its own words${rest.length === 0 ? '' : `, ${listOf(rest)}`}. `,
    link('#agency', 'evidence'),
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
    .reduce((sum, each) => sum + (each?.denominator ?? 0), 0);
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
    `Sentiment toward the parties: ${sentimentVerdict(report, profile.outlet)} (${plural(evaluated, 'mention')} in its own words). `,
    emphasis('A difference between outlets is no judgement of truth or intent.'),
    sharedSentence(report, profile),
  ];
}

/** What can be told of an outlet's sentiment in a few words. */
function sentimentVerdict({ comparison, lexicons }: Report, outlet: string): string {
  const told = comparison.contrasts.filter(
    ({ measure, verdict, left, right }) =>
      measure.toldIf !== undefined &&
      verdict !== 'cannot tell' &&
      (left.outlet === outlet || right.outlet === outlet),
  );
  if (told.length === 0) return 'no order against another outlet can be told';
  const parties = [...new Set(told.map(({ subject }) => partyName({ lexicons }, subject)))];
  return `${plural(told.length, 'order')} against other outlets can be told, toward ${listOf(parties)}`;
}

// Terminology

function terminology(here: Page): BlockContent[] {
  const { report, own, others, texts } = here;
  const blocks: BlockContent[] = [];
  for (const concept of subjectsOf(report, 'terminology.lean')) {
    const { gloss, labels = [] } = report.lexicons.concepts.get(concept) ?? {};
    const used = labelsInUse(report, concept);
    const mine = (label: string, voice: Voice): Estimate | undefined =>
      own.of('terminology.label', `${concept}/${label}`, voice);
    blocks.push(heading(3, gloss ?? concept));
    const evidence = used.flatMap(label => VOICES.flatMap(voice => mine(label, voice)?.evidence ?? []));
    if (evidence.length === 0) {
      blocks.push(notNamed(here, concept, used));
      continue;
    }
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
    blocks.push(
      list(
        evidence.map(each => [
          strong(labelName(report, concept, each.label ?? '')),
          ' ',
          passage(each, texts, report),
        ]),
      ),
    );
  }
  return blocks.length > 0
    ? blocks
    : [paragraph('None of the concepts in the terminology lexicons is named in this story.')];
}

/** What the others call a thing that an outlet does not name. */
function notNamed({ report, others }: Page, concept: string, used: readonly string[]): BlockContent {
  const theirs = used
    .map(label => ({
      label,
      of: pooled(others.map(other => other.of('terminology.label', `${concept}/${label}`, 'outlet'))),
    }))
    .filter(({ of }) => of.count > 0)
    .map(({ label, of }) => `${labelName(report, concept, label)} ${of.count} of ${of.base}`);
  return paragraph(
    `Not named here${theirs.length === 0 ? ', nor in the others’ own words' : `; in the others’ own words ${listOf(theirs)}`}.`,
  );
}

// Visibility

function stage({ report, own, others, profile }: Page): BlockContent[] {
  const isThere = (each: Estimates, party: string, voices: readonly Voice[]): boolean =>
    voices.some(voice => (each.of('visibility.mentions', party, voice)?.evidence.length ?? 0) > 0);
  const parties = subjectsOf(report, 'visibility.mentions').filter(
    party => isThere(own, party, VOICES) || others.some(other => isThere(other, party, ['outlet'])),
  );
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
        tallied(stances.map(({ term, label }) => (label === 'neutral' ? term : `${term} (${label})`))),
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
    for (const { speakerParty, subject, label, text } of evidence) {
      if (speakerParty === undefined) continue;
      if (
        measure === 'sentiment.polarity' &&
        speakerParty !== subject &&
        label !== undefined &&
        label !== 'neutral'
      )
        add(speakerParty, partyName(report, subject), label);
      const concept = measure === 'terminology.label' ? report.lexicons.concepts.get(subject) : undefined;
      if (concept?.labels.find(({ id }) => id === label)?.favours !== undefined)
        add(speakerParty, concept.gloss, text.replace(/\s+/g, ' '));
    }
  if (said.size === 0) return [];
  return [
    paragraph(
      'Said of whom: labels that favour a side, and mentions judged negative or positive, in the mouths of parties.',
    ),
    table(
      ['who says it', 'of whom or what', 'words'],
      [...said].map(([key, words]) => {
        const [speaker = '', of = ''] = key.split('\t');
        return [partyName(report, speaker), of, tallied(words)];
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
const tallied = (words: readonly string[]): string =>
  tally(words)
    .map(([word, n]) => `${word} ${n}`)
    .join(', ');

// Agency

const CARRIED = ['indirect', 'direct'] as const;

/** `3 of 4` in own words; behind a stroke how often in the mouths of others. */
function ownAndCarried(own: Estimates, measure: string, subject: string): string {
  const carried = pooled(CARRIED.map(voice => own.of(measure, subject, voice)));
  const mine = ofBase(own.of(measure, subject, 'outlet'));
  return carried.base === 0 ? mine : `${mine} / ${carried.count} of ${carried.base}`;
}

function actors(here: Page): BlockContent[] {
  const { report, own } = here;
  const subjects = [
    ...new Set([...subjectsOf(report, 'agency.doer'), ...subjectsOf(report, 'agency.sufferer')]),
  ].toSorted((a, b) => Number(isParty(b)) - Number(isParty(a)));
  const rows = subjects.map(subject => [
    partyName(report, subject),
    ownAndCarried(own, 'agency.doer', subject),
    ownAndCarried(own, 'agency.sufferer', subject),
    isParty(subject) ? ownAndCarried(own, 'agency.no-doer', subject) : '–',
  ]);
  const harms = harmLines(here);
  return [
    ...(harms.length === 0
      ? [paragraph('No harm that the lexicons list is told as done.')]
      : [
          paragraph(
            'Harms told as done. “3 of 4” is in its own words; behind a stroke, in the mouths of others. Where no doer is named, the sentence may ' +
              'still say elsewhere who it was.',
          ),
          table(['party', 'does the harm', 'is harmed', 'is harmed, no doer named'], rows),
          list(harms),
        ]),
    ...otherDeeds(here),
  ];
}

/** Every harm once: who does it, to whom, how it is told, and the passage. */
function harmLines({ report, own, texts }: Page): Inline[] {
  const sides = (measure: string): Map<string, Evidence[]> => {
    const byPlace = new Map<string, Evidence[]>();
    for (const subject of subjectsOf(report, measure))
      for (const voice of VOICES)
        for (const each of own.of(measure, subject, voice)?.evidence ?? []) {
          const place = `${each.article}\t${each.span.start}`;
          byPlace.set(place, [...(byPlace.get(place) ?? []), each]);
        }
    return byPlace;
  };
  const sufferers = sides('agency.sufferer');
  const names = (some: readonly Evidence[] = []): string =>
    listOf(some.map(({ subject }) => partyName(report, subject)));
  return [...sides('agency.doer')]
    .toSorted(([, [a]], [, [b]]) => compareEvidence(a as Evidence, b as Evidence))
    .map(([place, doers]) => [
      strong(`${names(doers)} → ${names(sufferers.get(place))}`),
      ` (${doers[0]?.label}) `,
      passage(doers[0] as Evidence, texts, report),
    ]);
}

const compareEvidence = (a: Evidence, b: Evidence): number =>
  VOICES.indexOf(a.voice) - VOICES.indexOf(b.voice) ||
  (a.article < b.article ? -1 : a.article > b.article ? 1 : 0) ||
  a.span.start - b.span.start;

const DEEDS = ['helps', 'helped', 'accuses', 'accused', 'controls', 'controlled'];

/** Help, accusation and control, party by party: shares of its mentions. */
function otherDeeds({ report, own, texts }: Page): BlockContent[] {
  const measures = DEEDS.map(name => `agency.${name}`);
  const parties = [...new Set(measures.flatMap(measure => subjectsOf(report, measure)))];
  const evidence = measures.flatMap(measure =>
    parties.flatMap(party => VOICES.flatMap(voice => own.of(measure, party, voice)?.evidence ?? [])),
  );
  if (evidence.length === 0) return [];
  return [
    paragraph(
      'Help, accusation and control: of the mentions of a party, those that do it and those it is done to.',
    ),
    table(
      ['party', 'helps', 'is helped', 'accuses', 'is accused', 'controls', 'is controlled'],
      parties.map(party => [
        partyName(report, party),
        ...measures.map(measure =>
          VOICES.every(voice => countOf(own.of(measure, party, voice)) === 0)
            ? '0'
            : ownAndCarried(own, measure, party),
        ),
      ]),
    ),
    list(
      evidence.map(each => [
        strong(
          `${partyName(report, each.subject)} ${/ed$/.test(each.measure) ? 'is ' : ''}${each.measure.slice('agency.'.length)}`,
        ),
        ` (${each.term}) `,
        passage(each, texts, report),
      ]),
    ),
  ];
}

// Sentiment

/** Evaluated mentions that are listed; the others stand in the data. */
const MOST_JUDGED = 24;

function evaluated(here: Page): BlockContent[] {
  const { report, own, texts } = here;
  const parties = subjectsOf(report, 'sentiment.polarity');
  const mine = parties.flatMap(party => own.of('sentiment.polarity', party, 'outlet') ?? []);
  if (mine.length === 0) return [paragraph('It mentions no party in its own words.')];
  const judged = mine.flatMap(({ evidence }) => evidence).filter(({ label }) => label !== 'neutral');
  const told = judged
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MOST_JUDGED)
    .toSorted(inOrder);
  const neutral = mine.reduce((sum, { denominator: base }) => sum + base, 0) - judged.length;
  return [
    paragraph(
      'How each sentence that mentions a party evaluates it, from −1 to +1: the probability that it is positive toward the party minus ' +
        'that it is negative. It is told from the words around the mention, by a classifier that ',
      strong('cannot see who is mentioned'),
      `: exchange two parties, and their results are exchanged. ${howRight(report)}`,
    ),
    table(
      ['party, in own words', 'mean', '95%', 'mentions', 'negative', 'neutral', 'positive'],
      mine.map(({ subject, value, low, high, denominator: base, evidence }) => [
        partyName(report, subject),
        signed(value),
        `${signed(low)} to ${signed(high)}`,
        String(base),
        ...judgements(evidence),
      ]),
    ),
    orderings(here),
    ...(told.length === 0 ? [] : [list(told.map(each => judgedPassage(report, each, texts)))]),
    paragraph(
      `${plural(neutral, 'mention')} judged neutral${judged.length > told.length ? ` and ${judged.length - told.length} more` : ''} stand in `,
      code('data/evidence.jsonl'),
      ', with what every word adds.',
    ),
    ...carriedEvaluations(here, parties),
  ];
}

const inOrder = (a: Evidence, b: Evidence): number =>
  (a.article < b.article ? -1 : a.article > b.article ? 1 : 0) || a.span.start - b.span.start;

/** How many of some mentions are judged negative, neutral, positive. */
const judgements = (evidence: readonly Evidence[]): string[] =>
  ['negative', 'neutral', 'positive'].map(each =>
    String(evidence.filter(({ label }) => label === each).length),
  );

/** How those whom the outlet quotes or retells evaluate the parties, by who they are. */
function carriedEvaluations({ report, own }: Page, parties: readonly string[]): BlockContent[] {
  const groups = new Map<string, Evidence[]>();
  for (const party of parties)
    for (const voice of CARRIED)
      for (const each of own.of('sentiment.polarity', party, voice)?.evidence ?? []) {
        const key = `${each.speakerParty ?? 'no-party'}\t${party}`;
        groups.set(key, [...(groups.get(key) ?? []), each]);
      }
  if (groups.size === 0) return [];
  return [
    paragraph('In the mouths of others, not counted above:'),
    table(
      ['who says it', 'of whom', 'mean', 'mentions', 'negative', 'neutral', 'positive'],
      [...groups].map(([key, evidence]) => {
        const [speaker = '', party = ''] = key.split('\t');
        return [
          partyName(report, speaker),
          partyName(report, party),
          signed(evidence.reduce((sum, { weight }) => sum + weight, 0) / evidence.length),
          String(evidence.length),
          ...judgements(evidence),
        ];
      }),
    ),
  ];
}

/** Against which outlets it can be told to be kinder or harder on a party, and how often nothing can be told. */
function orderings({ report, profile: { outlet } }: Page): BlockContent {
  const all = report.comparison.contrasts.filter(
    ({ measure, left, right }) =>
      measure.toldIf !== undefined && (left.outlet === outlet || right.outlet === outlet),
  );
  const told = all.filter(({ verdict }) => verdict !== 'cannot tell');
  const lines = told.map(({ subject, left, right, difference, verdict }) => {
    const [other, more] = left.outlet === outlet ? [right, difference > 0] : [left, difference < 0];
    return `${more ? 'more' : 'less'} positive toward ${partyName(report, subject)} than ${other.outlet} (${verdict})`;
  });
  return paragraph(
    lines.length === 0 ? '' : `Over all voices it is ${listOf(lines)}. `,
    `Of ${plural(all.length, 'comparison')} with another outlet over a party, ${all.length - told.length} cannot be told.`,
  );
}

/** The accuracy that a reader must know beside such figures. */
function howRight({ accuracy }: Report): string {
  const figure = (title: string): Accuracy | undefined => accuracy.find(each => each.title.startsWith(title));
  const value = (title: string): string => figure(title)?.value.toFixed(2) ?? 'unknown';
  return (
    `On annotated news it reaches a macro-F1 of ${value('Sentiment toward')} over the three classes, and orders two articles rightly in ` +
    `${value('Two articles')} of the cases (chance: .50). An order is told only where it was right about four times in five when the rule was set: ` +
    `that is seldom (${value('Orders that are told')} of ${figure('Orders that are told')?.n ?? 0} pairs).`
  );
}

/** A mention in its sentence, its polarity, and the words that made it. */
function judgedPassage(report: Report, each: Evidence, texts: Texts): Inline {
  const words = (each.shares ?? [])
    .slice(0, 5)
    .map(({ term, share }) => `${term.replace(/\s+/g, ' ')} ${signed(share)}`);
  return [
    ...sentenceWithWords([each], texts),
    ` — ${partyName(report, each.subject)} ${signed(each.weight)}: ${words.join(', ')}`,
  ];
}
