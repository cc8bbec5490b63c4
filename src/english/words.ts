/**
 * The words of a list, in small letters, as they are looked up: a straight apostrophe stands for the curly one, too.
 *
 * @param list words parted by white space
 */
export const words = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .trim()
      .split(/\s+/)
      .flatMap(word => (word.includes("'") ? [word, word.replace("'", '’')] : [word])),
  );

export const union = (...classes: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(classes.flatMap(each => [...each]));

export const without = (
  from: ReadonlySet<string>,
  ...classes: readonly ReadonlySet<string>[]
): ReadonlySet<string> => new Set([...from].filter(word => !classes.some(each => each.has(word))));
