import type { Transaction } from 'sequelize';
import { CLAIM_STATES } from '../../contract/external-hours/enums.ts';
import { INBOX_EVENTS } from '../../contract/notifications/enums.ts';
import { env } from '../../env.ts';
import { ofHoursClaim } from '../../subject.ts';
import { tell } from '../notifications/tell.ts';
import { composeLine } from '../outbox/compose-mail.ts';
import { findLawyer } from '../registry/lawyers/find-lawyer.ts';
import type { HoursClaim } from './model.ts';

/** Tells a lawyer what became of a claim, in the inbox and to the registered mailbox. */
export async function tellDecided(claim: HoursClaim, t: Transaction): Promise<void> {
  const event = 'hours_decided';
  const { lawyer } = await findLawyer({ id: claim.lawyerId }, t);
  const { acceptedTenths } = claim;
  const data = {
    applicant: lawyer.name,
    title: claim.title,
    result: `${CLAIM_STATES[claim.state]}${acceptedTenths === null ? '' : `${acceptedTenths / 10}学时`}`,
    opinion: claim.opinion || '无',
    url: `${env.PUBLIC_URL}/external-hours-claim?id=${claim.id}`,
  };
  const words = { title: INBOX_EVENTS[event], body: await composeLine(event, 'inbox.txt', data) };
  const member = { kind: 'lawyer', id: lawyer.id } as const;
  const mail = { recipient: lawyer.email, askedBy: claim.accountId, template: event, data } as const;
  const subject = ofHoursClaim(claim.id);
  const page = `hoursClaim?id=${claim.id}`;
  await tell({ member, event, words, subject, page, ...(lawyer.email !== '' && { mail }) }, t);
}
