/**
 * Given names, from the lists of Faker (MIT) for languages in Latin letters, and below those of languages in other letters
 * as English news transliterate them. A name that some list gives to men and another to women is of either gender.
 */
import { allLocales } from '@faker-js/faker';

/** Taken whole: first the languages of most news in English, then names from short lists of usual ones. */
const WHOLE =
  `en en_AU en_IN en_NG en_GH en_ZA es es_MX pt_BR pt_PT de_CH nl_BE sv nb_NO da fi pl hu sk sl_SI sr_RS_latin
  tr az fr_SN`.split(/\s+/);
/** Long lists with many rare names: taken as far as another list has the name too. */
const SHARED =
  'fr fr_BE fr_CH it cs_CZ ro nl de hr lv id_ID uz_UZ_latin yo_NG zu_ZA af_ZA ku_kmr_latin'.split(' ');

/** Common ones in news, transliterated as the Associated Press and Reuters do; and some that no list has. */
const OTHERS = {
  male: `
    Barack Bashir Beto Cory Chuck Hakeem Jeb Keir Liam Mitch Newt Nigel Pete Rishi Sajid Sadiq Vivek Narendra Rahul Anwar Shehbaz Imran Bongbong Rodrigo Jair Jacob Zohran Xavier Geert Viktor Donald Emmanuel Recep Tayyip
    Abbas Abdallah Abdel Abdelaziz Abdelfattah Abdelkader Abdelmadjid Abdel-Fattah Abdolreza Abdul Abdulaziz Abdulhamid Abdullah
    Abdulla Abdulrahman Abed Abu Adel Adham Adnan Ahmad Ahmed Akram Alaa Ali Alireza Ameen Amin Amir Ammar Amr Anas Anwar Arash
    Ashraf Ayman Aziz Baha Bahram Bashar Bashir Behrouz Behzad Bilal Daoud Ebrahim Ehsan Esmail Fadi Fahd Faisal Faraj Farid
    Farhad Farouk Fathi Fouad Ghassan Habib Hadi Hafez Haider Haitham Hamad Hamdan Hamid Hamza Hani Haris Haroun Hasan Hashem
    Hashim Hassan Hatem Hisham Hosni Hossein Houshang Husam Hussain Hussein Ibrahim Idris Imad Imran Iyad Ismael Ismail Ismat Jaber
    Jafar Jalal Jamal Jamil Jassim Javad Kamal Kamran Karim Kaveh Khaled Khalid Khalil Kianoush Mahdi Mahmood Mahmoud Majid Malik
    Mansour Marwan Masoud Mazen Mehdi Mehran Mohamad Mohamed Mohammad Mohammed Mohsen Mojtaba Morteza Mostafa Mousa Muammar
    Muhammad Muhannad Munir Musa Mustafa Nabil Nader Nadir Naftali Naim Naser Nasser Nizar Nouri Omar Omid Osama Othman Qais
    Qasem Qassem Rafiq Rahim Ramadan Rami Rashid Reza Riad Riyad Ruhollah Saad Saddam Sadegh Saeb Saeed Saif Salah Saleh Salem
    Salim Salman Sami Samir Sayed Seif Shahram Sharif Sherif Siamak Suleiman Sultan Tamer Tareq Tarek Tariq Tawfiq Turki Usama
    Wael Walid Waleed Wissam Yahya Yasser Yassin Younis Yousef Youssef Yousuf Zaid Zakaria Ziad Zuhair
    Alexei Aleksei Aleksandr Alexandr Anatoly Anatoliy Andrei Andrey Anton Arkady Artem Artyom Boris Bogdan Bohdan Daniil Danylo
    Denis Denys Dmitri Dmitriy Dmitry Dmytro Eduard Evgeny Fyodor Gennady Georgy Gleb Grigory Hennadiy Hryhoriy Igor Ihor Ilya
    Illia Ivan Kirill Konstantin Kostiantyn Kyrylo Lavrenty Leonid Lev Maksim Maksym Maxim Mikhail Mykhailo Mykola Mykhaylo
    Nikita Nikolai Nikolay Oleg Oleh Oleksandr Oleksii Oleksiy Ostap Pavel Pavlo Petro Pyotr Roman Rostyslav Ruslan Rustem Rustam
    Semyon Serhii Serhiy Sergei Sergey Stanislav Stepan Svyatoslav Taras Timur Vadim Vadym Valentin Valery Valeriy Valerii Vasily
    Vasyl Viktor Vitali Vitaliy Vitalii Vitaly Vladimir Vladislav Vladyslav Volodymyr Vsevolod Vyacheslav Yaroslav Yegor Yevgeny
    Yevhen Yevgeniy Yuri Yuriy Yury Zakhar Aleksey Andriy Andrii
    Aram Ara Ararat Arayik Arman Armen Arsen Artak Artsrun Artur Ashot Avetis Bagrat Davit Edgar Gagik Garegin Garnik Gevorg
    Grigor Hakob Harutyun Hayk Hovhannes Hovik Hrant Karapet Karen Khachatur Levon Mher Mikayel Mkrtich Narek Nikol Norayr Onik
    Robert Ruben Samvel Sargis Sarkis Serzh Suren Tigran Vache Vagharshak Vahan Vahram Vardan Varuzhan Vazgen Vahagn Yeghishe
    Zaven Zohrab
    Anar Araz Azer Elchin Elmar Elnur Eldar Emin Etibar Farid Fikret Hikmet Heydar Ilham Ilgar Isa Jeyhun Kamran Mammad Mubariz
    Namig Natig Orkhan Polad Rasim Rauf Rovshan Sabir Samad Shahin Tofig Togrul Vagif Vugar Vilayat Yashar Zakir Ziya
    Giorgi Irakli Mikheil Bidzina Zviad Levan Nika Vakhtang Zurab Shalva Davit Kakha Tengiz
    Aryeh Avi Avigdor Avraham Ariel Aviv Amos Arye Benny Bezalel Chaim Dani Ehud Elazar Eli Eliezer Eyal Gadi Gideon Gilad Haim
    Herzi Itamar Itzhak Moshe Naftali Nadav Nir Ofer Ophir Oren Ron Reuven Shaul Shimon Shlomo Tzachi Uri Uzi Yaakov Yair Yariv
    Yehuda Yisrael Yitzhak Yoav Yoel Yossi Yuval Zeev Zvi
    Alexis Antonis Apostolos Christos Dimitris Dimitrios Evangelos Giannis Giorgos Ioannis Konstantinos Kostas Kyriakos Nikos
    Nicos Panagiotis Pavlos Panos Petros Spyros Stavros Thanasis Theodoros Vangelis Vasilis Yanis Yannis Yiannis
    Akira Fumio Haruki Hideki Hiroshi Hirokazu Katsuya Kazuo Kenji Kenta Koichi Masahiro Masayoshi Naoto Shigeru Shinzo Shinji
    Takashi Takeshi Taro Toshimitsu Yoshihide Yukio Yoshihiko
    Jinping Jintao Jiabao Keqiang Lijian Qiang Wenbin Xiaoping Zedong Enlai Weiwei Xiaobo Guangcheng Chee-hwa Kin-por
    Jae-in Jae-myung Suk-yeol Myung-bak Moo-hyun Dae-jung Jong-un Jong-il Ki-moon Min-ho Ji-hoon Hyun-woo Sung-min Young-ho
    Ying-jeou Ching-te Wen-je Duc Dung Hieu Hung Minh Nguyen Phuc Trong Tuan`,
  female: `
    Jacinda Kamala Kemi Liz Nikki Tulsi Ilhan Rashida Marjorie Giorgia Ursula Theresa Priti Suella Arlene Nicola Sanna Mette Angela Hillary Usha Melania Ivanka Greta Malala
    Aisha Amal Amina Amira Asma Aya Ayesha Azadeh Bushra Dalia Dina Fadwa Farah Farida Fariba Fatemeh Fatima Fatma Ghada Golnaz Hala
    Hanan Haneen Hanin Hawa Hind Huda Iman Inas Jihan Jamila Jila Khadija Kholoud Lamia Latifa Layla Leila Lina Loujain Lubna Maha Mahsa
    Malala Mahnaz Mariam Maryam Masih Mina Mona Nada Nadia Nadine Naglaa Nahid Najla Narges Nargess Nasrin Nazanin Nawal Neda Noor
    Noura Nour Parvin Parisa Rahaf Rania Rasha Reem Rima Rouhi Sahar Saida Salma Samar Samira Sana Sara Setareh Shadi Shahrzad
    Shaima Shirin Shireen Soheila Sondos Soraya Suha Taraneh Wafa Yasmin Yasmine Zahra Zainab Zeinab Zeynab Zohreh
    Alina Alla Alyona Anastasia Anastasiia Anna Daria Darya Ekaterina Elena Elvira Galina Halyna Hanna Inna Irina Iryna Kateryna
    Katerina Khrystyna Ksenia Larisa Larysa Lesia Lidiya Liudmyla Lyubov Lyudmila Ludmila Margarita Maria Mariia Marina Maryna
    Nadezhda Nadiya Nadiia Nataliya Natalia Nataliia Natalya Oksana Oleksandra Olena Olga Olha Polina Raisa Sofiya Snizhana Svetlana
    Svitlana Tatiana Tatyana Tetiana Tetyana Valentyna Valeriia Viktoria Viktoriia Yana Yekaterina Yelena Yevgenia Yulia Yuliia Zhanna
    Zinaida Zoya
    Anahit Ani Anush Arevik Armine Arpine Astghik Gayane Hasmik Hranush Karine Lilit Lusine Mane Mariam Mari Marine Naira Nane Narine
    Nazeli Nune Ruzanna Satenik Shushan Siranush Sona Susanna Tatev Varduhi Zaruhi
    Aygun Aynur Aysel Gulnar Gulnara Gunay Khadija Lala Lamiya Leyla Mehriban Nargiz Nigar Sabina Sevil Sevinj Turkan Ulviya Zeynab
    Salome Nino Ketevan Tamar Eka Natia Nana Maia Khatia
    Ayelet Galit Gila Limor Meirav Merav Miri Noa Orit Orly Orna Ronit Shelly Shikma Sigal Tamar Tzipi Yael Yifat Zehava
    Aikaterini Anastasia Dora Eirini Eleni Katerina Maria Sofia Vasiliki Zoe
    Akie Haruko Kazuko Keiko Makiko Masako Mieko Naomi Noriko Sanae Satsuki Seiko Yoko Yuriko Yumi
    Ing-wen Geun-hye Kyung-wha Yo-jong Mi-ae Eun-hye Seo-yeon Suu Xiuying Xiaotong Shuai Chunying Linh Lan Huong Thao`,
};

