import { z } from 'zod';
import { instant, oneOf, reply } from '../reply-parts.ts';
import { AUDIENCES } from './enums.ts';

/** What would be sent, to how many, and in which ways. */
export const rosterPreview = reply('RosterPreview', {
  count: z.int(),
  /** Of them, who has an address and has not turned such mails off. */
  byMail: z.int(),
  /** Who has no address, or wants no mails: the inbox alone. */
  withoutAddress: z.int(),
  declined: z.int(),
  /** Messages that may still be sent today. */
  left: z.int(),
  /** As the first of them gets it; null: there is nobody. */
  example: z
    .strictObject({
      name: z.string(),
      inboxTitle: z.string(),
      inboxBody: z.string(),
      mailSubject: z.string(),
      mailText: z.string(),
    })
    .nullable(),
});
export type RosterPreview = z.infer<typeof rosterPreview>;

export const rosterMessages = reply('RosterMessages', {
  left: z.int(),
  items: z.array(
    z.strictObject({
      id: z.int(),
      audience: oneOf(AUDIENCES),
      words: z.string(),
      by: z.string(),
      at: instant,
      count: z.int(),
      /** Who has been told so far. */
      told: z.int(),
    }),
  ),
});
export type RosterMessages = z.infer<typeof rosterMessages>;
