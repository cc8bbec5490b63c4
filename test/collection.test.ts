import { describe, expect, it } from 'vitest';
import { groupBy, lexicons, marked, observed } from './helpers.js';

const given = await lexicons();
const concepts = [...given.concepts.values()];

describe('the collection of terminology', () => {
  it('gives every label an example that it must match', () => {
    const unproved = concepts.flatMap(({ id, labels, examples }) =>
      labels
        .filter(label => !examples.some(example => example.includes(`|${label.id}]`)))
        .map(label => `${id}: ${label.id}`),
    );
    expect(unproved).toEqual([]);
  });

  it('has no concept all of whose labels favour one party', () => {
    const oneSided = concepts.filter(
      ({ labels }) =>
        labels[0]?.favours !== undefined && new Set(labels.map(({ favours }) => favours)).size === 1,
    );
    expect(oneSided.map(({ id }) => id)).toEqual([]);
  });

  it('has seven concepts or more on every topic, and twenty examples each way', () => {
    for (const [topic, of] of groupBy(concepts, ({ lexicon }) => lexicon)) {
      expect(of.length, topic).toBeGreaterThanOrEqual(7);
      const examples = of.flatMap(({ examples }) => examples);
      const matching = examples.filter(example => example.includes('|')).length;
      expect(matching, topic).toBeGreaterThanOrEqual(20);
      expect(examples.length - matching, topic).toBeGreaterThanOrEqual(18);
    }
  });
});