/** What the lists have wrong, or leave open although nearly all bearers in news are of one gender. */
const DECIDED = {
  given: `Alex Ariel Ashley Cameron Charlie Courtney Dana Frankie Jackie Jamie Jessie Jo Kelly Lee Leslie Lindsay Lindsey Logan Lynn Marion
    Morgan Noor Nour Quinn Riley Sam Sasha Shannon Shelby Stacy Terry Tracy Whitney Iman Amal Shadi`,
  given_he: 'Anar Eli Imran Laurence Luca Nikola Sidney Teddy',
  given_she: 'Carol Karen Linda Lois Olga Vivian Vivien Habiba Lilian Jocelyn',
};

/**
 * Names that at the head of a sentence, or by themselves, are mostly something else in news: ordinary words, months, ranks,
 * surnames of the much named, places. Found by counting each name in news with and without its capital.
 */
const OTHERWISE = new Set(
  `
  Ace Ada Ado Akin Come Hung Aba Ally Alone Alpha Amen Amid Among Anal Angel Ante April Arch Arcade Aren Art Ascension Astride August Aura Baba Baby Bars
  Baron Bay Beat Bell Bent Birdie Bishop Blaze Bless Blessing Brain Brook Buck Can Chance Charity Chase Christ Christian COmfort Comfort
  Conception Constant Cook Coy Crystal Dada Dame Dawn Dea Deacon Destiny Diamond Dies Divine Dock Drew Duke Dusty Ea Earnest Ede Edd El
  Else Emerald Emir Era Ethyl Eve Even Fae Faith Fares Favour Fedora Feline Fine Flip Floor Forest Foster Franc Friday Gad Gala Garrison
  General Gift Glory Golden Goodness Grace Grant Green Gun Guru Gust Guy Harmony Haven Heaven Holy Honest Honor Hope Hyacinth Idea Imam
  Innocent Isis Islam Ivory Jail Jan Jazz Jet Jewel Job Joy Judge June July Junior Justice Kick Kin King Lane Lava Lean Legend Liberty Lien
  Line Lion Loan Lone Lore Lot Love Loyal Loyalty Mac Majesty Major Mama Mar Marine Mart Martial Mas Mate Maverick May Melody Mercedes Mercy
  Messiah Meta Mile Miles Mine Mink Miracle Mode Modest Monday Moon Nail Name Naval Neo Nine Noble Octave Olive Oral Otter Pat Patience Pave Peace
  Pearl Peer Per Pie Pink Pip Pit Pol Poppy Porter Praise Precious Price Prince Princess Promise Prosper Queen Rain Ransom Rein Rich Riff Rim
  River Rob Rock Rocky Rose Rover Royal Royalty Rusty Said Saint Salvo Sandy Santa Santos Savin Serenity Server Sincere Sister Skipped Sky Soda
  Sky Sol Son Star Sterling Stone Storm Su Sue Summer Sun Sunday Sunny Tea Thursday Ties Till Toke Tone Tore Toy Trace True Truth Tuba Unique
  Urban Valentine Valid Van Victory Vital Wage War Ward Wednesday Will Willow Wolf Yoga Zion Dior Armani Porsche Chanel Bentley Lexus Aston Ford
  Dee Best Bar Bard Bat Cap Cash Cat Code Cool Crew Cruise Deal Den Do Fe Flow Fox Free Gray Grey Hurricane Ice Ivy Jade Karma Key Lake Law Leaf
  Les Lay Lily Magic Man Many Mars Marvel More Most News Night North Not Now Ocean On Page Park Pay Phoenix Post Power Ram Rafters Red Reef Rise
  Rio Roe Ruby Sea See Seven Shy Sin Six Skip So Song Soul Spring Still Sweet Tame Temple The This Time Titan Tune Two Us Vale Vice Victor Violet
  Wait West Win Wit Yes You Zen Ana Ras Ravi-Raj Most Nil Ever Every Ebb Are Odd Bo Wells Win Wynn Worth
  Anderson Bailey Barton Brennan Brown Burgess Carroll Carson Carter Christie Clinton Cortez Cruz Davis Edwards Ferguson Fitzgerald Flynn
  Floyd Ford Gibson Graham Griffin Haley Harris Hayes Hudson Howell Jackson Jefferson Jenkins Johnson Jones Kennedy Kerry Levy Lincoln Maher
  Mattis Mccain Miller Mitchell Monroe Morris Murphy Murray Obama Parker Perry Pierce Pompeo Powell Reagan Reid Reilly Roberts Rogers Sanders
  Smith Stanton Thompson Tillman Trump Turner Walker Warren Washington Williams Wilson Wyman Pence Putin Biden Bush Nixon Truman Sutherland
  Adelaide Africa Alabama Albany Alexandria Amazonia America Andalusia Argentina Arizona Asia Athens Aurora Austin Berlin Bologna Boston
  Bowie Bristol Brittany Brooklyn Burma Cairo California Camden Capri Carolina Catalina Chad Chandler Chelsea Cheyenne China Cleveland Clifton Columbus
  Cuba Dakota Dallas Dayton Delhi Denver Dresden Elgin Everett Florence Florida Florin France Garland Gaza Geneva Genoa Georgia
  Havana Henderson Holland Houston India Indiana Ireland Israel Italia Jamaica Jersey Jerusalem Jordan Kansas Kent Kenya Kingston Kyoto Lafayette
  Lagos Lebanon Libya Lima London Louisiana Lowell Lyon Madison Malta Manila Marietta Maryland Memphis Mexico Milan Milford Missouri Modesto Montana
  Nairobi Nashville Nevada Newton Normandy Novi Odessa Oman Olympia Orlando Oslo Oxford Padua Palermo Palestine Palma Panama Paris Persia Peru
  Petra Quebec Quincy Raleigh Redmond Reno Richmond Roma Rome Salem Salvador Samara Santiago Savannah Scotland Siena Sierra Sofia Somalia Sudan
  Sydney Tirana Toledo Torrance Trenton Trinity Tripoli Tulsa Tunis Turin Turkey Utah Valencia Venice Vernon Verona Vienna Virginia Wales
  Wellington Weston York Zagreb
  American Arab Dane Danish Dutch French German Greek Indian Norman Roman Russian Saxon Scot Slav Spanish Swiss Turk Roman
  Assad Bin Ibn Umm Sheikh Shah Sultan Hajj Mullah Ayatollah Al Mr Mrs Ms Dr Wm Nam`
    .trim()
    .split(/\s+/),
);

