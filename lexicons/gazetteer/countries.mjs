/**
 * What no package says of a country: its adjective and its people, how else news call it, the houses that stand for its
 * government, and what contains one of its names and is something else. By ISO 3166-1 code; lists are parted by `|`.
 *
 * - `demonyms`: the adjective first, then people in the singular and plural. After the CIA World Factbook, field
 *   "Nationality" (public domain), and the UK Permanent Committee on Geographical Names, Country Names (Open Government
 *   Licence), with what newspapers write besides (Associated Press Stylebook, entries of country names).
 * - `names`: the official name, and usual ones that CLDR, countries-list and i18n-iso-countries lack; `only` keeps those of
 *   the packages out, where they are ambiguous.
 * - `seats`: besides the capital of countries-list; `capital: ''` leaves that out, where it is an everyday word, a
 *   surname or the name of a better known town, and lists it with its country behind it instead.
 * - `adjective`: where the first demonym is none that stands before a noun.
 * - `army: false`: no regular forces (CIA World Factbook, "Military and security forces").
 *
 * Of persons called like a country only those that news name often are listed: that a country's name beside a given name
 * is a person, the program itself sees.
 */
const speaking = adjective =>
  ['speak', 'speaks', 'spoke', 'speaking', 'fluent', 'learn', 'learning', 'translated from']
    .map(verb => `${verb} ${adjective}`)
    .join('|');

const states = (...names) =>
  names
    .flatMap(name => [`${name}, Georgia`, `Georgia, ${name}`, `${name} and Georgia`, `Georgia and ${name}`])
    .join('|');

