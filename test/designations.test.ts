/** What each outlet calls whom: on invented stories, with outlets that never were. */
import { describe, expect, it } from 'vitest';
import { designations } from '../src/discover/designations.js';
import { type Article, analyse, makeReport, renderReports } from '../src/index.js';
import { isApart, isOnlyHere, type Referent } from '../src/model/designation.js';
import { article, comparisonOf, lexiconsWith, tableOf } from './helpers.js';

const PARTIES = `kind: parties
id: sides
title: Sides
parties:
  - id: dardonia
    name: Dardonia
    kind: country
    names: [Dardonia]
    demonyms: [Dardonian]
  - id: belvonia
    name: Belvonia
    kind: country
    names: [Belvonia]
    demonyms: [Belvonian]
`;
const own = await lexiconsWith(PARTIES);

/** One story, an article an outlet. */
const story = (texts: Readonly<Record<string, string>>): Article[] =>
  Object.entries(texts).map(([outlet, text]) =>
    article(text, { outlet, id: outlet, path: `${outlet}.md`, story: 'a row' }),
  );

function found(texts: Readonly<Record<string, string>>, given = own): readonly Referent[] {
  const articles = story(texts).toSorted((a, b) => (a.outlet < b.outlet ? -1 : 1));
  const { analysed, cast, names } = analyse(articles, given);
  return designations(
    analysed.map(({ trace }) => trace),
    names,
    cast,
  ).referents;
}

/** `outlet: phrase own of all` for what sets an outlet apart, by the referent. */
function apart(texts: Readonly<Record<string, string>>, given = own): Record<string, string[]> {
  const outlets = Object.keys(texts).sort();
  return Object.fromEntries(
    found(texts, given)
      .map(({ id, kind, designations: names }) => [
        id,
        names.flatMap(each =>
          each.uses.flatMap((use, o) =>
            isApart(each, use) || (kind !== 'thing' && isOnlyHere(each, use))
              ? [`${outlets[o]}: ${each.phrase} ${use.own} of ${use.ofOwn}`]
              : [],
          ),
        ),
      ])
      .filter(([, some]) => some?.length !== 0),
  );
}

const PRESIDENT = (call: string): string =>
  `President Olmar Tevik opened the bridge on Monday. Crowds cheered when ${call} spoke of the harvest.

Farmers said nothing. By noon ${call} had left the square, and ${call} did not answer letters about the mill. Nobody knew where ${call} slept.`;

const BORDER = (them: string): string =>
  `The coast guard stopped ${them} near the lighthouse on Friday. A judge will hear ${them} next month.

Fishermen gave soup to ${them} and blankets. The ferry carried ${them} to the harbour.`;

const RULE = (them: string): string =>
  `Dardonia closed the valley. Critics of the Dardonian ${them} wrote a letter. A song about the Dardonian ${them} was banned.

The Dardonian ${them} said no more of it.`;

describe('a person', () => {
  const texts = {
    Anvil: PRESIDENT('the embattled Tevik'),
    Bellows: PRESIDENT('Tevik'),
    Crucible: PRESIDENT('Mr. Tevik'),
  };

  it('is called by a description that sets an outlet apart', () =>
    expect(apart(texts)).toEqual({ 'olmar-tevik': ['Anvil: embattled Tevik 4 of 5'] }));

  it('is called *this president* by one outlet, and the title and name by others', () => {
    const names = apart({
      Anvil: PRESIDENT('this president'),
      Bellows: PRESIDENT('President Tevik'),
      Crucible: PRESIDENT('Tevik'),
    })['olmar-tevik'];
    expect(names).toContain('Anvil: this president 4 of 5');
    expect(names).toContain('Bellows: President Tevik 5 of 5');
  });

  it('has house style told apart, and full names with surnames', () => {
    const [tevik] = found(texts);
    const kinds = Object.fromEntries(
      (tevik as Referent).designations.map(({ phrase, kind }) => [phrase, kind]),
    );
    expect(kinds).toMatchObject({ Tevik: 'name', 'Mr. Tevik': 'style', 'embattled Tevik': 'choice' });
    expect(kinds['President Olmar Tevik']).toBe('title');
  });

  it('is described between commas', () => {
    const names = found({
      Anvil:
        'President Olmar Tevik, a ruthless banker, slept. Tevik ate. Tevik, the harvest and the mill were in a song. Tevik drank.',
      Bellows: 'Olmar Tevik slept. Tevik ate. Tevik drank.',
    }).flatMap(({ designations: all }) =>
      all.filter(({ kind }) => kind === 'choice').map(({ phrase }) => phrase),
    );
    expect(names).toEqual(['a ruthless banker']);
  });

  it.each([
    ['Mr. and a verb before it', 'Nobody pressured Mr. Tevik. President Tevik ate. Tevik slept.'],
    ['a noun before a title', 'A story about seating Judge Tevik ran. Tevik ate. Tevik slept.'],
    ['what belongs to him', 'The Tevik administration slept. Tevik supporters sang. Tevik ate. Tevik drank.'],
    ['a statement', 'In a statement Olmar Tevik denied it. Tevik ate. Tevik slept.'],
  ])('is not called by %s', (_, text) => {
    const phrases = found({ Anvil: text, Bellows: 'Olmar Tevik rose. Tevik fell. Tevik slept.' })
      .flatMap(({ designations: all }) => all)
      .filter(({ kind }) => kind === 'choice')
      .map(({ phrase }) => phrase);
    expect(phrases).toEqual([]);
  });

  it('keeps voices apart: what is quoted is no choice of the outlet', () => {
    const quoting = `Olmar Tevik opened the bridge. “I pity this president, this president is lost,” said Ana Bruk.

Tevik left. President Tevik slept.`;
    const [tevik] = found({ Anvil: quoting, Bellows: PRESIDENT('Tevik'), Crucible: PRESIDENT('Tevik') });
    const said = tevik?.designations.find(({ phrase }) => phrase === 'this president');
    expect(said?.uses[0]).toMatchObject({ own: 0, attributed: 2 });
    expect(said?.places.map(({ voice }) => voice)).toEqual(['direct', 'direct']);
  });
});

