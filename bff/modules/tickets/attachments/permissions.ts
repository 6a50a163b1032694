import type { Call } from '../../../test/api.ts';
import { makeTicket } from '../../../test/factories/ticket.ts';
import { memberActor } from '../../../test/factories/registry.ts';
import { PNG } from '../../../test/files.ts';
import type { Cast } from '../../../test/permissions/callers.ts';
import { answer, anyMember, MEMBERS, ownFirm, type Row } from '../../../test/permissions/row.ts';
import { TicketMessage } from '../model.ts';
import { uploadTicketFile } from './upload-ticket-file.ts';

/** A new one each time: what is withdrawn is no longer there. */
async function sent({ firm }: Cast): Promise<Call> {
  const actor = await memberActor({ firmId: firm.id });
  const { token } = await uploadTicketFile({ actor, name: '截图.png', bytes: PNG });
  const ticket = await makeTicket(actor, { attachments: [token] });
  const { id } = await TicketMessage.findOne({ where: { ticketId: ticket.id }, rejectOnEmpty: true });
  return { params: { id, file: token } };
}

/** Members send files, and take their own back. */
export const PERMISSIONS: Record<string, Row> = {
  uploadTicketFile: { realm: 'member', passes: answer(400, ...MEMBERS) },
  listTicketOpenings: { realm: 'member', passes: anyMember },
  withdrawTicketFile: { realm: 'member', passes: ownFirm, hasObject: true, call: sent },
};
