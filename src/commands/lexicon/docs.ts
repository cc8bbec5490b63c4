import type { CommandModule } from 'yargs';
import type { Io } from '../io.js';

/** For developers: writes lexicons/README.md and the JSON Schemas. */
export const docs = (io: Io): CommandModule => ({
  command: 'docs',
  describe: false,
  handler: async () => {
    const [{ renderLexiconDocs }, { writeFiles }, { builtInFolder }] = await Promise.all([
      import('../../lexicon/authoring/docs.js'),
      import('../write.js'),
      import('../../lexicon/sources.js'),
    ]);
    const files = await renderLexiconDocs();
    writeFiles(builtInFolder, files);
    io.note(`${files.size} files written to lexicons\n`);
  },
});
