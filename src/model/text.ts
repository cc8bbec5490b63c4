/** With a single space for every stretch of white space, line ends too. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** `1 case`, `2 cases`. */
export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

export const percent = (value: number): string => `${Math.round(value * 100)}%`;

/** Two decimals with a sign; a true minus. */
export function signed(value: number): string {
  const digits = Math.abs(value).toFixed(2);
  return Number(digits) === 0 ? digits : `${value < 0 ? '−' : '+'}${digits}`;
}

/** The value that `signed` prints. */
export const rounded = (value: number): number => Math.sign(value) * Number(Math.abs(value).toFixed(2));

const ASCII = /^[\x20-\x7e]*$/;

/** Words as they are told apart in names: small letters without accents, marks and full stops, with a space between. */
export function plainKey(words: readonly string[]): string {
  const joined = (words.length === 1 ? (words[0] as string) : words.join(' ')).toLowerCase();
  const plain = ASCII.test(joined)
    ? joined
    : joined.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’ʼ‘]/g, "'");
  return plain.includes('.') || plain.includes('-') ? plain.replaceAll('.', '').replaceAll('-', ' ') : plain;
}
