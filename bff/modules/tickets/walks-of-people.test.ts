import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { accountEndpoints } from '../../contract/accounts/endpoints.ts';
import { auditEndpoints } from '../../contract/audit/endpoints.ts';
import { staffEndpoints } from '../../contract/staff/endpoints.ts';
import { ticketFileEndpoints as files } from '../../contract/ticket-files/endpoints.ts';
import { ticketDeskEndpoints as desk } from '../../contract/ticket-desk/endpoints.ts';
import { ticketEndpoints as tickets } from '../../contract/tickets/endpoints.ts';
import type { OwnTicket, TicketDetail } from '../../contract/tickets/replies.ts';
import '../../models.ts';
import { advanceClock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { DAY_MS } from '../../contract/dates.ts';
import { decrypt } from '../../platform/crypto/encryption.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { newKey } from '../../test/factories/certificate.ts';
import { givePassword, makeFirm, makeLawyer, memberActor } from '../../test/factories/registry.ts';
import { PNG } from '../../test/files.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { uploadFile } from '../files/upload-file.ts';
import { installShippedHolidays } from '../office-hours/install-years.ts';
import { Message } from '../outbox/model.ts';
import { secretContext } from '../outbox/send-later.ts';
import { listOpenings } from './attachments/list-openings.ts';

/** Walks 4, 5 and 6 of the desk, through the server alone. */
useDatabase();
const api = useApi();
let firmId: number;
beforeAll(async () => {
  await installShippedHolidays();
  firmId = (await makeFirm()).id;
});
afterEach(releaseClock);

const at = (time: string) => freezeClock(`${time.replace(' ', 'T')}:00+08:00`);
async function opened(as: string, more: object): Promise<OwnTicket> {
  const said = { title: '请协助办理', body: '资料见附件，请协助核对办理。', idempotencyKey: newKey(), ...more };
  const answer = await api.call(tickets.openTicket, { as, body: said });
  expect(answer.status).toBe(200);
  return answer.json as unknown as OwnTicket;
}
const seen = async (as: string, id: number) =>
  (await api.call(tickets.showTicket, { as, params: { id } })).json as unknown as TicketDetail;
const read = (as: string, messageId: number, token: string) =>
  api.fetch(`/api/staff/ticket-messages/${messageId}/attachments/${token}`, {
    headers: { authorization: `Bearer ${as}` },
  });

test('4: two tickets with proofs are merged, undone the next day, and nothing is lost', async () => {
  at('2026-11-30 09:00');
  const as = await memberToken({ firmId });
  const actor = await memberActor({ firmId });
  const proof = async (name: string) => (await uploadFile({ actor, name, bytes: PNG })).token;
  const one = await opened(as, { category: 'certificate', attachments: [await proof('回执.png')] });
  const two = await opened(as, { category: 'certificate', attachments: [await proof('截图.png')] });
  const staff = await staffToken('reviewer');
  const before = [await seen(staff, one.id), await seen(staff, two.id)];
  const body = { version: before[0]!.version, otherId: two.id, otherVersion: before[1]!.version };
  expect((await api.call(desk.mergeTickets, { as: staff, params: { id: one.id }, body })).status).toBe(200);
  const joined = await seen(staff, one.id);
  expect(joined.messages.flatMap(({ attachments }) => attachments.map(({ name }) => name))).toEqual([
    '回执.png',
    '截图.png',
  ]);
  advanceClock(DAY_MS);
  const next = await staffToken('reviewer');
  expect((await api.call(desk.unmergeTicket, { as: next, params: { id: two.id } })).status).toBe(200);
  for (const [index, id] of [one.id, two.id].entries()) {
    const { messages, state, dueAt } = await seen(next, id);
    const { messages: said, state: stood, dueAt: due } = before[index]!;
    expect({ messages, state, dueAt }).toEqual({ messages: said, state: stood, dueAt: due });
    const [file] = messages[0]!.attachments;
    expect((await read(next, messages[0]!.id, file!.id)).bytes.equals(PNG)).toBe(true);
  }
});

test('5: a firm asks for a lawyer who cannot sign in; staff reset, the lawyer is told, the firm never sees a code', async () => {
  at('2026-11-30 09:00');
  const firm = await memberToken({ firmId });
  const lawyer = await makeLawyer({ firmId, email: 'lin.zhiyuan@example.com' });
  await givePassword({ lawyerId: lawyer.id }, 'correct horse 1');
  const { id } = await opened(firm, { category: 'sign_in', lawyerId: lawyer.id });
  const staff = await staffToken('service');
  const { about, version } = await seen(staff, id);
  expect(about).toMatchObject({ id: lawyer.id });
  const reset = { kind: 'lawyer', id: lawyer.id, reason: '律所代为求助，已电话核对', by: 'email' };
  const sent = await api.call(staffEndpoints.resetMemberPassword, { as: staff, body: reset });
  expect(sent.status).toBe(200);
  const mail = await Message.findOne({
    where: { template: 'reset_code', recipient: 'lin.zhiyuan@example.com' },
    rejectOnEmpty: true,
  });
  const { code } = JSON.parse(decrypt(mail.secret ?? '', secretContext(mail.id))) as { code: string };
  // Whoever has it sent does not read it either.
  expect(JSON.stringify(sent.json)).not.toContain(code);
  const body = { version, body: '重设密码的验证码已发至律师本人登记的邮箱，请律师本人操作。', next: 'solved' };
  expect((await api.call(tickets.answerTicket, { as: staff, params: { id }, body })).status).toBe(200);
  const own = await api.call(tickets.showOwnTicket, { as: firm, params: { id } });
  expect(own.json).toMatchObject({ state: 'solved' });
  expect(JSON.stringify(own.json)).not.toContain(code);
  // The code went to the lawyer's own address, and nowhere else.
  expect(await Message.count({ where: { template: 'reset_code' } })).toBe(1);
  const next = 'another correct horse 2';
  const done = await api.call(accountEndpoints.resetPassword, { body: { login: lawyer.licenceNo, code, next } });
  expect(done.status).toBe(200);
  const signIn = { login: lawyer.licenceNo, password: next, tokenIn: 'reply' };
  expect((await api.call(accountEndpoints.signIn, { body: signIn })).status).toBe(200);
});

test('6: a member withdraws a wrong identity picture; the auditor and the member see who had opened it', async () => {
  at('2026-11-30 09:00');
  const lawyer = await makeLawyer({ firmId });
  await givePassword({ lawyerId: lawyer.id }, 'correct horse 1');
  const as = await memberToken({ lawyerId: lawyer.id });
  const actor = await memberActor({ lawyerId: lawyer.id });
  const token = (await uploadFile({ actor, name: '家人身份证.png', bytes: PNG })).token;
  const { id, number, messages } = await opened(as, { category: 'name', attachments: [token] });
  const messageId = messages[0]!.id;
  const registrar = await staffToken('registrar');
  expect((await read(registrar, messageId, token)).status).toBe(200);
  expect((await read(await staffToken('finance'), messageId, token)).status).toBe(404);
  const params = { id: messageId, file: token };
  expect((await api.call(files.withdrawTicketFile, { as, params })).status).toBe(200);
  expect((await read(registrar, messageId, token)).status).toBe(409);
  const query = { action: 'ticket.identity-opened', search: number };
  const log = await api.call(auditEndpoints.listAudit, { as: await staffToken('administrator'), query });
  expect(log.json['items']).toMatchObject([{ actor: '陆明章', target: number, detail: '家人身份证.png' }]);
  const openings = await api.call(files.listTicketOpenings, { as });
  expect(openings.json['items']).toMatchObject([{ ticketId: id, number, what: '家人身份证.png' }]);
  expect((openings.json['items'] as { by: string }[])[0]?.by).toMatch(/^会员管理（工号\d{4,}）$/);
  const stranger = await memberActor({ firmId });
  expect((await listOpenings({ actor: stranger })).items).toEqual([]);
});
