import { z } from 'zod';
import { id, requiredLine, seenVersion } from '../fields.ts';
import { ticketCategoryKey, withoutIdentity } from '../tickets/schemas.ts';
import { namesIdentity } from '../text.ts';
import { MAX_TICKET_TITLE } from '../tickets/limits.ts';

/** Both as they were seen; the later one goes into the earlier one, whichever is named first. */
export const mergeTickets = z.strictObject({
  version: seenVersion,
  otherId: id('另一份工单'),
  otherVersion: seenVersion,
});
export type MergeTickets = z.output<typeof mergeTickets>;

export const announceAtTicket = z.strictObject({
  isWriting: z.boolean({ error: '缺少状态，请刷新页面后重试' }),
});
export type AnnounceAtTicket = z.output<typeof announceAtTicket>;

/** The ticket as it was seen, and what the new one is called. */
export const splitTicket = z.strictObject({
  version: seenVersion,
  title: requiredLine('标题', MAX_TICKET_TITLE).refine((v) => !namesIdentity(v), withoutIdentity('标题')),
  category: ticketCategoryKey,
});
export type SplitTicket = z.output<typeof splitTicket>;
