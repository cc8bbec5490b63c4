/**
 * `npm run gazetteer` writes the parties files of the world's countries, and the given names, from packages and from the
 * data beside this file; `test/gazetteer.test.ts` keeps them fresh.
 *
 * Who is a country: the members of the United Nations as CLDR lists them, with its two observers; of these, what no file
 * written by hand lists. Names: CLDR (Unicode-3.0), countries-list, i18n-iso-countries (MIT). Capitals: countries-list.
 * Given names: Faker (MIT).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { countries as listed } from 'countries-list';
import isoCountries from 'i18n-iso-countries';
import { parse } from 'yaml';
import { COUNTRIES } from './gazetteer/countries.mjs';
import { givenNames } from './gazetteer/given-names.mjs';

const require = createRequire(import.meta.url);
const folder = fileURLToPath(new URL('parties/', import.meta.url));
const { territoryContainment } = require('cldr-core/supplemental/territoryContainment.json').supplemental;
const { territories } = require('cldr-localenames-full/main/en/territories.json').main.en.localeDisplayNames;

/** ISO 3166-1 codes of the members of the United Nations, and of its observers, the Holy See and Palestine. */
export const STATES = [...territoryContainment.UN._contains, 'VA', 'PS'];

const CONTINENTS = {
  AF: 'Africa',
  AS: 'Asia',
  EU: 'Europe',
  NA: 'the Americas',
  SA: 'the Americas',
  OC: 'Oceania',
};
const continentOf = code => CONTINENTS[listed[code].continent];
const fileOf = continent => `countries-of-${continent.replace('the ', '').toLowerCase()}.yaml`;

/** How CLDR and the other packages call a country; what is no name in running text is omitted, or what two have. */
export const namesOf = code => calledBy(code).filter(name => (bearers.get(name) ?? 1) < 2);
const calledBy = code =>
  unique(
    [
      ...['', '-alt-short', '-alt-variant'].map(kind => territories[code + kind]),
      listed[code].name,
      ...isoCountries.getName(code, 'en', { select: 'all' }),
    ]
      .map(name => name?.replace(' & ', ' and ').replaceAll('’', "'"))
      .filter(name => name !== undefined && !/[,(]| - /.test(name)),
  );

const split = list => (list ? list.split('|') : []);
const unique = items => [...new Set(items)];
const bearers = new Map();
for (const name of STATES.flatMap(calledBy)) bearers.set(name, (bearers.get(name) ?? 0) + 1);
/** What two forms have in common that match the same text. */
const keyOf = form => form.replace(/[-\s]+/g, ' ').replaceAll('’', "'");

/** With a form without accents beside each that has some, and with St., St and Saint for each other. */
const spelled = forms =>
  unique(
    forms
      .flatMap(form =>
        /^(?:St\.?|Saint) /.test(form)
          ? ['St. ', 'St ', 'Saint '].map(saint => form.replace(/^(?:St\.?|Saint) /, saint))
          : [form],
      )
      .flatMap(form => [form, plain(form)]),
  );
export const plain = text =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁøØđĐıßæÆœŒþð]/g, letter => PLAIN[letter])
    .normalize('NFC');
const PLAIN = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  þ: 'th',
  ð: 'd',
};

/** What contains a country's name and is a place, a language, a leaning, or a thing: the same for all countries. */
const exceptions = ({ name, adjective, capitals }) => [
  ...['capital', 'city', 'cities', 'town', 'village', 'border', 'soil', 'territory', 'coast'].map(
    w => `${adjective} ${w}`,
  ),
  ...['language', 'cuisine', 'food', 'restaurant', 'restaurants', 'Airlines', 'Open', 'Grand Prix'].map(
    w => `${adjective} ${w}`,
  ),
  ...[
    'northern',
    'southern',
    'eastern',
    'western',
    'central',
    'border with',
    'Bank of',
    'Air',
    'University of',
  ].map(w => `${w} ${name}`),
  ...[
    'north-western',
    'northwestern',
    'north-eastern',
    'northeastern',
    'south-western',
    'southwestern',
    'south-eastern',
    'southeastern',
  ].map(w => `${w} ${name}`),
  ...['pro', 'anti'].flatMap(w => [`${w}-${adjective}`, `${w}-${name}`]),
  `ethnic ${adjective}`,
  `${adjective}-speaking`,
  ...['American', 'Americans'].map(w => `${adjective} ${w}`),
  ...capitals.flatMap(capital => [
    ...[
      'central',
      'downtown',
      'capital',
      'capital,',
      `${adjective} capital`,
      `${adjective} capital,`,
      'University of',
    ].map(w => `${w} ${capital}`),
    ...['University', 'airport'].map(w => `${capital} ${w}`),
  ]),
];

