import { type Document, visit, type YAMLError } from 'yaml';

/** What is wrong with some YAML, for people who do not know YAML. */
interface YamlFault {
  /** Offset in the text. */
  readonly at: number;
  readonly message: string;
  readonly hint: string;
}

export const QUOTE_WHOLE = 'Put the whole text in quotation marks: "…".';

/** The faults of syntax in a text; where there are none, the aliases without an anchor. */
export function faultsOfYaml(document: Document, text: string): YamlFault[] {
  const errors = firstCauses([...document.errors, ...document.warnings]);
  if (errors.length > 0) return errors.map(error => explained(error, text, document));
  const unresolved: YamlFault[] = [];
  visit(document, {
    Alias(_, node) {
      if (node.resolve(document) === undefined)
        unresolved.push({
          at: node.range?.[0] ?? 0,
          message: 'text may not begin with "*"',
          hint: `Put the whole text in quotation marks: "*${node.source}".`,
        });
    },
  });
  return unresolved;
}

/** One fault of syntax causes others after it: only the first is reported, and duplicate keys, which are independent of it. */
function firstCauses(errors: readonly YAMLError[]): YAMLError[] {
  const inOrder = errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  const twice = inOrder.filter(({ code }) => code === 'DUPLICATE_KEY');
  const first = inOrder.find(({ code }) => code !== 'DUPLICATE_KEY');
  return first === undefined ? twice : [first, ...twice.filter(({ pos }) => pos[0] < first.pos[0])];
}

/** The line that has a fault. */
interface FaultyLine {
  readonly start: number;
  readonly line: string;
  readonly indent: string;
}

function lineAt(text: string, at: number): FaultyLine {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const line = (text.slice(start).split('\n', 1)[0] as string).trimEnd();
  return { start, line, indent: /^[ \t]*/.exec(line)?.[0] ?? '' };
}

const misaligned = ({ start, indent }: FaultyLine): YamlFault => ({
  at: start + indent.length,
  message: 'this line is not aligned with the lines above it',
  hint: 'Keys of one entry begin in the same column, and so do the "- " of one list: count the spaces.',
});

/** Messages that do not depend on the line. */
const FIXED: Readonly<Record<string, Omit<YamlFault, 'at'>>> = {
  BLOCK_IN_FLOW: {
    message: 'there is a list with "- ", or keys on lines of their own, inside "[" or "{"',
    hint: 'Separate entries with commas inside brackets, or close a bracket that is open above.',
  },
  TAG_RESOLVE_FAILED: { message: 'text may not begin with "!"', hint: QUOTE_WHOLE },
  MULTIPLE_DOCS: {
    message: 'a second document begins at this "---"',
    hint: 'A file holds one lexicon: remove the line, or move what follows to a file of its own.',
  },
};

/** What an error of the YAML library comes from. */
function explained(error: YAMLError, text: string, document: Document): YamlFault {
  const at = error.pos[0];
  const place = lineAt(text, at);
  if (place.indent.includes('\t'))
    return {
      at: place.start + place.indent.indexOf('\t'),
      message: 'this line is indented with a tab',
      hint: 'Indent with spaces only: two for each tab.',
    };
  const fixed = FIXED[error.code];
  if (fixed !== undefined) return { at, ...fixed };
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return {
        at,
        message: `the key ${JSON.stringify(/^[^:\s]*/.exec(text.slice(at))?.[0])} appears twice`,
        hint: 'Keep one of the two, with everything that belongs to it.',
      };
    case 'BAD_INDENT':
      return /^Flow/.test(error.message) ? unclosed(error) : misaligned(place);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return at <= place.start + place.indent.length ? misaligned(place) : keyInValue(at, place);
    case 'BAD_SCALAR_START':
      return { at, message: `text may not begin with ${JSON.stringify(text.charAt(at))}`, hint: QUOTE_WHOLE };
    case 'MISSING_CHAR':
      if (/quote/.test(error.message)) return openQuote(at, document);
      break;
    case 'UNEXPECTED_TOKEN':
      return unexpected(error, place);
  }
  if (/Sequence item without/.test(error.message)) return misaligned(place);
  if (/map keys|map values|mplicit key/.test(error.message))
    return {
      at,
      message: 'a key without ": "',
      hint: 'Expected "key: value"; text that runs over several lines must be indented further than its key.',
    };
  return { at, message: error.message, hint: 'Compare the line with a file that passes lexicon check.' };
}

function unclosed({ message, pos }: YAMLError): YamlFault {
  const [open, close] = message.startsWith('Flow map') ? '{}' : '[]';
  return {
    at: pos[0],
    message: `a list or mapping opened with "${open}" above is not closed`,
    hint: `Close it with "${close}". Text that itself begins with "${open}" must be in quotation marks.`,
  };
}

const keyInValue = (at: number, { line }: FaultyLine): YamlFault =>
  /:\s.*:(?:\s|$)/.test(line)
    ? {
        at,
        message: 'there is a second ": " on this line',
        hint: 'Put text that contains a colon and a space in quotation marks: "…".',
      }
    : {
        at,
        message: 'the next line is indented too far to belong with this one',
        hint: 'Keys of one entry begin in the same column: count the spaces.',
      };

/** The quotation mark that opens the text in which the end of the file was reached. */
function openQuote(end: number, document: Document): YamlFault {
  let at = end;
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE') && range && range[0] < end && range[1] >= end) at = range[0];
    },
  });
  return {
    at,
    message: 'this quotation mark is not closed',
    hint: "Close it where the text ends. Inside \"…\" write \\\" for a quotation mark, inside '…' write '' for an apostrophe.",
  };
}

/** What an entry begins with after which the text goes on, once that is closed. */
const CLOSED: Readonly<Record<string, Omit<YamlFault, 'at'>>> = {
  "'": {
    message: 'the text continues after its closing apostrophe',
    hint: "Inside '…' write '' for an apostrophe, or put the text in \"…\".",
  },
  '"': {
    message: 'the text continues after its closing quotation mark',
    hint: "Text that begins with a quotation mark must be quoted as a whole: '…'.",
  },
  ...Object.fromEntries(
    ['[', '{'].map(opened => [
      opened,
      {
        message: `the text continues after the bracket opened with "${opened}" is closed`,
        hint: `Text that begins with "${opened}" must be quoted as a whole: "…".`,
      },
    ]),
  ),
};

function unexpected({ message, pos: [at] }: YAMLError, { line }: FaultyLine): YamlFault {
  if (/block-seq-ind on same line/.test(message))
    return {
      at,
      message: '"- " is on the same line as its key',
      hint: 'Begin the list on the next line, or write it as [one, another].',
    };
  const closed = CLOSED[line.replace(/^[\s-]*(?:[\w-]+:\s+)?/, '').charAt(0)];
  if (closed !== undefined) return { at, ...closed };
  return {
    at,
    message: 'this does not continue what is above it',
    hint: 'Expected "key: value", or "- " before each entry of a list; entries of one list, and keys of one entry, begin in the same column.',
  };
}
