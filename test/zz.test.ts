import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadLexicons } from '../src/lexicon/load.js';
import { parse } from '../src/parse/index.js';
import { covers } from '../src/model/article.js';
const lexicons = await loadLexicons();
const articleOf = (text: string) => ({ id: 'a', outlet: 'G', story: '', language: 'en', path: 'a.md', text, firstLine: 1, extra: {} });
const words = fc.constantFrom('The','minister','said','he','would','not','Mr.','U.S.','Sept.','27','Ph.D.','a.m.','Rev.','don’t',"world's",'Ankara’s','co-operate','peace','2,500','talks','No.','Azerbaijan','Baku','“we','agree”','"never','again"',"'tis",'(CPP','Photo)','café','cafe\u0301','n\u0303','e\u0301\u0302','\u{1F600}','\u{1F468}\u200D\u{1F469}\u200D\u{1F467}','🇦🇲','\u0301','#hash','@name','a.b','http://x.org/a?b=1','x@y.org','…','...','—','–','--','$5m','5%','½','ﬁre','Ｆ','ß','İstanbul','/','*','_','**bold**','[link](http://a.b)','<b>','</p>','1.','1)','«oui»','„ja“','I’m','can’t','gonna','\u00AD','co\u00ADop','\uFEFF','\u200B','\u2060','\uD83D','\uDE00','\u0000','\u0085','\uFFFD','.','!','?','?!',';',':',',','"','”','“','’','‘',"'",'(',')','&','<','>','%');
const gaps = fc.constantFrom(' ',' ',' ',' ',' ','  ','     ','','\n','\n\n','\n\n\n','\r\n','\r\n\r\n','\r','\u00A0','\u000B','\u000C','\u1680','\u2000','\u2001','\u2002','\u2003','\u2004','\u2005','\u2006','\u2007','\u2008','\u2009','\u200A','\u2028','\u2029','\u202F','\u205F','\u3000','\uFEFF','\t',' — ');
const texts = fc.array(fc.tuple(words, gaps), {minLength:0,maxLength:120,size:"max"}).map(p => p.map(([a,b])=>a+b).join(''));
it('fuzz', () => {
  fc.assert(fc.property(texts, text => {
    const doc = parse(articleOf(text), lexicons);
    let done = 0;
    expect(doc.prose.length).toBe(text.length);
    for (let i = 0; i < doc.tokens.length; i++) {
      const [s, e] = [doc.tokens.start[i]!, doc.tokens.end[i]!];
      expect(doc.tokens.text[i]).toBe(text.slice(s, e));
      expect(s).toBeGreaterThanOrEqual(done);
      done = e;
      const sen = doc.sentences[doc.tokens.sentence[i]!]!;
      expect(covers(sen.span, {start: s, end: e})).toBe(true);
    }
    for (const s of doc.sentences) expect(covers(doc.paragraphs[s.paragraph]!, s.span)).toBe(true);
  }), { numRuns: 60000, endOnFailure: false });
}, 300000);
it('fuzz2', () => {
  fc.assert(fc.property(fc.string({unit:'binary', maxLength: 200}), text => {
    const doc = parse(articleOf(text), lexicons);
    for (let i = 0; i < doc.tokens.length; i++) expect(doc.prose.slice(doc.tokens.start[i]!, doc.tokens.end[i]!)).toBe(doc.tokens.text[i]);
  }), { numRuns: 20000 });
  fc.assert(fc.property(fc.string({unit:fc.constantFrom(...'\n<>[]()*_#-"“”\'’ab AB.!?/\\`&;@:x12—'.split('')), maxLength: 120}), text => {
    const doc = parse(articleOf(text), lexicons);
    for (let i = 0; i < doc.tokens.length; i++) expect(text.slice(doc.tokens.start[i]!, doc.tokens.end[i]!)).toBe(doc.tokens.text[i]);
  }), { numRuns: 40000 });
}, 300000);