/** By the title that names the topic: every `[words|label]` is counted in the article, and nothing else is. */
const ARTICLES: Readonly<Record<string, readonly string[]>> = {
  'Abortion law in Ohio': [
    'A judge blocked the [six-week ban|six-week-ban], giving [abortion providers|abortion-provider] a few days.',
    'Opponents call it a licence for [abortion on demand|abortion-on-demand] and even [infanticide|late-term].',
    'Clinics have seen more patients since the [abortion ban|abortion-ban] next door.',
    'Doctors listen for the heartbeat of a horse in the same way.',
    'The space probe’s landing was aborted, and a late-term budget deal was struck at midnight.',
  ],
  'Climate change in the Alps': [
    'The king spoke of a [climate crisis|climate-crisis] that waits for nobody.',
    'The think tank, a home of [climate sceptics|sceptics], takes money from coal firms.',
    'Island states asked for money for [loss and damage|loss-and-damage].',
    'Deniers of the plot were few, and the activist investor sold his stake.',
    'A school began a war on energy drinks.',
  ],
  'Gun control in the Senate': [
    'Parents asked for [gun safety measures|gun-safety]; the rider wants [silencers|silencer] untaxed.',
    'The sheriff stopped issuing [concealed-carry permits|concealed-carry] after [permitless carry|permitless-carry] passed.',
    'Detectives found parts for [ghost guns|ghost-guns] in the cellar.',
    'Police asked law-abiding citizens to stay inside.',
    'The nail gun was recalled, Top Gun sold out and he stuck to his guns.',
  ],
  'Immigration at the border': [
    'They will release an [illegal immigrant|illegal-immigrants] who [crossed the border illegally|illegal-entry].',
    'The White House ended [catch and release|catch-and-release]; [sanctuary cities|sanctuary-cities] sued.',
    'He called it an illegal order, and an illegal strike shut the port.',
    'A report by Amnesty said so; the river allows catch and release fishing.',
    'Removal vans blocked the lane, and bird migration started early.',
  ],
  'Police and protesters in Ohio': [
    '[Protesters|protesters] marched over the [police shooting|police-shooting] of a motorist.',
    'The union blamed [outside agitators|outside-agitators]; the candidate promised [law and order|law-and-order].',
    'The debate over policing went on in the TV show Law and Order.',
    'The comedy club had a riot act, and officers in riot gear stood by.',
  ],
  'Taxes and welfare in the budget': [
    'They would cut [entitlement programs|entitlements], which her union calls [earned benefits|earned-benefits].',
    'He mocked [trickle-down economics|trickle-down] and the [two-child limit|two-child-limit].',
    'The talks on deficit reduction would close loopholes.',
    'Animal welfare groups came, and real estate taxes rose in Queens.',
  ],
  'Transgender athletes in court': [
    'The rule keeps the race for [biological women|biological-women], not for [transgender women|trans-women].',
    'Teachers must use [preferred pronouns|preferred-pronouns]; ministers dropped [self-ID|self-id].',
    'A judge ordered termination of parental rights, and the gender pay gap shrank.',
  ],
  'Palestinians in the West Bank': [
    '[Settlers|settlers] burned cars near two [settlements|settlements].',
    'The group wants to [break the siege|siege]; ninety [Palestinian prisoners|prisoners] were freed.',
    'Hezbollah militants fired, and the arms were bound for terrorist organizations like Hezbollah.',
    'The first settlers of Ohio read of Rabin’s assassination in no paper.',
  ],
  'Ukraine and Russia at war': [
    'The town was [liberated by Ukrainian troops|liberated-by-ukraine]; Moscow speaks of [root causes|root-causes].',
    'Russian military intelligence hacked the vote while Russian troops in Transnistria slept.',
    'The invasion of Iraq and the denazification of postwar Germany were recalled.',
  ],
  'Kashmir and its line': [
    '[Militants|militants] crossed the [Line of Control|line-of-control]; Islamabad condemned [Indian aggression|indian-aggression].',
    'Khalistani separatists marched while Afghan mujahideen were on film.',
    'Tourism is an integral part of India’s plan.',
  ],
  'Taiwan and the strait': [
    'Washington keeps its [one-China policy|one-china-policy]; Beijing warned [separatists|separatists].',
    'The Mainland Affairs Council met; China’s Taiwan Affairs Office did not.',
    'Taiwan, China and Japan sent rescue teams.',
  ],
  'Cyprus and its north': [
    'The [Turkish Cypriot leader|turkish-cypriot-leader] walked through [Varosha|varosha].',
    'Nicosia wants the [occupation army|occupation-army] to leave.',
    'UN peace operations cost billions, and half the hotels are occupied.',
  ],
  'Western Sahara at the council': [
    'Paris backs the [autonomy plan|autonomy-plan]; they wait for a [referendum|referendum].',
    'The quake hit the mountainous part of Morocco, and the sequestered jury slept badly.',
  ],
  'Kosovo and Serbia in Brussels': [
    'Lorries queued at the [border with Serbia|border]; Belgrade says [administrative line|administrative-line].',
    'He lost a leg in the [NATO bombing|nato-bombing].',
    'The NATO bombing of Libya came later, and the border with Albania is open.',
  ],
  'Syria and the battle for Aleppo': [
    '[Syrian government forces|army] entered the city; the agency wrote that [armed terrorist groups|terrorist-groups] fled.',
    'The exiles blamed the [Assad regime|assad-regime] and mourned the [Syrian revolution|syrian-revolution].',
    'A rescue dog found the keys, and the regime of the diet was strict.',
  ],
  'Kurds and Turkey in northern Syria': [
    'The ministry said that nine [YPG/PKK terrorists|ypg-pkk-terrorists] were [neutralized|neutralized].',
    '[Kurdish-led authorities|kurdish-led-rule] condemned the [Turkish occupation|occupation].',
    'The envoy held out an olive branch, and his occupation was gardening.',
  ],
  'Iran and its centrifuges': [
    'Talks on the [nuclear program|nuclear-programme] stalled; the spokesman cursed [economic terrorism|economic-terrorism].',
    'The senator wants [maximum pressure|maximum-pressure] on the [Iranian regime|regime].',
    'A trade pact with Oman was signed, and the axle of the cart broke.',
  ],
  'North Korea tests a rocket': [
    'Seoul called it a [grave provocation|provocations]; the agency called the drills a [war rehearsal|war-rehearsal].',
    'The [South Korean president|south-korean-government] met [defectors|defectors].',
    'A puppet show drew crowds, and the rehearsal of the choir ran late.',
  ],
  'Xinjiang and Hong Kong at the council': [
    'Exiles spoke of [concentration camps|concentration-camps]; the envoy of [vocational training centers|training-centers].',
    'The [national security law|security-law] put [pro-democracy activists|pro-democracy] in jail.',
    'Train drivers filled the training room, and the summer camp was full.',
  ],
  'Brexit and the vote in the Commons': [
    '[Leavers|leavers] and [Remainers|remainers] feared a [no-deal Brexit|no-deal].',
    'He scorned [Project Fear|project-fear]; she wants a [People’s Vote|peoples-vote].',
    'School leavers sat exams, and the new project in Hull stalled.',
  ],
  'Northern Ireland and the talks at Stormont': [
    'A bomb was found near [Londonderry|londonderry], and another in [Derry|derry].',
    'One party wants the [Irish Sea border|irish-sea-border] gone, the other a [unity referendum|unity-referendum].',
    'Ulster Rugby won, Derry Girls was repeated, and the State of the Union was read on air.',
  ],
  'Covid and the inquiry': [
    'The [lockdown|lockdown] came late; he would have [let the virus rip|let-it-rip].',
    'Marchers against [medical tyranny|medical-tyranny] met [Covid deniers|deniers].',
    'The school went on lockdown after a shot, and the tyranny of the clock went on.',
  ],
  'The Capitol riot of January 6': [
    'She called it an [insurrection|insurrection], he a [day of love|political-discourse].',
    'The [J6 hostages|hostages] came home; [Jan. 6 defendants|rioters] had been pardoned.',
    'He may invoke the Insurrection Act, and a flash mob danced.',
  ],
  'Tigray and the peace of Pretoria': [
    'Addis Ababa spoke of a [law enforcement operation|law-enforcement], Mekelle of a [genocidal war|genocidal-war].',
    '[Federal troops|federal-forces] stay in [Welkait|welkait].',
    'The operation on his knee went well, and the Rwandan genocide was recalled.',
  ],
  'The Renaissance Dam and Egypt': [
    'Cairo condemned the [unilateral filling|unilateral-filling]; Addis Ababa claims [equitable use|equitable-use].',
    'Sudan wants a [binding agreement|binding-agreement] and rejects [colonial-era treaties|colonial-treaties].',
    'The dentist charged for a filling, and use of phones was banned.',
  ],
  'Sudan and the fall of a city': [
    'The [Sudanese army|army] fights a [rebel militia|rebel-militia].',
    'Its foes curse the [remnants of the former regime|islamist-army] and want a [new army|new-army].',
    'A new army chief was named in Chad, and the Salvation Army served soup.',
  ],
  'A rail strike and the trade union': [
    '[Union leaders|union-leaders] called a [walkout|strike-action]; the paper blamed [union bosses|union-bosses].',
    'They fight the [anti-strike law|anti-strike-law] and jeer at [scabs|scabs].',
    'European Union leaders met, lightning may strike, and air strikes hit a depot.',
  ],
  'Homelessness in the city': [
    'Police cleared a [homeless encampment|encampments]; advocates for [unhoused people|unhoused] sued over [sweeps|sweeps].',
    'He wants [treatment first|failed-housing-first] and no [drug dens|drug-dens].',
    'The chimney sweep retired, and students left their protest encampment.',
  ],
  'Nuclear power in the valley': [
    'The firm stores [used fuel|used-fuel]; neighbours fear a [nuclear dump|dump].',
    'It praises [advanced reactors|advanced-reactors], which critics call [unproven technology|unproven-reactors].',
    'North Korea wants to be known as a nuclear power, and used cars sold well.',
  ],
  'Artificial intelligence and the law': [
    'The firms want [one federal standard|national-standard], their critics [guardrails|guardrails].',
    '[AI doomers|doomers] fear a [reckless race|reckless-race]; authors speak of [copyright theft|theft].',
    'Theft of bicycles rose, and a crash barrier was mended.',
  ],
};

describe('an article of a topic, with words that mean other things', () => {
  it.each(Object.entries(ARTICLES))('%s', (title, sentences) => {
    const { text, expected } = marked(sentences.join('\n\n'));
    const seen = observed(text, 'terminology.label', given, { title });
    expect(seen.map(each => `${each.text}: ${each.label}`)).toEqual(expected);
  });
});

it.each([
  [
    'a strike on Syria is not about the Palestinians',
    'Israel struck a depot near Damascus. Israel said that militants of an Iranian brigade held it.',
  ],
  [
    'a party’s reform plan is not the law of 2010',
    'Tax cuts come first, taxes second. The party offered a health care reform of its own.',
  ],
])('%s', (_, text) => {
  const plain = ['tax-cuts'];
  const seen = observed(text, 'terminology.label', given).filter(({ label }) => !plain.includes(label ?? ''));
  expect(seen.map(each => `${each.text}: ${each.label}`)).toEqual([]);
});
