import { expect, test } from '@jest/globals';
import { correctionEndpoints } from '../../../contract/corrections/endpoints.ts';
import { ticketEndpoints } from '../../../contract/tickets/endpoints.ts';
import { up } from '../../../migrations/20261201-31-corrections-in-tickets.ts';
import { database } from '../../../platform/db/database.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { makeCorrection } from '../../../test/factories/correction.ts';
import { makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { PNG } from '../../../test/files.ts';
import { useOffice } from '../../../test/office.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { Upload } from '../../files/model.ts';
import { uploadFile } from '../../files/upload-file.ts';
import type { CorrectionRequest } from '../../registry/corrections/correction-model.ts';
import { readLawyerFacts } from '../../registry/facts/read-registry-facts.ts';
import { TimelineLine } from '../../timeline/model.ts';
import { adoptEarlierTickets } from '../clocks/adopt-earlier-tickets.ts';
import { Ticket, TicketMessage } from '../model.ts';

useOffice();
const api = useApi();

/** A request as it was kept before there were tickets: with a file and a line of its own, and no ticket. */
async function ofOld(firmId: number, more: Partial<CorrectionRequest> = {}): Promise<CorrectionRequest> {
  const actor = await memberActor({ firmId });
  const { token } = await uploadFile({ actor, name: '决定书.png', bytes: PNG });
  const request = await makeCorrection(actor);
  const { ticketId } = request;
  await Upload.update({ ownerKind: 'correction', ownerId: request.id }, { where: { token } });
  await TicketMessage.destroy({ where: { ticketId } });
  await Ticket.destroy({ where: { id: ticketId } });
  await TimelineLine.update(
    { subjectKind: 'correction', subjectId: request.id, event: 'requested' },
    { where: { subjectKind: 'ticket', subjectId: ticketId } },
  );
  if (Object.keys(more).length > 0) await request.update(more);
  await database.sequelize.query('UPDATE correction_requests SET ticket_id = NULL, ticket_number = NULL WHERE id = ?', {
    replacements: [request.id],
  });
  return request;
}

test('every request of old becomes a ticket with its words, files, history and answer; begun again, once', async () => {
  const [first, second] = [await makeFirm(), await makeFirm()];
  const lawyer = await makeLawyer({ firmId: first.id });
  const open = await ofOld(first.id);
  const over = await ofOld(second.id, {
    state: 'refused',
    openKey: null,
    opinion: '与许可证一致',
    endedByName: '陆明章',
    endedAt: open.requestedAt + 1000,
  });
  const q = database.sequelize.getQueryInterface();
  await up(q);
  const before = await Ticket.count();
  await up(q);
  expect(await Ticket.count()).toBe(before);
  // As at every start.
  await adoptEarlierTickets();
  await Promise.all([open.reload(), over.reload()]);

  const as = await memberToken({ firmId: first.id });
  expect((await api.call(correctionEndpoints.findOwnCorrection, { as, params: { id: open.id } })).json).toEqual({
    ticketId: open.ticketId,
  });
  const own = await api.call(ticketEndpoints.showOwnTicket, { as, params: { id: open.ticketId } });
  expect(own.json).toMatchObject({
    number: open.ticketNumber,
    category: 'registry',
    state: 'waiting',
    messages: [{ body: '去年已迁入新址', isMembers: true, attachments: [{ name: '决定书.png' }] }],
    timeline: [{ event: 'opened' }],
    can: { add: true, cancel: true },
  });
  expect(own.json['number']).toMatch(/^G\d{10,}$/);
  const registrar = await staffToken('registrar');
  const { json } = await api.call(ticketEndpoints.listTickets, { as: registrar });
  expect((json['items'] as { id: number }[]).map(({ id }) => id)).toContain(open.ticketId);
  const [facts] = await readLawyerFacts([lawyer.id]);
  expect(facts?.firmPendingChange).toBe(`会员申请更正办公地址（工单${open.ticketNumber}）`);

  const told = await api.call(ticketEndpoints.showOwnTicket, {
    as: await memberToken({ firmId: second.id }),
    params: { id: over.ticketId },
  });
  expect(told.json).toMatchObject({
    state: 'closed',
    messages: [{ isMembers: true }, { isMembers: false, body: '与许可证一致' }],
    can: { add: false, cancel: false },
  });
});
