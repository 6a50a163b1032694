import { beforeEach, expect, test } from '@jest/globals';
import { noticeChoiceEndpoints, type NoticeChoices } from '../../contract/notice-choices/endpoints.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { reject, submit } from '../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor } from '../../test/factories/registry.ts';
import { useOffice } from '../../test/office.ts';
import { Message } from '../outbox/model.ts';
import { NoticeChoice } from './choice-model.ts';
import { InboxEntry } from './model.ts';

useOffice();
const api = useApi();
let firmId: number;
let as: string;
beforeEach(async () => {
  firmId = (await makeFirm()).id;
  as = await memberToken({ firmId });
});

const choose = (body: object) => api.call(noticeChoiceEndpoints.chooseNotice, { as, body });
const told = async () => {
  const actor = await memberActor({ firmId });
  const before = await Message.count();
  const { id } = await submit(actor, { type: 'firm-other', since: undefined, freeText: '内容' });
  await reject(id, '不符合规定');
  return {
    mails: (await Message.count()) - before,
    inbox: await InboxEntry.count({ where: { memberKind: 'firm', memberId: firmId } }),
  };
};

test('who has chosen nothing is told by mail as well; who wants none is told in the inbox all the same', async () => {
  expect(await told()).toEqual({ mails: 1, inbox: 1 });
  expect((await choose({ kind: 'certificate', byMail: false, byWechat: true })).status).toBe(200);
  expect(await told()).toEqual({ mails: 0, inbox: 2 });
  // Of another kind nothing was said.
  await choose({ kind: 'ticket', byMail: false, byWechat: true });
  await choose({ kind: 'certificate', byMail: true, byWechat: true });
  expect(await told()).toEqual({ mails: 1, inbox: 3 });
  expect(await NoticeChoice.count({ where: { memberId: firmId } })).toBe(2);
});

test('each member chooses of what concerns it, and for nobody else', async () => {
  const { json } = await choose({ kind: 'bulk', byMail: false, byWechat: true });
  expect((json as unknown as NoticeChoices).items).toEqual([
    { kind: 'certificate', byMail: true, byWechat: true },
    { kind: 'bulk', byMail: false, byWechat: null },
    { kind: 'ticket', byMail: true, byWechat: true },
  ]);
  const lawyer = await memberToken({ lawyerId: (await makeLawyer({ firmId })).id });
  const own = await api.call(noticeChoiceEndpoints.listNoticeChoices, { as: lawyer });
  expect((own.json as unknown as NoticeChoices).items.every(({ byMail }) => byMail)).toBe(true);
  expect((await choose({ kind: 'unknown', byMail: false, byWechat: true })).status).toBe(422);
});
