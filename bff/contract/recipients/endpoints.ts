import type { LookUpRecipient, ReadmitRecipient, StopMail } from './schemas.ts';
import type { MailStopReply, RecipientReply } from './replies.ts';
import { endpoint } from '../endpoint.ts';

export type * from './replies.ts';

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
