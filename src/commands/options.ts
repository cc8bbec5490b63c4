/** Options that several commands share. */
export const lexiconOption = {
  array: true,
  type: 'string',
  default: [] as string[],
  requiresArg: true,
  describe: 'More lexicons: a YAML file or a folder of them; may be given several times',
} as const;

export const storyOption = {
  type: 'string',
  requiresArg: true,
  describe: 'Only the articles on this story (their field "story")',
} as const;
