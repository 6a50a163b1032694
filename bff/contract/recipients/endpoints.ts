import type { LookUpRecipient, ReadmitRecipient, StopMail } from './schemas.ts';
import { endpoint } from '../endpoint.ts';

/** The page that a stop link opens. */
export interface MailStopReply {
  /** Mails that members address to this mailbox are not sent any more. */
  isStopped: boolean;
}
/** How a mailbox stands, for staff. */
export interface RecipientReply {
  /** Since when its owner wants no more mails; null: mails go out. */
  stoppedAt: string | null;
  /** Mails to it today, over all accounts that have not confirmed it. */
  sentToday: number;
  dayLimit: number;
}

export const recipientEndpoints = {
  readMailStop: endpoint<{ body: StopMail; reply: MailStopReply }>()({
    method: 'POST',
    path: '/mail-stops/state',
    access: 'public',
    summary: 'Whether the mails that a link stops are stopped; changes nothing',
  }),
  stopMail: endpoint<{ body: StopMail; reply: MailStopReply }>()({
    method: 'POST',
    path: '/mail-stops',
    access: 'public',
    summary: 'Stops the mails that members address to the mailbox of the link',
  }),
  lookUpRecipient: endpoint<{ body: LookUpRecipient; reply: RecipientReply }>()({
    method: 'POST',
    path: '/staff/recipients/state',
    access: ['reviewer', 'service'],
    summary: 'Whether a mailbox takes mails of members, and how many it got today',
  }),
  readmitRecipient: endpoint<{ body: ReadmitRecipient; reply: RecipientReply }>()({
    method: 'POST',
    path: '/staff/recipients/readmission',
    access: ['reviewer', 'service'],
    summary: 'Lifts the stop of a mailbox, at the word of its owner; the count of the day begins anew',
  }),
} as const;
