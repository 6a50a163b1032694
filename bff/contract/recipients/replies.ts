import { z } from 'zod';
import { instant, reply } from '../reply-parts.ts';

/** The page that a stop link opens. */
export const mailStopReply = reply('MailStopReply', {
  /** Mails that members address to this mailbox are not sent any more. */
  isStopped: z.boolean(),
});
export type MailStopReply = z.infer<typeof mailStopReply>;

/** How a mailbox stands, for staff. */
export const recipientReply = reply('RecipientReply', {
  /** Since when its owner wants no more mails; null: mails go out. */
  stoppedAt: instant.nullable(),
  /** Mails to it today, over all accounts that have not confirmed it. */
  sentToday: z.int(),
  dayLimit: z.int(),
});
export type RecipientReply = z.infer<typeof recipientReply>;
