import { ticketCategory } from '../../../contract/tickets/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { contentHashOf } from '../../../platform/db/submit-once.ts';
import { ofTicket } from '../../../subject.ts';
import { findOpenMember } from '../../accounts/find-open-member.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { createTicket } from '../asking/create-ticket.ts';
import { TicketMessage } from '../model.ts';
import { HelpRequest } from './model.ts';
import { tellOfHelpLater } from './tell-of-help.ts';

const CATEGORY = 'sign_in';
/** Nobody has proved to be the member: neither staff nor the member read of it as the member's own words. */
export const UNVERIFIED = '登录前的求助（未核实身份）';

/**
 * Makes a ticket of the member's out of a request for help, and forgets the request; of a number that nobody has, or whose
 * account is closed, nothing is made.
 */
export async function openHelpTicket(helpRequestId: number): Promise<void> {
  await transaction(async (t) => {
    const request = await HelpRequest.findByPk(helpRequestId, { transaction: t, lock: t.LOCK.UPDATE });
    if (!request) return;
    await request.destroy({ transaction: t });
    const accountId = request.accountId ?? 0;
    const asker = await findOpenMember(accountId, t);
    if (!asker) return;
    const { label } = ticketCategory(CATEGORY);
    const now = clock.now();
    const ticket = await createTicket(
      {
        category: CATEGORY,
        title: '不能登录，请协助',
        askerKind: asker.member.kind,
        askerId: asker.member.id,
        askerName: asker.name,
        accountId,
        contentHash: contentHashOf({ helpRequestId }),
        isUnverified: true,
      },
      t,
    );
    await tellOfHelpLater(ticket.id, t);
    const { number } = ticket;
    const body = `${request.reason}\n\n验证过的手机号：${request.phoneMasked}`;
    const said = { at: now, byKind: 'member', byId: 0, byName: UNVERIFIED, body, idempotencyKey: null } as const;
    await TicketMessage.create({ ticketId: ticket.id, ...said }, { transaction: t });
    await writeEvent({ subject: ofTicket(ticket.id), event: 'opened', by: null, note: UNVERIFIED }, t);
    const line = { action: 'ticket.opened', targetKind: 'ticket', targetId: ticket.id } as const;
    const target = `${number} ${label}`;
    await writeAudit({ actor: null, ...line, target, detail: UNVERIFIED, address: request.address }, t);
  });
}
