import { beforeAll, expect, test } from '@jest/globals';
import '../../../models.ts';
import { fieldChangeEndpoints as changes } from '../../../contract/field-changes/endpoints.ts';
import { ticketDeskEndpoints as desk } from '../../../contract/ticket-desk/endpoints.ts';
import { ticketEndpoints as tickets } from '../../../contract/tickets/endpoints.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, memberActor } from '../../../test/factories/registry.ts';
import { makeTicket } from '../../../test/factories/ticket.ts';
import { PNG } from '../../../test/files.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { AuditEntry } from '../../audit/model.ts';
import { Upload } from '../../files/model.ts';
import { installShippedHolidays } from '../../office-hours/install-years.ts';
import { Ticket, TicketMessage } from '../model.ts';
import { uploadTicketFile } from './upload-ticket-file.ts';

useDatabase();
const api = useApi();
beforeAll(() => installShippedHolidays());

test('a file is an identity document where staff give the ticket, or a message of it, the category that asks for one', async () => {
  const firmId = (await makeFirm()).id;
  const actor = await memberActor({ firmId });
  const upload = async (name: string) => (await uploadTicketFile({ actor, name, bytes: PNG })).token;
  const [front, back] = [await upload('证件.png'), await upload('证件背面.png')];
  const isMarked = async (token: string) => (await Upload.findOne({ where: { token } }))?.isIdentity;

  const ticket = await makeTicket(actor, { attachments: [front] });
  const { id } = ticket;
  const as = await memberToken({ firmId });
  const body = { body: '另附证件背面。', attachments: [back], idempotencyKey: newKey() };
  await api.call(tickets.addToTicket, { as, params: { id }, body });
  const [first, extra] = await TicketMessage.findAll({ where: { ticketId: id }, order: ['id'] });
  const reviewer = await staffToken('reviewer');

  await (await ticket.reload()).update({ isUnverified: true });
  const part = { version: ticket.version, title: '姓名有误', category: 'name' };
  const made = await api.call(desk.splitTicket, { as: reviewer, params: { id: extra!.id }, body: part });
  expect([await isMarked(front), await isMarked(back)]).toEqual([false, true]);
  // Whose words they are is as unknown as before.
  expect(await Ticket.findByPk(made.json['id'] as number)).toMatchObject({ isUnverified: true });

  await ticket.reload();
  const move = { version: ticket.version, category: 'identity' };
  expect((await api.call(tickets.moveTicket, { as: reviewer, params: { id }, body: move })).status).toBe(200);
  expect(await isMarked(front)).toBe(true);

  const params = { id: first!.id, file: front };
  expect((await api.call(tickets.showTicketFile, { as: await staffToken('registrar'), params })).status).toBe(200);
  expect(await AuditEntry.count({ where: { action: 'ticket.identity-opened', targetId: id } })).toBe(1);
});

test('what proves a correction or a move is an identity document where the member says so', async () => {
  const firmId = (await makeFirm()).id;
  const actor = await memberActor({ firmId });
  const as = await memberToken({ firmId });
  const isMarked = async (token: string) => (await Upload.findOne({ where: { token } }))?.isIdentity;
  const proofs = async () => [
    (await uploadTicketFile({ actor, name: '身份证.png', bytes: PNG })).token,
    (await uploadTicketFile({ actor, name: '执业证.png', bytes: PNG })).token,
  ];
  const said = { reason: '已领取新的执业证，请核对。', wanted: '江海市滨江区新岸路1号', field: 'address' };
  const joining = { reason: said.reason, name: '林知远', licenceNo: '14499209910109999', on: '2026-11-02' };
  for (const [endpoint, body] of [
    [changes.openFieldChange, said],
    [changes.openJoining, joining],
  ] as const) {
    const attachments = await proofs();
    const identityFiles = attachments.slice(0, 1);
    const sent = { ...body, attachments, identityFiles, idempotencyKey: newKey() };
    expect((await api.call(endpoint, { as, body: sent })).status).toBe(200);
    expect([await isMarked(attachments[0]!), await isMarked(attachments[1]!)]).toEqual([true, false]);
  }
});
