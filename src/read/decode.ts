import { InputError } from '../errors.js';

/**
 * Text of a file's bytes: UTF-8 if they are valid UTF-8, else what a byte-order mark or the page itself declares, else
 * Windows-1252.
 *
 * @throws InputError if the bytes are no text
 */
export async function decode(bytes: Uint8Array, path: string): Promise<string> {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!utf16 && bytes.subarray(0, 65536).includes(0))
    throw new InputError({
      path,
      code: 'not-text',
      message: 'this is not a text file',
      hint: 'Expected Markdown, plain text, JSONL or CSV.',
    });
  if (!utf16)
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      // Not UTF-8: the libraries for other encodings are loaded only now.
    }
  const [{ default: sniff }, { default: iconv }] = await Promise.all([
    import('html-encoding-sniffer'),
    import('iconv-lite'),
  ]);
  return iconv.decode(Buffer.from(bytes), sniff(bytes, { defaultEncoding: 'windows-1252' }));
}