const SHAPE = /^\p{Lu}\p{Ll}+(?:['’-]\p{L}+)*$/u;
const listOf = text => text.trim().split(/\s+/);

/** The file of given names; `places` are names of countries, their peoples and capitals. */
export function givenNames({ flow, plain, places }) {
  const of = { male: new Set(), female: new Set(), either: new Set() };
  const seen = new Map();
  const add = (gender, name) => {
    for (const each of [name, plain(name)]) of[gender].add(each);
  };
  const lists = code => Object.entries(allLocales[code].person.first_name ?? {});
  for (const code of [...WHOLE, ...SHARED])
    for (const name of new Set(lists(code).flatMap(([, names]) => names)))
      seen.set(name, (seen.get(name) ?? 0) + 1);
  for (const code of [...WHOLE, ...SHARED])
    for (const [gender, names] of lists(code))
      for (const name of names)
        if (WHOLE.includes(code) || seen.get(name) > 1)
          if (gender in of || code.startsWith('en')) add(gender in of ? gender : 'either', name);
  for (const [gender, names] of Object.entries(OTHERS)) for (const name of listOf(names)) add(gender, name);
  const usable = name => SHAPE.test(name) && !OTHERWISE.has(name) && !places.has(name);
  const all = [...new Set(Object.values(of).flatMap(names => [...names]))].filter(usable);
  const sorted = all.toSorted((a, b) => (a < b ? -1 : 1));
  const decided = new Map(
    Object.entries(DECIDED).flatMap(([key, names]) => listOf(names).map(name => [name, key])),
  );
  const genderOf = name => {
    if (decided.has(name)) return decided.get(name);
    const [he, she] = [of.male.has(name), of.female.has(name)];
    return he === she ? 'given' : he ? 'given_he' : 'given_she';
  };
  const listed = ['given_he', 'given_she', 'given'].map(key =>
    flow(
      key,
      sorted.filter(name => genderOf(name) === key),
      '  ',
    ),
  );
  return `# yaml-language-server: $schema=../schema/roles.json
#
# Written by \`npm run gazetteer\` from the lists of Faker and from lexicons/gazetteer/given-names.mjs: change that, not this.
# Names that are mostly words, surnames or places in news are omitted; one that both men and women have, or whose bearers no list
# tells apart, is under \`given\`.
kind: roles
id: given-names
title: Given names
names:
${listed.join('')}`;
}