const government = adjective => ({
  name: `${adjective} government`,
  role: 'official',
  forms: ['government', 'authorities', 'officials', 'foreign ministry', 'foreign minister', 'parliament'].map(
    w => `${adjective} ${w}`,
  ),
});
const army = adjective => ({
  name: `${adjective} armed forces`,
  role: 'military',
  forms: [
    'armed forces',
    'army',
    'military',
    'forces',
    'troops',
    'soldiers',
    'air force',
    'navy',
    'defence ministry',
    'defense ministry',
  ].map(w => `${adjective} ${w}`),
});

function partyOf(code) {
  const own = COUNTRIES[code];
  if (own === undefined) throw new Error(`lexicons/gazetteer/countries.mjs has nothing of ${code}`);
  const names = own.only ? split(own.only) : spelled([...namesOf(code), ...split(own.names)]);
  const name = own.only ? names[0] : usualName(code);
  const capital = own.capital ?? listed[code].capital;
  const capitals =
    capital === '' || names.includes(capital) ? [] : own.plain ? [capital] : spelled([capital]);
  const demonyms = spelled(split(own.demonyms));
  const adjective = own.adjective ?? demonyms[0];
  const seats = unique([...capitals, ...split(own.plain), ...spelled(split(own.seats))]);
  return {
    id: slug(name),
    name,
    kind: 'country',
    names,
    demonyms,
    seats,
    bodies: [
      government(adjective),
      ...(own.army === false ? [] : [army(adjective)]),
      ...(own.bodies ?? []).map(([body, role, forms]) => ({ name: body, role, forms: split(forms) })),
    ],
    people: (own.people ?? []).map(person => ({ ...person, forms: split(person.forms) })),
    except: [...split(own.except), ...exceptions({ name, adjective, capitals })],
  };
}

/** CLDR's name, or the one that is usual in news. */
const usualName = code => USUAL[code] ?? namesOf(code)[0];
const USUAL = {
  BA: 'Bosnia and Herzegovina',
  CD: 'Democratic Republic of the Congo',
  CI: 'Ivory Coast',
  CZ: 'Czech Republic',
  MM: 'Myanmar',
  TL: 'East Timor',
  VA: 'Holy See',
};
const slug = name =>
  plain(name)
    .toLowerCase()
    .replace(/[^a-z]+/g, '-');

/**
 * Forms of the files written by hand: what is listed there is not listed again. Names of countries and territories, and with
 * their peoples and seats what is no given name.
 */
function handWritten() {
  const forms = new Set();
  const names = new Set();
  const places = new Set();
  for (const file of readdirSync(folder).filter(
    name => name.endsWith('.yaml') && !name.startsWith('countries-of-'),
  )) {
    const { parties = [], collectives = [] } = parse(readFileSync(folder + file, 'utf8'));
    for (const party of parties) {
      for (const key of ['names', 'demonyms', 'seats', 'except'])
        for (const form of party[key] ?? []) forms.add(keyOf(form));
      for (const { forms: list } of [...(party.bodies ?? []), ...(party.people ?? [])])
        for (const form of list) forms.add(keyOf(form));
      if (party.kind !== 'country' && party.kind !== 'territory') continue;
      for (const name of party.names ?? []) names.add(name);
      for (const key of ['names', 'demonyms', 'seats']) for (const form of party[key] ?? []) places.add(form);
    }
    for (const { forms: list } of collectives) for (const form of list) forms.add(keyOf(form));
  }
  return { forms, names, places };
}