describe('a group, a government, a thing', () => {
  const texts = {
    Anvil: BORDER('illegal aliens'),
    Bellows: BORDER('migrants'),
    Crucible: BORDER('migrants'),
  };

  it('two nouns in the same places are names of one, each in its share', () => {
    const names = Object.values(apart(texts)).flat();
    expect(names).toContain('Anvil: illegal aliens 4 of 4');
    expect(names.filter(name => name.startsWith('Bellows: migrants'))).toEqual(['Bellows: migrants 4 of 4']);
  });

  it('exchanging two outlets exchanges the result', () => {
    const swapped = { ...texts, Anvil: texts.Bellows, Bellows: texts.Anvil };
    const exchange = (name: string): string =>
      name.replace(/^(Anvil|Bellows)/, outlet => (outlet === 'Anvil' ? 'Bellows' : 'Anvil'));
    const sorted = (some: Record<string, string[]>): string[] => Object.values(some).flat().toSorted();
    expect(sorted(apart(swapped))).toEqual(sorted(apart(texts)).map(exchange).toSorted());
  });

  it('a government is a regime to one outlet', () => {
    const names = apart({ Anvil: RULE('regime'), Bellows: RULE('government'), Crucible: RULE('government') });
    expect(names['dardonia-government']).toContain('Anvil: Dardonian regime 3 of 3');
  });

  it('a place that nobody speaks for has rival modifiers', () => {
    const place = (how: string): string =>
      `Roads into ${how} Velm were closed. Snow fell on ${how} Velm. A train left Velm. Apples from ${how} Velm cost more.`;
    const names = apart({
      Anvil: place('rebellious'),
      Bellows: place('sovereign'),
      Crucible: place('sovereign'),
    });
    expect(names['before-velm']).toEqual([
      'Anvil: rebellious Velm 3 of 3',
      'Bellows: sovereign Velm 3 of 3',
      'Crucible: sovereign Velm 3 of 3',
    ]);
  });

  it('modifiers of a group count where outlets have rival ones', () => {
    const names = apart({
      Anvil: BORDER('illegal migrants'),
      Bellows: BORDER('desperate migrants'),
      Crucible: BORDER('migrants'),
    });
    expect(names.migrants).toContain('Anvil: illegal migrants 4 of 4');
    expect(names.migrants).toContain('Bellows: desperate migrants 4 of 4');
  });

  it('is silent where nothing differs', () => {
    const same = PRESIDENT('the embattled Tevik') + BORDER('migrants') + RULE('regime');
    expect(apart({ Anvil: same, Bellows: same, Crucible: same })).toEqual({});
  });
});

describe('the pages', () => {
  const given = own;
  const articles = story({
    Anvil: `${PRESIDENT('this president')}\n\n${BORDER('illegal aliens')}`,
    Bellows: `${PRESIDENT('President Tevik')}\n\n${BORDER('migrants')}`,
    Crucible: `${PRESIDENT('Mr. Tevik')}\n\n${BORDER('migrants')}`,
  });
  const files = renderReports(articles, given);
  const sectionOf = (file: string, title: string): string =>
    (files.get(file) ?? '').split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

  it('compare the names side by side, with passages and the command for a lexicon', () => {
    const section = sectionOf('comparison.md', 'What each outlet calls them');
    expect(section).toMatch(
      /^\| Olmar Tevik \| \*\*this president\*\* 4, .*\| \*\*President Tevik\*\* 5 \(of 5\) \| .*Mr\. Tevik 4/m,
    );
    expect(section).toMatch(/\*\*illegal aliens\*\* .*\(Anvil, line \d+\)/);
    expect(section).toContain('`parallax lexicon suggest ARTICLES --of olmar-tevik`');
  });

  it('tell of an outlet what sets it apart, with counts', () =>
    expect(sectionOf('anvil.md', 'What it calls them')).toMatch(
      /Olmar Tevik: \*\*this president\*\* in 4 of 5 mentions in its own words \(others: 0 of 10\)/,
    ));

  it('have a finding where it is significant', () =>
    expect(sectionOf('anvil.md', 'Findings')).toMatch(
      /Olmar Tevik: \*\*this president\*\* in 4 of 5 mentions/,
    ));

  it('say how it was found', () =>
    expect(files.get('method.md')).toMatch(/## What each outlet calls them[\s\S]*Van Leeuwen/));

  it('have every mention in the data, at its line', () => {
    const rows = tableOf(files.get('data/names.csv') as string);
    const mine = rows.filter(({ called, outlet }) => called === 'this president' && outlet === 'Anvil');
    expect(mine.map(({ id, use, voice }) => [id, use, voice])).toEqual(
      Array.from({ length: 4 }, () => ['olmar-tevik', 'choice', 'outlet']),
    );
    for (const { article: id, start, end } of mine)
      expect(
        articles
          .find(each => each.id === id)
          ?.text.slice(Number(start), Number(end))
          .toLowerCase(),
      ).toBe('this president');
  });

  it('leave the section out where nothing differs', () => {
    const same = story({ Anvil: PRESIDENT('Tevik'), Bellows: PRESIDENT('Tevik') });
    expect(comparisonOf(makeReport(same, 'a row', given), same)).not.toContain('calls them');
  });
});
