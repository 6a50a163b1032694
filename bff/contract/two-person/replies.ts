import { z } from 'zod';
import { sentAccess } from '../accounts/replies.ts';
import { CHANGE_KINDS, CHANGE_STATES } from './enums.ts';
import { instant, oneOf, reply } from '../reply-parts.ts';

/** A change that takes two persons, as administrators see it. */
export const changeRow = reply('ChangeRow', {
  id: z.int(),
  kind: oneOf(CHANGE_KINDS),
  state: oneOf(CHANGE_STATES),
  /** What it is about, in words. */
  target: z.string(),
  before: z.string(),
  after: z.string(),
  requestedBy: z.string(),
  requestedAt: instant,
  expiresAt: instant,
  decidedBy: z.string(),
  decidedAt: instant.nullable(),
  /** Why the second person did not agree; empty otherwise. */
  reason: z.string(),
  /** The certificate type it is about; null: about something else. */
  typeId: z.int().nullable(),
  can: z.strictObject({
    confirm: z.boolean(),
    decline: z.boolean(),
    withdraw: z.boolean(),
  }),
});
export type ChangeRow = z.infer<typeof changeRow>;

/** The answer of an act that does nothing until a second person confirms it. */
export const waiting = reply('Waiting', {
  waiting: changeRow,
});
export type Waiting = z.infer<typeof waiting>;

export const changesReply = reply('ChangesReply', {
  /** What waits, and the latest that is over. */
  items: z.array(changeRow),
  /** Open accounts of administrators: with one there is nobody to confirm. */
  administrators: z.int(),
});
export type ChangesReply = z.infer<typeof changesReply>;

export const confirmedChange = reply('ConfirmedChange', {
  change: changeRow,
  /** Of a new account or a new password: where its code was mailed. */
  given: sentAccess.nullable(),
});
export type ConfirmedChange = z.infer<typeof confirmedChange>;
