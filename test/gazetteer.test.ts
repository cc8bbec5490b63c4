/** The countries of the world are parties, generated and fresh; rivals are listed alike; names that mean something else are not counted. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { parse } from '../src/documents.js';
import { builtInLexicons } from '../src/index.js';
import { packageRoot } from '../src/package.js';
import { article, lexicons as packageLexicons } from './helpers.js';

const lexicons = await packageLexicons();

interface Listed {
  readonly id?: string;
  readonly extends?: string;
  readonly kind?: string;
  readonly names?: readonly string[];
  readonly demonyms?: readonly string[];
  readonly seats?: readonly string[];
  readonly bodies?: readonly unknown[];
  readonly people?: readonly { readonly party?: string }[];
}

const LISTS = ['names', 'demonyms', 'seats', 'bodies', 'people'] as const;
type Lists = Record<(typeof LISTS)[number], unknown[]> & { kind: string };

const files = builtInLexicons()
  .filter(({ path }) => path.startsWith('lexicons/parties/'))
  .map(({ text }) => parseYaml(text) as { parties?: Listed[]; rivals?: [string, string][] });

/** What all files together list of each party; its people are also those who belong to it and are listed with their country. */
const parties = new Map<string, Lists>();
const listed = (id: string): Lists =>
  parties.get(id) ?? { names: [], demonyms: [], seats: [], bodies: [], people: [], kind: '' };
for (const party of files.flatMap(file => file.parties ?? [])) {
  const id = party.id ?? party.extends ?? '';
  for (const person of party.people ?? []) {
    if (person.party === undefined) continue;
    const theirs = listed(person.party);
    theirs.people.push(person);
    parties.set(person.party, theirs);
  }
  const known = listed(id);
  for (const key of LISTS) known[key].push(...(party[key] ?? []));
  parties.set(id, { ...known, kind: party.kind ?? known.kind });
}

const NEEDED = [
  'cldr-core',
  'cldr-localenames-full',
  'countries-list',
  'i18n-iso-countries',
  '@faker-js/faker',
];
const missing = NEEDED.filter(name => !existsSync(join(packageRoot, 'node_modules', name)));
if (missing.length > 0) console.warn(`skipped, since npm has not installed ${missing.join(', ')}`);

describe.skipIf(missing.length > 0)('the gazetteer', async () => {
  const { namesOf, render, STATES } =
    missing.length > 0 ? skipped : await import('../lexicons/gazetteer.mjs');

  it('is fresh: else run `npm run gazetteer`', () => {
    for (const [path, text] of render())
      expect(readFileSync(join(packageRoot, 'lexicons', path), 'utf8') === text, path).toBe(true);
  });

  it('has every member of the United Nations and both observers, each once', () => {
    expect(STATES).toHaveLength(195);
    const ids = STATES.map(code =>
      [...parties].flatMap(([id, { kind, names }]) =>
        (kind === 'country' || kind === 'territory') && namesOf(code).some(name => names.includes(name))
          ? [id]
          : [],
      ),
    );
    expect(ids.filter(each => each.length !== 1)).toEqual([]);
    expect(new Set(ids.flat()).size).toBe(195);
    for (const id of ids.flat()) {
      const { names, demonyms, seats } = parties.get(id)!;
      expect([id, names.length > 0, demonyms.length > 0, seats.length > 0]).toEqual([id, true, true, true]);
    }
  });
});
const skipped: typeof import('../lexicons/gazetteer.mjs') = {
  STATES: [],
  namesOf: () => [],
  render: () => new Map(),
};

describe('given names', () => {
  it('are of men, of women, or of either', () => {
    const { given_he, given_she, given } = lexicons.names;
    for (const name of ['donald', 'volodymyr', 'recep', 'xavier', 'josé', 'jose'])
      expect(given_he).toContain(name);
    for (const name of ['angela', 'ursula', 'svitlana', 'fatima', 'zoë', 'zoe'])
      expect(given_she).toContain(name);
    for (const name of ['kim', 'robin', 'andrea', 'lindsey']) expect(given).toContain(name);
    const all = [...given_he, ...given_she, ...given];
    expect(new Set(all).size).toBe(all.length);
    for (const word of ['will', 'may', 'israel', 'paris', 'jordan', 'hope', 'trump', 'said'])
      expect(all).not.toContain(word);
  });
});

const rivals = files.flatMap(file => file.rivals ?? []);

describe('rivals', () => {
  it.each(rivals)('%s and %s are both listed, and alike', (one, other) => {
    const [a, b] = [parties.get(one), parties.get(other)];
    expect([one, a !== undefined, other, b !== undefined]).toEqual([one, true, other, true]);
    for (const key of LISTS)
      expect([key, a![key].length > 0], `${one}, ${other}`).toEqual([key, b![key].length > 0]);
    expect(a!.kind === 'party', `${one}, ${other}`).toBe(b!.kind === 'party');
  });

  it('are each listed once', () => {
    expect(new Set(rivals.map(pair => pair.toSorted().join(' '))).size).toBe(rivals.length);
  });
});

/** The parties that a sentence mentions, in its order: `[words|party]` marks them. */
function mentionsIn(marked: string) {
  const expected: string[] = [];
  const text = marked.replace(/\[([^|\]]+)\|([^\]]+)\]/g, (_, words: string, party: string) => {
    expected.push(`${words}: ${party}`);
    return words;
  });
  const { mentions } = parse(article(text), lexicons);
  const found = mentions.map(({ party, span }) => `${text.slice(span.start, span.end)}: ${party}`);
  return { found, expected };
}

