import { z } from 'zod';
import { PARTY_KINDS } from '../model/lexicon.js';
import { day, except, form, forms, id, lexicon, optionalList, role, text } from './schema-parts.js';

/** What a party and what extends one list. */
const listed = {
  names: optionalList(form, 'Its names: Ruritania, Kingdom of Ruritania'),
  demonyms: optionalList(form, 'Its people, and what is theirs: Ruritanian, Ruritanians'),
  tags: optionalList(form, 'Letters by which articles mark its members: R in (R-Ohio)'),
  seats: optionalList(
    form,
    'Capitals and seats of government; counted only where they can stand for the government',
  ),
  bodies: optionalList(
    z.strictObject({ name: text, role, forms }),
    'Ministries, armies, news agencies that speak and act for it',
  ),
  people: optionalList(
    z.strictObject({
      name: text,
      role,
      office: text.optional(),
      terms: optionalList(
        z.tuple([day, day.optional()]),
        'Terms of office, [from, to] or [from]: outside these a person does not stand for the country. By default always',
      ),
      party: id.optional().describe('The political party that the person belongs to'),
      refers: z.enum(['he', 'she']).optional().describe('The pronoun by which articles refer to the person'),
      forms,
    }),
    'People who speak and act for it',
  ),
  except,
};

const partySchema = z.strictObject({
  id: id.describe(
    'What data and other lexicons call the party. In a file of your own the id of one of the package replaces that one; "extends" instead of it adds to that one',
  ),
  name: text.describe('The name of the party in reports'),
  kind: z
    .enum(PARTY_KINDS)
    .default('group')
    .describe(
      'What it is: office-holders stand for countries and territories, members for political parties',
    ),
  of: id.optional().describe('The country that a political party, a territory or a body belongs to'),
  ...listed,
});

const partyExtensionSchema = z.strictObject({
  extends: text.describe('The id or the name of a party of another file, to which this adds what it lists'),
  ...listed,
});

export const partiesSchema = lexicon('parties', {
  parties: z
    .array(z.union([partySchema, partyExtensionSchema]))
    .default([])
    .describe('The sides, each with the names by which it is known; and more names for those of other files'),
  collectives: optionalList(
    z.strictObject({ id, name: text, forms, except }),
    'Several parties named together, counted together',
  ),
  rivals: optionalList(
    z.tuple([id, id]),
    'Parties that oppose each other: where the adjective, the capital or the leader of one is listed, so are those of the other',
  ),
});