/** Takes out of a list what is taken, and takes the rest. */
function take(taken, forms) {
  const left = forms.filter(
    (form, i) => !taken.has(keyOf(form)) && forms.findIndex(each => keyOf(each) === keyOf(form)) === i,
  );
  for (const form of left) taken.add(keyOf(form));
  return left;
}

const PLAIN_SCALAR = /^\p{L}[\p{L}\p{M}\d .'’-]*$/u;
const scalar = text =>
  PLAIN_SCALAR.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);

/** A list in as few lines as go into the width. */
export function flow(key, items, indent) {
  if (items.length === 0) return '';
  const one = `${indent}${key}: [${items.map(scalar).join(', ')}]`;
  if (one.length <= WIDTH) return `${one}\n`;
  const lines = [];
  let line = '';
  for (const item of items.map(scalar)) {
    if (line !== '' && indent.length + 4 + line.length + item.length + 2 > WIDTH) {
      lines.push(line);
      line = '';
    }
    line += `${line === '' ? '' : ' '}${item},`;
  }
  return `${indent}${key}:\n${indent}  [\n${[...lines, line].map(each => `${indent}    ${each}\n`).join('')}${indent}  ]\n`;
}
const WIDTH = 130;

const inYaml = ({ id, name, kind, names, demonyms, seats, bodies, people, except }) =>
  [
    `  - id: ${id}\n    name: ${scalar(name)}\n    kind: ${kind}\n`,
    flow('names', names, '    '),
    flow('demonyms', demonyms, '    '),
    flow('seats', seats, '    '),
    '    bodies:\n',
    ...bodies.map(
      body =>
        `      - name: ${scalar(body.name)}\n        role: ${body.role}\n${flow('forms', body.forms, '        ')}`,
    ),
    people.length > 0 ? '    people:\n' : '',
    ...people.map(
      ({ name: person, role, office, terms, refers, forms }) =>
        `      - name: ${scalar(person)}\n        role: ${role}\n        office: ${office}\n${terms ? `        terms: [${terms.map(term => `[${term.join(', ')}]`).join(', ')}]\n` : ''}        refers: ${refers}\n${flow('forms', forms, '        ')}`,
    ),
    flow('except', except, '    '),
  ].join('');

const head = continent => `# yaml-language-server: $schema=../schema/parties.json
#
# Written by \`npm run gazetteer\` from packages and from lexicons/gazetteer/countries.mjs: change that, not this.
# Criteria:
# - Members of the United Nations and its observers, as CLDR has them; those that another file here lists are omitted.
# - Names are those of CLDR, countries-list and i18n-iso-countries; capitals those of countries-list; what the packages lack comes
#   from the sources named in that file.
# - Every country has the same words for its government and its forces, and the same exceptions: places, languages, leanings, things.
kind: parties
id: ${fileOf(continent).replace('.yaml', '')}
title: Countries of ${continent}
parties:
`;

/** What `npm run gazetteer` writes, by path under lexicons. */
export function render() {
  const { forms: taken, names, places } = handWritten();
  const parties = STATES.filter(code => !namesOf(code).some(name => names.has(name)))
    .map(code => ({ continent: continentOf(code), party: partyOf(code) }))
    .toSorted((a, b) => (a.party.id < b.party.id ? -1 : 1));
  // What stands for a country goes before what is an exception, of whichever country.
  for (const { party } of parties) {
    for (const key of ['names', 'demonyms', 'seats']) {
      party[key] = take(taken, party[key]);
      for (const form of party[key]) places.add(form);
    }
    for (const { forms } of party.people) for (const form of forms) taken.add(keyOf(form));
  }
  for (const { party } of parties) for (const body of party.bodies) body.forms = take(taken, body.forms);
  for (const { party } of parties) {
    party.bodies = party.bodies.filter(({ forms }) => forms.length > 0);
    party.except = take(taken, party.except);
  }
  const files = new Map();
  for (const continent of unique(Object.values(CONTINENTS)))
    files.set(
      `parties/${fileOf(continent)}`,
      head(continent) +
        parties
          .filter(each => each.continent === continent)
          .map(({ party }) => inYaml(party))
          .join(''),
    );
  return files.set('roles/given-names.yaml', givenNames({ flow, plain, places }));
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [path, text] of render()) writeFileSync(new URL(path, import.meta.url), text);
