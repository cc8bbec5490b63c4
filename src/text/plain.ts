/** Letters with a stroke, which Unicode does not take apart. */
const STROKES: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ə: 'e',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/** Words without accents, capitals and marks; *S.C.* is *sc*, of *Moss’s* there is *moss*. */
export const plainWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad\u200b-\u200d\u2060]/gu, '')
    .toLowerCase()
    .replace(/[øłđıəßæœ]/g, letter => STROKES[letter] as string)
    .replace(/['’ʼ]s?(?!\p{L})/gu, ' ')
    .replace(/(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L}))/gu, '')
    .replace(/(?<=\d)[.,](?=\d)/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];