export const COUNTRIES = {
  AD: { names: 'Principality of Andorra', demonyms: 'Andorran|Andorrans', army: false },
  AE: { names: 'UAE|U.A.E.', demonyms: 'Emirati|Emiratis' },
  AF: {
    names: 'Islamic Republic of Afghanistan',
    demonyms: 'Afghan|Afghans',
    except: 'Afghan hound|Afghan hounds|Afghan war|war in Afghanistan|Afghanistan war|Afghan afghani',
  },
  AG: {
    names: 'Antigua',
    demonyms: 'Antiguan|Antiguans|Barbudan|Barbudans',
    capital: '',
    seats: "St. John's, Antigua|St John's, Antigua|Saint John's, Antigua",
    except: 'Antigua Guatemala|Antigua, Guatemala',
  },
  AL: {
    names: 'Republic of Albania',
    demonyms: 'Albanian|Albanians',
    except: 'Macedonian Albanian|Macedonian Albanians',
  },
  AO: {
    names: 'Republic of Angola',
    demonyms: 'Angolan|Angolans',
    except: 'Angola prison|Angola, Louisiana|Angola, La',
  },
  AR: {
    names: 'Argentine Republic',
    demonyms: 'Argentine|Argentines|Argentinian|Argentinians|Argentinean|Argentineans',
    seats: 'Casa Rosada',
    except: 'Argentine tango|Argentine peso|Argentine pesos|Argentine ant|Argentine ants',
  },
  AT: {
    names: 'Republic of Austria',
    demonyms: 'Austrian|Austrians',
    except:
      'Austria-Hungary|Austro-Hungarian|Vienna, Va|Vienna, Virginia|Vienna Convention|Vienna Philharmonic|Vienna Boys Choir|Vienna sausage|Vienna sausages|Congress of Vienna|Austrian Empire',
  },
  AU: {
    names: 'Commonwealth of Australia',
    demonyms: 'Australian|Australians|Aussie|Aussies',
    except:
      'South Australia|South Australian|South Australians|Western Australia|Western Australian|Western Australians|Australian shepherd|Australian shepherds|Australian rules|Australian Rules|Australian dollar|Australian dollars|Australian Capital Territory|Canberra Raiders|Canberra Times|Australian Broadcasting Corporation',
  },
  BA: {
    names: 'Bosnia and Herzegovina|Bosnia-Herzegovina',
    demonyms: 'Bosnian|Bosnians|Bosnian and Herzegovinian|Herzegovinian|Herzegovinians',
    except:
      'Bosnian Croat|Bosnian Croats|Bosnian war|Bosnian War|war in Bosnia|Bosnian Muslim|Bosnian Muslims',
  },
  BB: { demonyms: 'Barbadian|Barbadians|Bajan|Bajans' },
  BD: { names: "People's Republic of Bangladesh", demonyms: 'Bangladeshi|Bangladeshis' },
  BE: {
    names: 'Kingdom of Belgium',
    demonyms: 'Belgian|Belgians',
    // "Brussels" stands for the European Union: mediating-powers.yaml.
    capital: '',
    seats: 'Rue de la Loi|Wetstraat',
    except:
      'Belgian waffle|Belgian waffles|Belgian chocolate|Belgian chocolates|Belgian Malinois|Belgian beer|Belgian beers|Belgian Congo|Belgian capital',
  },
  BF: { demonyms: 'Burkinabe|Burkinabè|Burkinabé|Burkinabes' },
  BG: {
    names: 'Republic of Bulgaria',
    demonyms: 'Bulgarian|Bulgarians',
    except:
      'Sofia Vergara|Sofía Vergara|Sofia Coppola|Sofia Kenin|Sofia Goggia|Sofia Richie|Sofia Boutella|Sofia Carson|Sofia Loren|Queen Sofia|Princess Sofia|Infanta Sofia|Reina Sofia|Santa Sofia',
  },
  BH: { names: 'Kingdom of Bahrain', demonyms: 'Bahraini|Bahrainis' },
  BI: { names: 'Republic of Burundi', demonyms: 'Burundian|Burundians', seats: 'Bujumbura' },
  BJ: {
    names: 'Republic of Benin',
    demonyms: 'Beninese',
    seats: 'Cotonou',
    except:
      'Benin City|Benin Bronzes|Benin bronzes|Benin Bronze|Kingdom of Benin|Oba of Benin|Bight of Benin',
  },
  BN: { names: 'Brunei Darussalam|Sultanate of Brunei', demonyms: 'Bruneian|Bruneians' },
  BO: {
    names: 'Plurinational State of Bolivia',
    demonyms: 'Bolivian|Bolivians',
    seats: 'La Paz',
    except: 'La Paz County|La Paz, Mexico|La Paz, Baja|Antonio José de Sucre|Antonio Jose de Sucre',
  },
  BR: {
    names: 'Federative Republic of Brazil',
    demonyms: 'Brazilian|Brazilians',
    seats: 'Planalto|Planalto Palace',
    except:
      'Brazil nut|Brazil nuts|Brazilian wax|Brazilian butt lift|Brazilian butt lifts|Brazilian jiu-jitsu|Brazilian Jiu-Jitsu|Brazilian blowout|Brazilian Amazon|Brazilian rainforest',
  },
  BS: {
    demonyms: 'Bahamian|Bahamians',
    except:
      'Nassau County|Nassau Coliseum|Nassau Street|Nassau Community College|Nassau University|Nassau Executive|Orange-Nassau|House of Nassau',
  },
  BT: { names: 'Kingdom of Bhutan', demonyms: 'Bhutanese' },
  BW: { names: 'Republic of Botswana', demonyms: 'Botswanan|Botswanans|Motswana|Batswana' },
  BY: {
    names: 'Republic of Belarus',
    demonyms: 'Belarusian|Belarusians|Belarussian|Belarussians',
    except:
      'Minsk agreement|Minsk agreements|Minsk accord|Minsk accords|Minsk protocol|Minsk process|Minsk Protocol|Minsk deal|Minsk deals|Minsk peace|Minsk ceasefire|Minsk format|Minsk talks',
  },
  BZ: { demonyms: 'Belizean|Belizeans' },
  CA: {
    demonyms: 'Canadian|Canadians',
    bodies: [['Royal Canadian Mounted Police', 'official', 'Royal Canadian Mounted Police|RCMP|R.C.M.P.']],
    except:
      'Canada goose|Canada Goose|Canada geese|Canada Geese|Canada Day|Canada jay|Canadian bacon|Canadian dollar|Canadian dollars|Canadian Rockies|French Canada|Upper Canada|Lower Canada|Canada lynx|Ottawa Senators|Ottawa County|Ottawa, Ill|Ottawa, Illinois|Ottawa, Kan|Ottawa, Kansas|Ottawa Redblacks|Ottawa Citizen|Ottawa Charge|Ottawa Treaty|La Cañada|La Canada|Vancouver Canucks',
  },
  CD: {
    only: 'Democratic Republic of the Congo|Democratic Republic of Congo|DR Congo|D.R. Congo|DRC|D.R.C.|Congo|Congo-Kinshasa',
    demonyms: 'Congolese',
    except:
      'Congo River|Congo Basin|Congo basin|Congo rainforest|Belgian Congo|French Congo|Kongo Central|Congo Free State|Congo eel',
  },
  CF: {
    demonyms: 'Central African|Central Africans',
    names: 'C.A.R.',
    except: 'Central African franc|Central African francs|Central African Empire',
  },
  CG: {
    only: 'Republic of the Congo|Republic of Congo|Congo Republic|Congo-Brazzaville',
    demonyms: 'Brazzaville-Congolese|people of the Republic of Congo|people of Congo Republic',
  },
  CH: {
    names: 'Swiss Confederation',
    demonyms: 'Swiss|Swiss citizen|Swiss citizens',
    seats: 'Berne',
    except:
      'Swiss cheese|Swiss chard|Swiss watch|Swiss watches|Swiss Army knife|Swiss army knife|Swiss Army knives|Swiss Army Knife|Swiss Guard|Swiss Guards|Swiss Alps|Swiss franc|Swiss francs|Swiss bank account|Swiss bank accounts|Swiss roll|Swiss ball|Swiss Re|Swiss Family Robinson|Swiss chocolate|New Bern|New Bern, N.C.',
  },
  CI: {
    names: "Republic of Côte d'Ivoire|Republic of Cote d'Ivoire",
    demonyms: 'Ivorian|Ivorians|Ivoirian|Ivoirians',
    seats: 'Abidjan',
  },
  CL: {
    names: 'Republic of Chile',
    demonyms: 'Chilean|Chileans',
    seats: 'La Moneda',
    except:
      'Chilean sea bass|Chile pepper|Chile peppers|Chile relleno|Chile rellenos|Santiago de Compostela|Santiago de Cuba|Santiago de Cali|Camino de Santiago|Santiago Calatrava|Santiago Bernabéu|Santiago Bernabeu|Santiago Solari|Santiago Giménez|Santiago Gimenez|Santiago Canyon|Santiago Island|Esmeralda Santiago|Santiago Sierra|Santiago Martín|Santiago Espinal',
  },
  CM: { names: 'Republic of Cameroon', demonyms: 'Cameroonian|Cameroonians' },
  CO: {
    names: 'Republic of Colombia',
    demonyms: 'Colombian|Colombians',
    seats: 'Casa de Nariño|Casa de Narino',
    except: 'Colombian necktie|Gran Colombia|Colombian coffee',
  },
  CR: {
    names: 'Republic of Costa Rica',
    demonyms: 'Costa Rican|Costa Ricans',
    capital: 'San José',
    // Without the accent the name is mostly that of the city in California.
    plain: 'San Jose, Costa Rica',
    army: false,
    except:
      'San José State|San José Sharks|San José, California|San José, Calif|San José City|San José Mayor|San José police|San José Earthquakes|San José del Cabo',
  },
  CU: {
    names: 'Republic of Cuba',
    demonyms: 'Cuban|Cubans',
    except:
      'Cuba Gooding|Cuba Gooding Jr|Mark Cuban|Mr. Cuban|Cuban sandwich|Cuban sandwiches|Cuban cigar|Cuban cigars|Cuban missile crisis|Cuban Missile Crisis|Cuban Revolution|Cuban revolution|Cuba libre|Cuba, Mo|Cuba, Missouri|Cuba Libre|Cuban heel|Cuban heels|Havana syndrome|Havana Syndrome|Little Havana|Old Havana|Havana, Ill|Havana Club',
  },
  CV: {
    names: 'Republic of Cabo Verde',
    demonyms: 'Cape Verdean|Cape Verdeans|Cabo Verdean|Cabo Verdeans',
    except: 'Praia da Luz|Praia do|Praia da',
  },
  CZ: {
    demonyms: 'Czech|Czechs',
    seats: 'Prague Castle',
    except: 'Prague Spring|Czech beer|Czech koruna|Czech crown|Czech crowns',
  },
  DE: {
    names: 'Federal Republic of Germany',
    demonyms: 'German|Germans',
    seats: 'Kanzleramt',
    bodies: [
      ['Bundestag', 'official', 'Bundestag|German Bundestag'],
      ['Bundeswehr', 'military', 'Bundeswehr|German Bundeswehr'],
    ],
    except: `${speaking('German')}|German shepherd|German shepherds|German Shepherd|German Shepherds|German measles|German pointer|German Shorthaired|German potato salad|Nazi Germany|Nazi German|East Germany|West Germany|East German|West German|East Germans|West Germans|German Democratic Republic|Berlin Wall|Irving Berlin|Isaiah Berlin|East Berlin|West Berlin|Berlin, N.H.|Berlin, New Hampshire|Berlin, Md|Berlin, Maryland|New Berlin|Berlin Film Festival|Berlin International Film Festival|Berlin Marathon|Berlin Philharmonic|Berlin Blockade|Berlin airlift|Berlin Airlift|Berlin Olympics|German Empire|Imperial Germany|Berlin Brandenburg`,
  },
  DJ: { names: 'Republic of Djibouti', demonyms: 'Djiboutian|Djiboutians', seats: 'Djibouti City' },
  DK: {
    names: 'Kingdom of Denmark',
    demonyms: 'Danish|Dane|Danes',
    seats: 'Christiansborg',
    except:
      'Danish pastry|Danish pastries|Cheese Danish|cheese Danish|Great Dane|Great Danes|Dane County|Eric Dane|Dane Cook|Denmark, S.C.|Denmark, South Carolina|Denmark Vesey|Danish krone|Danish kroner|Danish design|Denmark Strait|Copenhagen interpretation',
  },
  DM: {
    names: 'Commonwealth of Dominica',
    // "Dominican" is the people of the Dominican Republic: news say so of an islander of Dominica only in Dominica.
    demonyms: 'people of Dominica|citizen of Dominica|citizens of Dominica',
    adjective: 'Dominica',
    army: false,
  },
  DO: {
    demonyms: 'Dominican|Dominicans',
    except:
      'Dominican friar|Dominican friars|Dominican nun|Dominican nuns|Dominican priest|Dominican order|Dominican Order|Dominican Sister|Dominican Sisters|Dominican sisters|Dominican University|Dominican House',
  },
  EC: {
    names: 'Republic of Ecuador',
    demonyms: 'Ecuadorian|Ecuadorians|Ecuadorean|Ecuadoreans|Ecuadoran|Ecuadorans',
    seats: 'Carondelet',
  },
  EE: { names: 'Republic of Estonia', demonyms: 'Estonian|Estonians' },
  EG: {
    names: 'Arab Republic of Egypt',
    demonyms: 'Egyptian|Egyptians',
    except:
      'ancient Egypt|ancient Egyptian|ancient Egyptians|Egyptian cotton|Egyptian pound|Egyptian pounds|Egyptian mummy|Egyptian pyramids|Cairo, Ill|Cairo, Illinois|Cairo, Georgia|Cairo, Ga|Cairo, N.Y.|Lower Egypt|Upper Egypt',
  },
  ER: { names: 'State of Eritrea', demonyms: 'Eritrean|Eritreans' },
  ES: {
    names: 'Kingdom of Spain',
    demonyms: 'Spanish|Spaniard|Spaniards',
    seats: 'Moncloa|Moncloa Palace',
    except: `${speaking('Spanish')}|Spanish flu|Spanish Inquisition|Spanish Civil War|Spanish moss|Spanish Harlem|Spanish omelette|Spanish class|Spanish teacher|Spanish lessons|Spanish translation|Spanish Steps|Spanish Town|Spanish Empire|New Spain|Real Madrid|Atletico Madrid|Atlético Madrid|Atlético de Madrid|Atletico de Madrid|Madrid Open|Community of Madrid|Spanish American War|Spanish-American War|Spanish Armada|Spanish fly|Spanish guitar`,
  },
  ET: { names: 'Federal Democratic Republic of Ethiopia', demonyms: 'Ethiopian|Ethiopians' },
  FI: {
    names: 'Republic of Finland',
    // "Finn" is a given name.
    demonyms: 'Finnish|Finns',
    except:
      'Helsinki Final Act|Helsinki Accords|Helsinki accords|Helsinki Commission|Helsinki Committee|Helsinki Watch',
  },
  FJ: { names: 'Republic of Fiji', demonyms: 'Fijian|Fijians', except: 'Fiji Water' },
  FM: { names: 'Federated States of Micronesia', demonyms: 'Micronesian|Micronesians', army: false },
  GA: { names: 'Gabonese Republic', demonyms: 'Gabonese' },
  GB: {
    names: 'United Kingdom of Great Britain and Northern Ireland|Britain|U.K.|U.K',
    demonyms: 'British|Briton|Britons|Brit|Brits',
    seats: 'Downing Street|10 Downing Street|Whitehall|Westminster',
    bodies: [
      [
        'Home Office',
        'official',
        'Home Office|UK Home Office|British Home Office|Home Secretary|British Home Secretary',
      ],
      [
        'Foreign Office',
        'official',
        'Foreign Office|UK Foreign Office|British Foreign Office|Foreign, Commonwealth and Development Office|Foreign, Commonwealth & Development Office|Foreign and Commonwealth Office|FCDO',
      ],
      [
        'UK Ministry of Defence',
        'military',
        'UK Ministry of Defence|British Ministry of Defence|UK Defence Ministry|British Defence Ministry|Royal Navy|Royal Air Force|RAF|R.A.F.',
      ],
      ['British Parliament', 'official', 'British Parliament|UK Parliament|UK parliament|House of Lords'],
      ['British intelligence services', 'official', 'MI5|MI6|GCHQ|Scotland Yard'],
      ['Buckingham Palace', 'official', 'Buckingham Palace'],
    ],
    except:
      "British Columbia|British Columbian|British Columbians|British Airways|British Virgin Islands|British Museum|British Council|British Library|British Broadcasting Corporation|British Broadcasting Corp|British Petroleum|British Isles|British Empire|British Raj|British Vogue|British Indian Ocean Territory|British Antarctic Survey|British Antarctic Territory|British Steel|British Telecom|British Gas|British Academy|British Medical Journal|British Medical Association|British Red Cross|British Film Institute|British American Tobacco|British Asian|British Asians|British Guiana|British Mandate|British mandate|British Hong Kong|British bulldog|British thermal unit|British thermal units|British Shorthair|British shorthair|British English|British Cycling|British Athletics|British Summer Time|British pound|British pounds|Great British Bake Off|Great British Baking Show|Great British Railways|New Britain|Britain's Got Talent|Little Britain|Battle of Britain|Roman Britain|London Road|London Street|London Avenue|London Bridge|London Eye|London Underground|London Marathon|London Fashion Week|London Stock Exchange|London School of Economics|London Metal Exchange|London Olympics|London Zoo|London Mayor|London mayor|Mayor of London|London, Ontario|London, Ont|London, Ky|London, Kentucky|New London|Jack London|London Breed|East London|West London|South London|North London|east London|west London|south London|north London|south-east London|north-west London|inner London|outer London|Greater London|City of London|University College London|King's College London|Imperial College London|Queen Mary University of London|London Heathrow|London Gatwick|London City Airport|Lloyd's of London|Lloyds of London|Tower of London|London Review of Books|London Evening Standard|London Symphony Orchestra|London Philharmonic|London Zoo|London Fire Brigade|London Ambulance Service|London borough|London boroughs|London Calling|Westminster Abbey|Westminster Cathedral|Westminster Kennel|Westminster Kennel Club|Westminster Dog Show|Westminster Bridge|Westminster Hall|Westminster Magistrates|Westminster Magistrates' Court|Westminster magistrates|Westminster Council|Westminster City Council|Westminster Theological Seminary|Westminster School|Westminster College|Westminster, Calif|Westminster, California|Westminster, Colo|Westminster, Colorado|Westminster, Md|Westminster, Maryland|City of Westminster|University of Westminster|Duke of Westminster|Archbishop of Westminster|Statute of Westminster|Palace of Westminster|New Westminster|Whitehall, Ohio|Whitehall Township|Brit Hume|Brit Awards|Brit Award|Brit Floyd|Brit Selby|Brit Marling",
  },
  GD: {
    demonyms: 'Grenadian|Grenadians',
    capital: '',
    seats: "St. George's, Grenada|St George's, Grenada",
    army: false,
    except: 'Grenada, Miss|Grenada, Mississippi|invasion of Grenada',
  },
  GE: {
    names: 'Republic of Georgia|Sakartvelo',
    demonyms: 'Georgian|Georgians',
    // The US state of Georgia, as far as the words beside the name tell.
    except: `${states('Alabama', 'Arizona', 'Florida', 'Michigan', 'Nevada', 'North Carolina', 'Ohio', 'Pennsylvania', 'South Carolina', 'Tennessee', 'Texas', 'Virginia', 'Wisconsin', 'Louisiana', 'Mississippi')}|${[
      'Atlanta',
      'Savannah',
      'Augusta',
      'Macon',
      'Columbus',
      'Marietta',
      'Decatur',
      'Brunswick',
      'Albany',
      'Valdosta',
      'Rome',
      'Roswell',
      'Alpharetta',
      'Warner Robins',
      'Dalton',
      'Gainesville',
      'Statesboro',
      'Kennesaw',
      'Plains',
      'Winder',
      'Fulton County',
      'Cobb County',
      'Gwinnett County',
      'DeKalb County',
      'Coffee County',
      'Glynn County',
      'Clayton County',
    ]
      .map(town => `${town}, Georgia`)
      .join('|')}|${[
      'Gov.',
      'Gov',
      'Governor',
      'governor',
      'Lt. Gov.',
      'Lieutenant Governor',
      'Sen.',
      'Sens.',
      'Senator',
      'senator',
      'senators',
      'Senate',
      'senate',
      'Rep.',
      'Reps.',
      'Representative',
      'congressman',
      'congresswoman',
      'Congresswoman',
      'Congressman',
      'House',
      'House of Representatives',
      'Legislature',
      'legislature',
      'General Assembly',
      'lawmaker',
      'lawmakers',
      'Republican',
      'Republicans',
      'Republican Party',
      'GOP',
      'Democrat',
      'Democrats',
      'Democratic',
      'Democratic Party',
      'voter',
      'voters',
      'voting law',
      'election law',
      'election',
      'elections',
      'election officials',
      'election workers',
      'election interference',
      'runoff',
      'runoffs',
      'recount',
      'primary',
      'ballot',
      'ballots',
      'electors',
      'Secretary of State',
      'secretary of state',
      "Secretary of State's",
      'Attorney General',
      'attorney general',
      'Supreme Court',
      'Court of Appeals',
      'grand jury',
      'judge',
      'prosecutor',
      'prosecutors',
      'indictment',
      'case',
      'law',
      'residents',
      'resident',
      'native',
      'state',
      'State',
      'State University',
      'State Patrol',
      'State Election Board',
      'Bureau of Investigation',
      'Department',
      'Department of Public Safety',
      'National Guard',
      'Power',
      'Tech',
      'Southern',
      'Southern University',
      'Aquarium',
      'Bulldogs',
      'football',
      'peach',
      'peaches',
      'Public Broadcasting',
      'Pacific',
      'Dome',
      'Port',
      'Ports Authority',
      'Insurance Commissioner',
      'district',
      'suburb',
      'counties',
      'county',
      'school',
      'teen',
      'man',
      'woman',
      'mother',
      'hospital',
      'sheriff',
      'police',
      'abortion law',
      "O'Keeffe",
      'Toffolo',
      'May',
      'Stanway',
      'Hall',
      'Harrison',
      'Engel',
    ]
      .map(what => `Georgia ${what}`)
      .join(
        '|',
      )}|R-Georgia|D-Georgia|(R-Georgia|(D-Georgia|Republican of Georgia|Democrat of Georgia|Greene of Georgia|Warnock of Georgia|Ossoff of Georgia|Kemp of Georgia|Isakson of Georgia|Perdue of Georgia|Loeffler of Georgia|Chambliss of Georgia|Lewis of Georgia|state of Georgia|State of Georgia|South Georgia|north Georgia|North Georgia|south Georgia|Georgia's Fulton County|Georgia's Republican|Georgia's Republicans|Georgia's Democratic|Georgia's Democrats|Georgia's governor|Georgia's Gov|Georgia's Senate|Georgia's House|Georgia's electoral votes|Georgia's 16 electoral|Georgia's secretary of state|Georgia's Secretary of State|Georgia's attorney general|Georgia's legislature|Georgia's Legislature|Georgia's General Assembly|Georgia's Supreme Court|Georgia's two Senate|Georgia's runoff|Georgia's runoffs|Georgia's voting law|Georgia's State Election Board|Georgia's 14th|Georgia's 6th|Georgia's 7th|Strait of Georgia|Georgia on My Mind|Midnight Train to Georgia|Devil Went Down to Georgia|Georgian house|Georgian houses|Georgian home|Georgian mansion|Georgian townhouse|Georgian townhouses|Georgian architecture|Georgian style|Georgian era|Georgian period|Georgian Bay|Georgian Court|Georgian terrace|Georgian England`,
  },
  GH: { names: 'Republic of Ghana', demonyms: 'Ghanaian|Ghanaians|Ghanian|Ghanians' },
  GM: { names: 'Republic of the Gambia', demonyms: 'Gambian|Gambians', except: 'Gambia River' },
  GN: {
    names: 'Republic of Guinea|Guinea-Conakry',
    demonyms: 'Guinean|Guineans',
    except:
      'Guinea pig|Guinea pigs|Guinea Pig|Guinea Pigs|Guinea fowl|Guinea worm|Guinea hen|Guinea hens|Gulf of Guinea|New Guinea|West New Guinea|Dutch New Guinea|New Guinean|New Guineans',
  },
  GQ: {
    names: 'Republic of Equatorial Guinea',
    demonyms: 'Equatorial Guinean|Equatorial Guineans|Equatoguinean|Equatoguineans',
  },
  GT: { names: 'Republic of Guatemala', demonyms: 'Guatemalan|Guatemalans' },
  GW: { names: 'Republic of Guinea-Bissau', demonyms: 'Bissau-Guinean|Bissau-Guineans|Guinea-Bissauan' },
  GY: {
    names: 'Co-operative Republic of Guyana',
    demonyms: 'Guyanese',
    // "Georgetown" alone is a university and a part of Washington.
    capital: '',
    seats: 'Georgetown, Guyana',
  },
  HN: { names: 'Republic of Honduras', demonyms: 'Honduran|Hondurans' },
  HR: {
    names: 'Republic of Croatia',
    demonyms: 'Croatian|Croatians|Croat|Croats',
    except: 'ethnic Croat|ethnic Croats',
  },
  HT: {
    names: 'Republic of Haiti',
    demonyms: 'Haitian|Haitians',
    except: 'Haitian Creole|Haitian Revolution|Haitian gourde',
  },
  HU: {
    demonyms: 'Hungarian|Hungarians',
    except:
      'Hungarian goulash|Hungarian forint|Grand Budapest Hotel|Budapest Memorandum|Budapest memorandum|Hungarian Uprising',
  },
  ID: {
    names: 'Republic of Indonesia',
    demonyms: 'Indonesian|Indonesians',
    seats: 'Nusantara',
    except: 'Jakarta Post|Jakarta Globe|Indonesian rupiah',
  },
  IE: {
    names: 'Republic of Ireland|Irish Republic|Éire|Eire',
    demonyms: 'Irish|Irishman|Irishmen|Irishwoman|Irishwomen',
    seats: 'Leinster House',
    bodies: [
      [
        'Oireachtas',
        'official',
        'Dáil|Dail|Dáil Éireann|Dail Eireann|Oireachtas|Taoiseach|Tánaiste|Tanaiste|Seanad',
      ],
      ['Garda', 'official', 'Garda|Gardaí|Gardai|Garda Síochána|Garda Siochana'],
    ],
    except:
      'Kathy Ireland|Patricia Ireland|Ireland Baldwin|Jill Ireland|John Ireland|island of Ireland|Church of Ireland|Irish Sea|Irish coffee|Irish stew|Irish whiskey|Irish setter|Irish wolfhound|Irish pub|Irish pubs|Irish dance|Irish dancing|Irish Times|Irish Independent|Irish Examiner|Irish Catholic|Irish Catholics|Fighting Irish|Notre Dame Fighting Irish|Irish heritage|Irish descent|Irish goodbye|Irish Traveller|Irish Travellers|Irish Spring|Dublin, Ohio|Dublin, Calif|Dublin, California|Dublin, Georgia|Dublin, Ga|Dublin Regulation|Dublin Castle|Scotch-Irish|Scots-Irish|Irish famine|Irish potato famine|Irish Derby',
  },
  IQ: {
    names: 'Republic of Iraq',
    demonyms: 'Iraqi|Iraqis',
    except:
      'Iraq War|Iraq war|war in Iraq|invasion of Iraq|Iraq Veterans|Iraq veteran|Iraq veterans|Iraq War veteran|Islamic State of Iraq|Iraqi dinar|Iraq and Afghanistan wars|Iraq Body Count',
  },
  IS: {
    names: 'Republic of Iceland',
    demonyms: 'Icelandic|Icelander|Icelanders',
    seats: 'Reykjavík',
    army: false,
    except: 'Icelandic horse|Icelandic horses|Icelandic saga|Icelandic sagas|Reykjavik summit',
  },
  IT: {
    names: 'Italian Republic',
    demonyms: 'Italian|Italians',
    seats: 'Palazzo Chigi|Quirinale',
    except: `${speaking('Italian')}|Italian ice|Italian ices|Italian dressing|Italian sausage|Italian sausages|Italian beef|Italian bread|Italian greyhound|Italian Renaissance|Italian wine|Italian sub|Italian Riviera|Italian Alps|Little Italy|Northern Italy|Southern Italy|Rome, Ga|Rome, N.Y.|Rome, New York|ancient Rome|Ancient Rome|Imperial Rome|Rome Statute|Treaty of Rome|Jim Rome|Church of Rome|Bishop of Rome|Rome Film Festival|Rome Film Fest|Rome Masters|Club of Rome|fall of Rome`,
  },
  JM: {
    demonyms: 'Jamaican|Jamaicans',
    except:
      'Jamaica Bay|Jamaica Plain|Jamaica, Queens|Jamaica, N.Y.|Jamaica Center|Jamaica Avenue|Jamaica Estates|Jamaica Kincaid|Jamaica station|Jamaica Station|Jamaica Hospital|Jamaica Inn|Jamaican jerk|Kingston, Ontario|Kingston, Ont|Kingston, N.Y.|Kingston, New York|Kingston, Pa|Kingston, R.I.|Kingston upon Thames|Kingston upon Hull|Kingston Crown Court|Maxine Hong Kingston|Sean Kingston|Alex Kingston|Kingston Trio|Kingston Technology',
  },
  JO: {
    names: 'Hashemite Kingdom of Jordan|Hashemite Kingdom',
    demonyms: 'Jordanian|Jordanians',
    except:
      'Michael Jordan|Jim Jordan|Rep. Jordan|Mr. Jordan|Ms. Jordan|Congressman Jordan|Chairman Jordan|Jordan Peterson|Jordan Neely|Jordan Spieth|Jordan Peele|Jordan Henderson|Jordan Pickford|Jordan Ayew|Jordan Clarkson|Jordan Poole|Jordan Belfort|Jordan Love|Jordan Davis|Jordan Edwards|Jordan Klepper|Jordan Walker|Jordan Chiles|Jordan Montgomery|Jordan Addison|Jordan Hicks|Jordan Staal|Jordan Eberle|Jordan Binnington|Jordan Knight|Jordan Fisher|Jordan Thompson|Jordan Stolz|Jordan Bohannan|Jordan Hawkins|Jordan Nwora|Jordan McLaughlin|Jordan Sekulow|Jordan Brand|Jordan brand|Jordan sneakers|Air Jordan|Air Jordans|Jordan River|River Jordan|Jordan Valley|Jordan Rift Valley|Vernon Jordan|Barbara Jordan|DeAndre Jordan|Neil Jordan|Joe Jordan|Cameron Jordan|Michael B. Jordan|Eddie Jordan|Montell Jordan|Louis Jordan|Hamilton Jordan|Robert Jordan|Jeremy Jordan|June Jordan|David Starr Jordan|Jordan almonds|West Jordan|South Jordan|West Jordan, Utah|West Bank of the Jordan|Jordanian dinar',
  },
  JP: {
    names: 'State of Japan',
    demonyms: 'Japanese',
    bodies: [
      [
        'Japan Self-Defense Forces',
        'military',
        'Japan Self-Defense Forces|Japanese Self-Defense Forces|Self-Defense Forces|Self-Defence Forces|Japan Self-Defence Forces|Maritime Self-Defense Force|Ground Self-Defense Force|Air Self-Defense Force',
      ],
    ],
    except: `${speaking('Japanese')}|Sea of Japan|Japanese beetle|Japanese beetles|Japanese garden|Japanese gardens|Japanese knotweed|Japanese maple|Japanese maples|Japanese encephalitis|Japanese yen|Japanese whisky|Japanese internment|Imperial Japan|Empire of Japan|Tokyo Olympics|Tokyo Olympic|Tokyo Games|Tokyo Stock Exchange|Tokyo Disneyland|Tokyo Disney Resort|Tokyo Rose|Tokyo Drift|Tokyo 2020|Tokyo Electric Power|Tokyo Paralympics|Tokyo Marathon|Japan Times|Japan Airlines|Nippon Steel|All Nippon Airways|Nippon Life|Nippon Professional Baseball|Nippon Telegraph`,
  },
  KE: {
    names: 'Republic of Kenya',
    demonyms: 'Kenyan|Kenyans',
    except: 'Kenya Moore|Kenya Barris|Kenya Airways|Kenya Power|Mount Kenya|Kenyan shilling|Kenyan shillings',
  },
  KG: { names: 'Kyrgyz Republic', demonyms: 'Kyrgyz|Kyrgyzstani|Kyrgyzstanis' },
  KH: { names: 'Kingdom of Cambodia', demonyms: 'Cambodian|Cambodians', except: 'Democratic Kampuchea' },
  KI: {
    names: 'Republic of Kiribati',
    demonyms: 'I-Kiribati|Kiribatian|Kiribatians',
    seats: 'Tarawa',
    army: false,
  },
  KM: {
    names: 'Union of the Comoros',
    demonyms: 'Comorian|Comorians|Comoran|Comorans',
    except: 'Angel Moroni|angel Moroni|Moroni, Utah',
  },
  KN: {
    names: 'St. Kitts|St Kitts|Saint Kitts',
    demonyms: 'Kittitian|Kittitians|Kittitian and Nevisian|Nevisian|Nevisians',
  },
  KP: {
    names:
      "Democratic People's Republic of Korea|Democratic People’s Republic of Korea|DPRK|D.P.R.K.|N. Korea|N Korea",
    demonyms: 'North Korean|North Koreans|N. Korean|N. Koreans',
    bodies: [
      [
        'Korean Central News Agency',
        'media',
        'Korean Central News Agency|KCNA|K.C.N.A.|North Korean state media|Rodong Sinmun',
      ],
      ["Korean People's Army", 'military', "Korean People's Army"],
    ],
  },
  KR: {
    names: 'Republic of Korea|ROK|R.O.K.|S. Korea|S Korea',
    demonyms: 'South Korean|South Koreans|S. Korean|S. Koreans',
    seats: 'Blue House|Cheong Wa Dae',
    bodies: [
      ['Yonhap', 'media', 'Yonhap|Yonhap news agency|Yonhap News Agency'],
      [
        'National Intelligence Service',
        'official',
        'South Korean National Intelligence Service|Unification Ministry|South Korean Unification Ministry',
      ],
      ['Joint Chiefs of Staff of South Korea', 'military', 'South Korean Joint Chiefs of Staff'],
    ],
    except: 'Seoul Olympics|South Korean won',
  },
  KW: { names: 'State of Kuwait', demonyms: 'Kuwaiti|Kuwaitis', except: 'invasion of Kuwait|Kuwaiti dinar' },
  KZ: {
    names: 'Republic of Kazakhstan',
    demonyms: 'Kazakh|Kazakhs|Kazakhstani|Kazakhstanis',
    seats: 'Nur-Sultan|Nursultan|Akorda',
    except: 'Astana process|Astana talks|Astana format|Astana Pro Team',
  },
  LA: { names: "Lao People's Democratic Republic|Lao PDR", demonyms: 'Lao|Laotian|Laotians' },
  LB: {
    demonyms: 'Lebanese',
    seats: 'Baabda|Baabda Palace',
    except:
      'Lebanon, Pa|Lebanon, Pennsylvania|Lebanon, Tenn|Lebanon, Tennessee|Lebanon, Ohio|Lebanon, N.H.|Lebanon, New Hampshire|Lebanon, Ore|Lebanon, Oregon|Lebanon, Ind|Lebanon, Indiana|Lebanon, Ky|Lebanon County|Lebanon Valley|Lebanon Valley College|New Lebanon|Mount Lebanon|Mt. Lebanon|cedars of Lebanon|Cedars of Lebanon|Lebanese pound|Lebanese pounds|UN Interim Force in Lebanon|United Nations Interim Force in Lebanon',
  },
  LC: {
    names: 'St. Lucia|St Lucia',
    demonyms: 'Saint Lucian|Saint Lucians|St. Lucian|St. Lucians|St Lucian|St Lucians',
    army: false,
    except: 'St. Lucie',
  },
  LI: {
    names: 'Principality of Liechtenstein',
    demonyms: 'Liechtensteiner|Liechtensteiners',
    adjective: 'Liechtenstein',
    army: false,
  },
  LK: {
    names: 'Democratic Socialist Republic of Sri Lanka',
    demonyms: 'Sri Lankan|Sri Lankans',
    seats: 'Sri Jayawardenepura Kotte',
    except: 'Ceylon tea|Sri Lankan rupee|Sri Lankan rupees',
  },
  LR: { names: 'Republic of Liberia', demonyms: 'Liberian|Liberians', except: 'Liberian-flagged' },
  LS: { names: 'Kingdom of Lesotho', demonyms: 'Basotho|Mosotho|Lesothan|Lesothans' },
  LT: { names: 'Republic of Lithuania', demonyms: 'Lithuanian|Lithuanians' },
  LU: {
    names: 'Grand Duchy of Luxembourg|Luxemburg',
    demonyms: 'Luxembourgish|Luxembourger|Luxembourgers|Luxemburger|Luxemburgers',
    seats: 'Luxembourg City',
    except: 'Rosa Luxemburg|Rosa Luxembourg|Luxembourg Gardens|Luxembourg Palace|Jardin du Luxembourg',
  },
  LV: { names: 'Republic of Latvia', demonyms: 'Latvian|Latvians' },
  LY: {
    names: 'State of Libya',
    demonyms: 'Libyan|Libyans',
    except:
      'Tripoli, Lebanon|Tripoli in Lebanon|Tripoli in northern Lebanon|Lebanese city of Tripoli|Libyan desert|Libyan Desert|Libyan dinar',
  },
  MC: {
    names: 'Principality of Monaco',
    demonyms: 'Monegasque|Monégasque|Monegasques|Monégasques|Monacan|Monacans',
    seats: 'Monte Carlo',
    army: false,
    except:
      'Monte Carlo Masters|Chevrolet Monte Carlo|Monte Carlo Rally|Monte Carlo simulation|Monte Carlo simulations|Monte Carlo method|Monte Carlo methods|AS Monaco|Monaco Grand Prix',
  },
  MD: { names: 'Republic of Moldova', demonyms: 'Moldovan|Moldovans', seats: 'Chişinău|Kishinev' },
  ME: { demonyms: 'Montenegrin|Montenegrins' },
  MG: {
    names: 'Republic of Madagascar',
    demonyms: 'Malagasy|Madagascan|Madagascans',
    except: 'Madagascar vanilla',
  },
  MH: {
    names: 'Republic of the Marshall Islands',
    demonyms: 'Marshallese|Marshall Islander|Marshall Islanders',
    army: false,
    except: 'Marshall Islands-flagged',
  },
  MK: {
    names:
      'Republic of North Macedonia|Republic of Macedonia|Macedonia|FYROM|Former Yugoslav Republic of Macedonia|former Yugoslav Republic of Macedonia',
    demonyms: 'Macedonian|Macedonians|North Macedonian|North Macedonians',
    except:
      'Greek Macedonia|ancient Macedonia|Eastern Macedonia|Western Macedonia|Central Macedonia|Alexander of Macedonia|Philip of Macedonia',
  },
  ML: { names: 'Republic of Mali', demonyms: 'Malian|Malians' },
  MM: {
    names: 'Burma|Republic of the Union of Myanmar|Union of Burma',
    demonyms: 'Burmese|Myanmar national|Myanmar nationals',
    seats: 'Naypyitaw|Nay Pyi Taw|Naypyidaw',
    except: 'Burmese python|Burmese pythons|Burmese cat|Burma Road',
  },
  MN: {
    demonyms: 'Mongolian|Mongolians',
    seats: 'Ulaanbaatar|Ulan Bator',
    except:
      'Inner Mongolia|Inner Mongolian|Inner Mongolians|Outer Mongolia|Mongolian beef|Mongolian barbecue',
  },
  MR: { names: 'Islamic Republic of Mauritania', demonyms: 'Mauritanian|Mauritanians' },
  MT: {
    names: 'Republic of Malta',
    demonyms: 'Maltese',
    except:
      'Maltese Falcon|Maltese cross|Maltese terrier|Maltese terriers|Knights of Malta|Order of Malta|Sovereign Military Order of Malta|Malta, N.Y.|Malta, New York',
  },
  MU: { names: 'Republic of Mauritius', demonyms: 'Mauritian|Mauritians', army: false },
  MV: {
    names: 'Republic of Maldives',
    demonyms: 'Maldivian|Maldivians',
    capital: 'Malé',
    plain: 'Male, Maldives',
  },
  MW: { names: 'Republic of Malawi', demonyms: 'Malawian|Malawians', except: 'Lake Malawi' },
  MX: {
    names: 'United Mexican States',
    demonyms: 'Mexican|Mexicans',
    seats: 'Los Pinos',
    except:
      'New Mexico|New Mexican|New Mexicans|Gulf of Mexico|Mexican standoff|Mexican stand-off|Mexican wave|Mexican peso|Mexican pesos|Mexico Beach|Mexico, Mo|Mexico, Missouri|Mexico, Maine|Mexican gray wolf|Mexican gray wolves|Mexican Coke|Mexican War|Mexican Revolution|Mexico City policy|Mexico City Policy|Mexico City Olympics|State of Mexico',
  },
  MY: { demonyms: 'Malaysian|Malaysians', seats: 'Putrajaya', except: 'Malaysian ringgit' },
  MZ: { names: 'Republic of Mozambique', demonyms: 'Mozambican|Mozambicans' },
  NA: { names: 'Republic of Namibia', demonyms: 'Namibian|Namibians' },
  NE: {
    names: 'Republic of Niger',
    demonyms: 'Nigerien|Nigeriens',
    except: 'Niger Delta|Niger delta|Niger River|Niger State|Niger Innis|River Niger',
  },
  NG: {
    names: 'Federal Republic of Nigeria',
    demonyms: 'Nigerian|Nigerians',
    seats: 'Aso Rock|Aso Villa',
    except: 'Nigerian prince|Nigerian princes|Nigerian naira|Nigerian scam|Nigerian dwarf',
  },
  NI: { names: 'Republic of Nicaragua', demonyms: 'Nicaraguan|Nicaraguans', except: 'Lake Nicaragua' },
  NL: {
    names: 'Kingdom of the Netherlands',
    // "Holland" is a part of it, and a surname.
    demonyms: 'Dutch|Dutchman|Dutchmen|Dutchwoman|Dutchwomen|Netherlander|Netherlanders',
    seats: 'the Hague|Binnenhof',
    except:
      'Dutch oven|Dutch ovens|Pennsylvania Dutch|Dutch Reformed|Dutch Reformed Church|Dutch Bros|Dutch Bros.|Dutch elm|Dutch auction|Dutch courage|Dutch East India Company|Dutch East Indies|Dutch Antilles|Dutch Caribbean|Dutch Harbor|Dutch Schultz|Dutch Ruppersberger|Netherlands Antilles|Dutch master|Dutch masters|Dutch Golden Age|Spanish Netherlands|double Dutch|Double Dutch|Flying Dutchman|going Dutch|go Dutch|Hague Convention|the Hague Convention|the Hague Conventions|the Hague tribunal|the Hague court|Amsterdam News|Amsterdam, N.Y.|Amsterdam, New York|New Amsterdam|Amsterdam Avenue|Treaty of Amsterdam',
  },
  NO: {
    names: 'Kingdom of Norway',
    demonyms: 'Norwegian|Norwegians',
    except:
      'Norway spruce|Norway rat|Norway rats|Norway maple|Norway, Maine|Norwegian Cruise Line|Norwegian Cruise|Norwegian Sea|Norwegian Air|Norwegian Wood|Norwegian krone|Norwegian kroner|Norwegian elkhound|Norwegian Refugee Council|Norwegian Nobel Committee|Oslo Accords|Oslo accords|Oslo Accord|Oslo agreement|Oslo agreements|Oslo process|Oslo peace|Oslo Agreement|Oslo Process',
  },
  NP: {
    names: 'Federal Democratic Republic of Nepal',
    demonyms: 'Nepali|Nepalese|Nepalis',
    except: 'Nepali rupee|Nepali rupees',
  },
  NR: { names: 'Republic of Nauru', demonyms: 'Nauruan|Nauruans', army: false },
  NZ: {
    names: 'N.Z.|Aotearoa',
    demonyms: 'New Zealander|New Zealanders|Kiwi|Kiwis',
    adjective: 'New Zealand',
    except:
      'New Zealand dollar|New Zealand dollars|New Zealand Herald|New Zealand lamb|Duke of Wellington|Beef Wellington|beef Wellington|Wellington boot|Wellington boots|Wellington Management|Wellington, Fla|Wellington, Florida|Wellington, Shropshire|Wellington Phoenix|Kiwi fruit|Kiwi bird',
  },
  OM: {
    names: 'Sultanate of Oman',
    demonyms: 'Omani|Omanis',
    except: 'Joseph Muscat|Muscat grape|Muscat grapes|Muscat wine|Gulf of Oman|Sea of Oman|Omani rial',
  },
  PA: {
    names: 'Republic of Panama',
    demonyms: 'Panamanian|Panamanians',
    seats: 'Palacio de las Garzas',
    army: false,
    except:
      'Panama Papers|Panama hat|Panama hats|Panama Canal|Panama Canal Zone|Panama Canal Authority|Panama City Beach|Panama City, Fla|Panama City, Florida|Isthmus of Panama|Panama disease|Panama-flagged|Panamanian-flagged',
  },
  PE: {
    names: 'Republic of Peru',
    demonyms: 'Peruvian|Peruvians',
    except:
      'Peru, Ind|Peru, Indiana|Peru, Ill|Peru, Illinois|Peru, N.Y.|Peruvian Amazon|Peruvian lily|Lima, Ohio|Adriana Lima|Lima bean|Lima beans',
  },
  PG: {
    names: 'PNG|P.N.G.|Independent State of Papua New Guinea',
    demonyms: 'Papua New Guinean|Papua New Guineans',
  },
  PH: {
    names: 'Republic of the Philippines',
    demonyms: 'Philippine|Filipino|Filipinos|Filipina|Filipinas',
    seats: 'Malacañang|Malacañang Palace|Malacanang Palace',
    except:
      'Philippine Sea|Philippine peso|Philippine pesos|Philippine Daily Inquirer|Manila envelope|Manila envelopes|Manila folder|Manila Bay|Manila Times|Manila Bulletin|Thrilla in Manila|Filipino Americans|ethnic Filipino',
  },
  PL: {
    names: 'Republic of Poland',
    // "Pole" is an everyday word.
    demonyms: 'Polish|Poles',
    except: `${speaking('Polish')}|Polish sausage|Polish sausages|Polish zloty|Polish zlotys|Polish corridor|Polish notation|occupied Poland|Nazi-occupied Poland|Congress Poland|Warsaw Pact|Warsaw Ghetto|Warsaw ghetto|Warsaw Uprising|Warsaw uprising|Warsaw, Ind|Warsaw, Indiana|Warsaw Convention|Warsaw Stock Exchange|Poland, Ohio|Poland Spring|Poles Apart`,
  },
  PT: {
    names: 'Portuguese Republic',
    demonyms: 'Portuguese',
    seats: 'Belém Palace',
    except: `${speaking('Portuguese')}|Portuguese water dog|Portuguese man o' war|Portuguese man-of-war|Portuguese tart|Portugal. The Man|Lisbon Treaty|Treaty of Lisbon|New Lisbon|Lisbon, Maine|Lisbon, Ohio|Lisbon earthquake`,
  },
  PW: {
    names: 'Republic of Palau',
    demonyms: 'Palauan|Palauans',
    seats: 'Melekeok',
    army: false,
    except: 'Palau de la Música|Palau de la Musica|Palau de la Generalitat',
  },
  PY: { names: 'Republic of Paraguay', demonyms: 'Paraguayan|Paraguayans' },
  QA: {
    names: 'State of Qatar',
    demonyms: 'Qatari|Qataris',
    except:
      'Qatar Airways|Qatar World Cup|Doha Round|Doha round|Doha agreement|Doha Agreement|Doha talks|Doha Forum|Doha Film|Doha Debates|Qatar Foundation',
  },
  RO: {
    demonyms: 'Romanian|Romanians',
    seats: 'Cotroceni',
    except: 'Romanian leu|Romanian deadlift|Romanian deadlifts|Romanian Orthodox',
  },
  RW: {
    names: 'Republic of Rwanda',
    demonyms: 'Rwandan|Rwandans|Rwandese',
    except:
      'Rwandan genocide|Rwandan Genocide|Democratic Forces for the Liberation of Rwanda|International Criminal Tribunal for Rwanda|Rwanda genocide|Rwanda plan|Rwanda scheme|Rwanda bill|Rwanda policy|Rwanda deportation|Rwanda deportations',
  },
  SA: {
    names: 'Kingdom of Saudi Arabia|KSA|K.S.A.',
    demonyms: 'Saudi|Saudis|Saudi Arabian|Saudi Arabians',
    bodies: [
      ['Saudi Press Agency', 'media', 'Saudi Press Agency|Saudi state media|Saudi state news agency'],
      ['Saudi royal court', 'official', 'Saudi royal court|Saudi Royal Court|Saudi royal family'],
    ],
    except: 'Saudi Pro League|Saudi riyal|Saudi riyals|King Salman Humanitarian Aid',
  },
  SB: { demonyms: 'Solomon Islander|Solomon Islanders', adjective: 'Solomon Islands', army: false },
  SC: {
    names: 'Republic of Seychelles',
    demonyms: 'Seychellois',
    capital: '',
    seats: 'Victoria, Seychelles',
  },
  SD: {
    names: 'Republic of the Sudan|Republic of Sudan|the Sudan',
    demonyms: 'Sudanese',
    seats: 'Port Sudan',
    except: 'Anglo-Egyptian Sudan|Sudanese pound',
  },
  SE: {
    names: 'Kingdom of Sweden',
    demonyms: 'Swedish|Swede|Swedes',
    seats: 'Rosenbad',
    except:
      'Swedish massage|Swedish meatball|Swedish meatballs|Swedish Fish|Swedish Match|Swedish krona|Swedish kronor|Swedish Chef|Swedish Hospital|Stockholm syndrome|Stockholm Syndrome|Stockholm International Peace Research Institute|Sweden, Maine',
  },
  SG: {
    names: 'Republic of Singapore',
    demonyms: 'Singaporean|Singaporeans',
    seats: 'Istana',
    except:
      'Singapore Airlines|Singapore Sling|Singapore Exchange|Singapore dollar|Singapore dollars|Singapore Strait|Singapore Zoo|fall of Singapore',
  },
  SI: { names: 'Republic of Slovenia', demonyms: 'Slovenian|Slovenians|Slovene|Slovenes' },
  SK: { names: 'Slovak Republic', demonyms: 'Slovak|Slovaks|Slovakian|Slovakians' },
  SL: { names: 'Republic of Sierra Leone', demonyms: 'Sierra Leonean|Sierra Leoneans' },
  SM: {
    names: 'Republic of San Marino',
    demonyms: 'Sammarinese|San Marinese',
    except: 'San Marino, Calif|San Marino, California|San Marino Grand Prix|San Marino High',
  },
  SN: { names: 'Republic of Senegal', demonyms: 'Senegalese', except: 'Dakar Rally|Dakar rally' },
  SO: {
    names: 'Federal Republic of Somalia',
    demonyms: 'Somali|Somalis|Somalian|Somalians',
    seats: 'Villa Somalia',
    except:
      'Somali Region|Somali region|Somali regional state|Somali Bantu|Somali pirate|Somali pirates|Somali shilling',
  },
  SR: { names: 'Republic of Suriname|Surinam', demonyms: 'Surinamese|Surinamer|Surinamers' },
  SS: {
    names: 'Republic of South Sudan|S. Sudan',
    demonyms: 'South Sudanese',
    except: 'South Sudanese pound',
  },
  ST: {
    names: 'São Tomé|Sao Tome|Democratic Republic of São Tomé and Príncipe',
    demonyms: 'São Toméan|Sao Tomean|São Toméans|Sao Tomeans|Santomean|Santomeans',
    capital: '',
    seats: 'São Tomé City|Sao Tome City',
  },
  SV: {
    names: 'Republic of El Salvador',
    demonyms: 'Salvadoran|Salvadorans|Salvadorean|Salvadoreans|Salvadorian|Salvadorians',
    except: 'San Salvador Island',
  },
  SY: {
    names: 'Syrian Arab Republic',
    demonyms: 'Syrian|Syrians',
    except:
      'Syrian Orthodox|Syrian hamster|Syrian Desert|Syrian desert|Damascus, Md|Damascus, Maryland|Damascus, Va|Damascus, Virginia|Damascus steel|road to Damascus|Damascus Road|Road to Damascus|Islamic State of Iraq and Syria|Islamic State in Iraq and Syria|Islamic State in Syria',
  },
  SZ: {
    names: 'Kingdom of Eswatini|eSwatini',
    demonyms: 'Swazi|Swazis|Eswatinian|Liswati|Emaswati',
    seats: 'Mbabane',
  },
  TD: {
    names: 'Republic of Chad',
    demonyms: 'Chadian|Chadians',
    seats: 'Ndjamena',
    except:
      'Lake Chad|Lake Chad Basin|Lake Chad region|Chad Wolf|Chad Daybell|Chad Kroeger|Chad Smith|Chad Johnson|Chad Ochocinco|Chad Michael Murray|Chad Bianco|Chad Pennington|Chad Henne|Chad Kelly|Chad Hurley|Chad Mirkin|Chad Pergram|Chad Chronister',
  },
  TG: { names: 'Togolese Republic', demonyms: 'Togolese' },
  TH: {
    names: 'Kingdom of Thailand',
    demonyms: 'Thai|Thais',
    except:
      'Thai boxing|Thai massage|Thai massages|Muay Thai|Thai baht|Thai curry|Thai basil|Thai Airways|Thai tea|Thai iced tea|Siam Square|Siam Paragon|Pad Thai|pad Thai|Gulf of Thailand|Bangkok Post',
  },
  TJ: {
    names: 'Republic of Tajikistan',
    demonyms: 'Tajik|Tajiks|Tajikistani|Tajikistanis',
    except: 'Afghan Tajik|Afghan Tajiks',
  },
  TL: { names: 'Democratic Republic of Timor-Leste', demonyms: 'Timorese|East Timorese' },
  TM: {
    demonyms: 'Turkmen|Turkmens|Turkmenistani|Turkmenistanis',
    except: 'Iraqi Turkmen|Iraqi Turkmens|Syrian Turkmen|Syrian Turkmens|Turkmen Front',
  },
  TN: {
    names: 'Republic of Tunisia|Tunisian Republic',
    demonyms: 'Tunisian|Tunisians',
    seats: 'Carthage Palace',
    except: 'Tunisian dinar',
  },
  TO: { names: 'Kingdom of Tonga', demonyms: 'Tongan|Tongans', except: 'Tonga trench|Tonga Trench' },
  TT: {
    names: 'Trinidad|Republic of Trinidad and Tobago|Tobago',
    demonyms: 'Trinidadian|Trinidadians|Trinidadian and Tobagonian|Tobagonian|Tobagonians|Trini|Trinis',
    except: 'Trinidad, Colo|Trinidad, Colorado|Trinidad, Cuba|Felix Trinidad|Félix Trinidad',
  },
  TV: { demonyms: 'Tuvaluan|Tuvaluans', army: false },
  TZ: {
    names: 'United Republic of Tanzania',
    demonyms: 'Tanzanian|Tanzanians',
    seats: 'Dar es Salaam',
    except: 'Tanzanian shilling',
  },
  UG: {
    names: 'Republic of Uganda',
    demonyms: 'Ugandan|Ugandans',
    except: 'Ugandan shilling|Ugandan shillings',
  },
  UY: { names: 'Oriental Republic of Uruguay', demonyms: 'Uruguayan|Uruguayans' },
  UZ: {
    names: 'Republic of Uzbekistan',
    demonyms: 'Uzbek|Uzbeks|Uzbekistani|Uzbekistanis',
    except: 'Afghan Uzbek|Afghan Uzbeks',
  },
  VA: {
    names: 'Holy See|Vatican City State',
    demonyms: 'papal|Vatican citizen|Vatican citizens',
    adjective: 'Vatican',
    capital: '',
    seats: 'Vatican|the Vatican|Apostolic Palace',
    army: false,
    except:
      'Vatican II|Vatican Museums|Vatican Museum|Vatican Council|Second Vatican Council|First Vatican Council|Vatican News',
  },
  VC: {
    names: 'St. Vincent|St Vincent and the Grenadines|St. Vincent and the Grenadines',
    demonyms: 'Vincentian|Vincentians|Saint Vincentian',
    army: false,
    except:
      "St. Vincent de Paul|St. Vincent's|St. Vincent Medical Center|St. Vincent Hospital|Gulf of St. Vincent|Cape St. Vincent|Edna St. Vincent Millay|Mount St. Vincent",
  },
  VE: {
    names: 'Bolivarian Republic of Venezuela',
    demonyms: 'Venezuelan|Venezuelans',
    seats: 'Miraflores|Miraflores Palace',
    except: 'Miraflores locks|Miraflores Locks|Venezuelan bolivar|Gulf of Venezuela',
  },
  VN: {
    names: 'Viet Nam|Socialist Republic of Vietnam',
    demonyms: 'Vietnamese',
    except: `${speaking('Vietnamese')}|Vietnam War|Vietnam war|Vietnam-era|Vietnam era|Vietnam veteran|Vietnam veterans|Vietnam Veteran|Vietnam Veterans|Vietnam Veterans of America|Vietnam Veterans Memorial|Vietnam vet|Vietnam vets|Vietnam Memorial|Vietnam draft|South Vietnam|North Vietnam|South Vietnamese|North Vietnamese|war in Vietnam|Vietnamese dong|Vietnamese pot-bellied|Hanoi Jane|Hanoi Hilton`,
  },
  VU: { names: 'Republic of Vanuatu', demonyms: 'Ni-Vanuatu|Vanuatuan|Vanuatuans', army: false },
  WS: {
    names: 'Independent State of Samoa|Western Samoa',
    demonyms: 'Samoan|Samoans',
    army: false,
    except: 'American Samoan|American Samoans|Western Samoan|Western Samoans',
  },
  YE: {
    names: 'Republic of Yemen',
    demonyms: 'Yemeni|Yemenis|Yemenite',
    seats: 'Sanaa|Sana’a',
    except: 'Yemenite Jew|Yemenite Jews|Yemeni rial|Yemeni rials|al-Qaida in Yemen|Al Qaeda in Yemen',
  },
  ZA: {
    names: 'Republic of South Africa|RSA',
    demonyms: 'South African|South Africans',
    seats: 'Union Buildings',
    except: 'South African rand|South African Airways|Pretoria News',
  },
  ZM: { names: 'Republic of Zambia', demonyms: 'Zambian|Zambians', except: 'Zambian kwacha' },
  ZW: {
    names: 'Republic of Zimbabwe',
    demonyms: 'Zimbabwean|Zimbabweans',
    except: 'Zimbabwe dollar|Zimbabwe dollars|Zimbabwean dollar|Great Zimbabwe',
  },
};