describe('mentions of countries and organisations', () => {
  it.each([
    // A name, the people, the seat.
    'The [Norwegian|norway] minister met [Norwegians|norway] who had fled, and [Oslo|norway] said so.',
    '[Britain|united-kingdom] and [Ireland|ireland] agreed; [Downing Street|united-kingdom] and [Whitehall|united-kingdom] did not comment.',
    '[UK|united-kingdom] ministers and [U.K.|united-kingdom] officials met [Britons|united-kingdom] abroad.',
    "[Côte d'Ivoire|ivory-coast] is [Ivory Coast|ivory-coast]; [Burma|myanmar] is [Myanmar|myanmar].",
    '[Pyongyang|north-korea] fired a missile and [Seoul|south-korea] protested to [DPRK|north-korea] envoys.',
    '[Addis Ababa|ethiopia] warned [Eritrea|eritrea] that it would not wait.',
    'The [Holy See|holy-see] and the [Swiss|switzerland] offered help.',
    // Longer names contain shorter ones.
    '[Equatorial Guinea|equatorial-guinea], [Papua New Guinea|papua-new-guinea], [Guinea-Bissau|guinea-bissau] and [Guinea|guinea] voted.',
    '[Niger|niger] and [Nigeria|nigeria] closed the border; [Nigeriens|niger] and [Nigerians|nigeria] waited.',
    '[Congo|democratic-republic-of-the-congo] accused the [Republic of the Congo|republic-of-the-congo] of lies.',
    'The [Dominican Republic|dominican-republic] and [Dominica|dominica] signed.',
    '[Northern Ireland|northern-ireland] is not [Ireland|ireland], and [South Sudan|south-sudan] is not [Sudan|sudan].',
    '[North Korea|north-korea] denounced [South Korea|south-korea].',
    '[North Korean troops|north-korea] faced [South Korean troops|south-korea].',
    // Territories, organisations.
    '[Hong Kong police|hong-kong] said so.',
    'The [WHO|world-health-organization] and the [IMF|international-monetary-fund] warned those who listened.',
    'The [Taliban|taliban] fought [Islamic State|islamic-state] and [al-Qaida|al-qaeda].',
    '[Scottish|scotland] voters and [Catalans|catalonia] protested.',
    'The [Bosnian Serbs|republika-srpska] refused.',
    // Parties of the United States, both adjectives.
    '[Democratic|us-democratic-party] senators blamed [Republican|us-republican-party] senators.',
    '[Democrats|us-democratic-party] blamed [Republicans|us-republican-party].',
    'He praised democratic values and republican virtues.',
    'The [Republican Party of Armenia|armenia-hhk] lost, and the [Democratic Unionist Party|democratic-unionist-party] won.',
    'The [Liberal Democratic Party|japan-ldp] and the Democratic Forces met the Social Democratic leader.',
    'Democratic values matter.',
    '[Liberal Democrats|uk-liberal-democrats] and [Sweden Democrats|sweden-democrats] agreed.',
    // Bodies of the United States, and other countries' bodies that are called alike.
    'The [FBI|united-states], the [C.I.A.|united-states] and the [Justice Department|united-states] said so, and [ICE|united-states] agreed.',
    'The [National Guard|united-states] was sent, and the [U.S. Supreme Court|united-states] was asked.',
    "The Supreme National Security Council met, and Ukraine's National Guard fought on thin ice.",
    // Places, persons and things that are called so.
    'Georgia Gov. Brian Kemp spoke in Atlanta, Georgia, with Georgia voters, after Savannah, Georgia.',
    'The Georgia Senate runoff and the University of Georgia made news.',
    '[Georgia|georgia] and its neighbours met in [Georgian|georgia] mountains.',
    'Michael Jordan met Rep. Jordan, Jim Jordan and Jordan Peterson by the Jordan River.',
    '[Jordan|jordan] took in refugees.',
    'Steve Israel, Chad Wolf and Cuba Gooding Jr. dined.',
    'He ate a Turkey sandwich and Thanksgiving Turkey, French fries, Swiss cheese, Chinese food and a Danish pastry.',
    'A Panama hat and the Panama Papers; a Guinea pig; a Brazil nut.',
    'New Mexico, New England, New Britain and the Indian Ocean are far.',
    '[Mexico City|mexico] refused to pay, as [Mexico|mexico] had said.',
    'Paris Hilton left Paris, Texas, for London, Ontario; Lebanon, Pa.; Vienna, Va.; Athens, Ga.; Moscow, Idaho; Cuba, Mo.',
    'She lives on Paris Street near London Road.',
    'The Washington Post, the Washington Times, the Washington Examiner and the Washington Monthly quoted Denzel Washington and George Washington.',
    'The New York Times and the South China Morning Post ran it.',
    'The Prince of Wales flew British Airways to British Columbia, and the Bank of England did not.',
    'The Real Madrid coach read the Oslo Accords and the Rome Statute.',
    '[Turkish|turkey] and [Greek|greece] leaders saw Vietnam War films.',
  ])('%s', sentence => {
    const { found, expected } = mentionsIn(sentence);
    expect(found).toEqual(expected);
  });
});
