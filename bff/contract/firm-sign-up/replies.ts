import { z } from 'zod';
import { REGISTRATION_STATES } from '../activities/enums.ts';
import { named } from '../activities/replies.ts';
import { LAWYER_STATUSES } from '../registry/enums.ts';
import { instant, oneOf, reply } from '../reply-parts.ts';

/** What a firm may sign its lawyers up for, the first to close first. */
export const firmActivities = reply('FirmActivities', {
  now: instant,
  /** `fee`: in words, of all groups; `signedUp`: of the own lawyers, those who wait included. */
  items: z.array(z.strictObject({ ...named, fee: z.string(), signedUp: z.int() })),
});
export type FirmActivities = z.infer<typeof firmActivities>;

/** A lawyer of the firm as somebody who could be signed up. */
export const firmCandidate = reply('FirmCandidate', {
  id: z.int(),
  name: z.string(),
  licenceNo: z.string(),
  status: oneOf(LAWYER_STATUSES),
  /** Where the lawyer stands in this activity; null: not signed up. */
  state: oneOf(REGISTRATION_STATES).nullable(),
  /** Why not, for any group; empty: nothing stands against it. */
  unmet: z.array(z.string()),
  /** By group: the conditions of its own that the lawyer does not meet. */
  groups: z.array(z.strictObject({ id: z.int(), unmet: z.array(z.string()) })),
});
export type FirmCandidate = z.infer<typeof firmCandidate>;

/** What came of it, a line for each lawyer in the order that was asked for. */
export const lawyersSignedUp = reply('LawyersSignedUp', {
  lines: z.array(
    z.strictObject({
      lawyerId: z.int(),
      name: z.string(),
      /** null: not signed up, and `reason` says why. */
      state: oneOf(REGISTRATION_STATES).nullable(),
      reason: z.string(),
    }),
  ),
});
export type LawyersSignedUp = z.infer<typeof lawyersSignedUp>;
