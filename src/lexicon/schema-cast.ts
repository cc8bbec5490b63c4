import { z } from 'zod';
import { MEMBER_KINDS, NOBODY } from '../model/cast.js';
import { id, optionalList, text } from './schema-parts.js';

const belongsTo = (what: string) => id.optional().describe(`${what}: the id of a member, or ${NOBODY}`);

/** A file with corrections of the casts of stories, as `parallax cast --out` writes it. */
export const CAST_SCHEMA = z.strictObject({
  kind: z.literal('cast').describe('What sort of file this is'),
  stories: z
    .array(
      z.strictObject({
        story: z.string().describe('The story, as the articles name it'),
        level: z
          .enum(['countries', 'people'])
          .optional()
          .describe(
            'countries: who holds an office counts for the country; people: everybody for themselves',
          ),
        sides: z
          .array(id)
          .min(1, 'expected at least one side')
          .optional()
          .describe('Ids of the members that the story is about, in the order of the pages'),
        members: optionalList(
          z.strictObject({
            id,
            name: text.optional().describe('What reports call it'),
            kind: z.enum(MEMBER_KINDS).optional().describe('What it is'),
            refers: z.enum(['he', 'she', NOBODY]).optional().describe('The pronoun of a person'),
            side: belongsTo('For whom its mentions count'),
            party: belongsTo('Its political party'),
            body: belongsTo('The body that it belongs to'),
            country: belongsTo('Its country'),
            names: optionalList(text, 'Names that are its wherever they stand, as the articles write them'),
            merge: optionalList(id, 'Ids of members that are this one'),
            drop: z.boolean().default(false).describe('true: its names are nobody’s'),
          }),
          'Members to correct; the others stay as they were found',
        ),
      }),
    )
    .describe('Stories to correct; the others stay as they were found'),
});
