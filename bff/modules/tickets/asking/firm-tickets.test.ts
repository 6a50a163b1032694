import { beforeAll, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { MemberActor } from '../../../actor.ts';
import { ticketDeskEndpoints as desk } from '../../../contract/ticket-desk/endpoints.ts';
import { ticketEndpoints as tickets } from '../../../contract/tickets/endpoints.ts';
import type { TicketDetail } from '../../../contract/tickets/replies.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { PNG } from '../../../test/files.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { uploadFile } from '../../files/upload-file.ts';
import { installShippedHolidays } from '../../office-hours/install-years.ts';
import { Lawyer } from '../../registry/model.ts';

useDatabase();
const api = useApi();
let firmId: number;
let firm: string;
let actor: MemberActor;
beforeAll(async () => {
  await installShippedHolidays();
  firmId = (await makeFirm()).id;
  firm = await memberToken({ firmId });
  actor = await memberActor({ firmId });
});
const open = (as: string, more: object) =>
  api.call(tickets.openTicket, {
    as,
    body: {
      category: 'sign_in',
      title: '律师无法登录',
      body: '本所律师更换手机后收不到验证码，无法登录。',
      idempotencyKey: newKey(),
      ...more,
    },
  });

test('a firm asks for one of its lawyers of today; staff see of whom, and who wrote', async () => {
  const lawyer = await makeLawyer({ firmId });
  const { status, json } = await open(firm, { lawyerId: lawyer.id });
  expect(status).toBe(200);
  expect(json).toMatchObject({ aboutName: lawyer.name, messages: [{ by: actor.name }] });
  const as = await staffToken('service');
  const seen = await api.call(tickets.showTicket, { as, params: { id: json['id'] as number } });
  expect(seen.json).toMatchObject({ about: { id: lawyer.id, name: lawyer.name }, messages: [{ by: actor.name }] });
  // The lawyer's own account has not asked, and is not shown what the firm wrote.
  const own = await memberToken({ lawyerId: lawyer.id });
  expect((await api.call(tickets.showOwnTicket, { as: own, params: { id: json['id'] as number } })).status).toBe(404);
});

test('what is split off stays about the lawyer of whom the firm has written, where its category is about one person', async () => {
  const lawyer = await makeLawyer({ firmId });
  const { id } = (await open(firm, { lawyerId: lawyer.id })).json as { id: number };
  const more = (body: string) =>
    api.call(tickets.addToTicket, { as: firm, params: { id }, body: { body, idempotencyKey: newKey() } });
  await more('另外，该律师的培训学时没有记入。');
  await more('还有，上周的纸质证明何时可以领取？');
  const as = await staffToken('administrator');
  const madeOf = async (n: number, category: string) => {
    const seen = (await api.call(tickets.showTicket, { as, params: { id } })).json as unknown as TicketDetail;
    const body = { version: seen.version, title: '另一件事', category };
    const params = { id: seen.messages[n]!.id };
    const { json } = await api.call(desk.splitTicket, { as, params, body });
    return (await api.call(tickets.showTicket, { as, params: { id: json['id'] as number } })).json['about'];
  };
  expect(await madeOf(1, 'activity')).toEqual({ id: lawyer.id, name: lawyer.name });
  expect(await madeOf(1, 'certificate')).toBeNull();
});

test('another firm’s lawyer, one who has left, and nobody are refused in the same words', async () => {
  const other = await makeLawyer({ firmId: (await makeFirm()).id });
  const left = await makeLawyer({ firmId });
  await Lawyer.update({ firmId: null }, { where: { id: left.id } });
  for (const lawyerId of [other.id, left.id, 999_999]) {
    const { status, json } = await open(firm, { lawyerId });
    expect([status, json.error?.fields]).toEqual([422, { lawyerId: '请选择本所现在的律师' }]);
  }
  const lawyer = await makeLawyer({ firmId });
  const own = await open(await memberToken({ lawyerId: lawyer.id }), { lawyerId: other.id });
  expect(own.json.error?.fields).toEqual({ lawyerId: '律师本人的工单不用选择律师' });
  const complaint = await open(firm, { category: 'complaint', lawyerId: lawyer.id });
  expect(complaint.json.error?.fields).toEqual({ lawyerId: '该分类不用选择律师' });
});

test('a number in the name of a file is masked before anybody reads it', async () => {
  const name = '林知远11010519491231002X身份证.png';
  expect((await uploadFile({ actor, name, bytes: PNG })).name).toBe('林知远110***********002X身份证.png');
});
