import { beforeEach, describe, expect, test } from '@jest/globals';
import { transaction } from '../../../platform/db/database.ts';
import { issue, reject, submit } from '../../../test/factories/certificate.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import type { MemberActor } from '../../../actor.ts';
import { Application } from '../model.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { Message } from '../../outbox/model.ts';
import { tellApplicant } from './tell-applicant.ts';

useOffice();
let actor: MemberActor;
let firmId = 0;
beforeEach(async () => {
  firmId = (await makeFirm()).id;
  actor = await memberActor({ firmId });
});

const inbox = () => InboxEntry.findAll({ where: { memberKind: 'firm', memberId: firmId }, order: ['id'] });
const mails = async (url: string) =>
  (await Message.findAll({ order: ['id'] })).filter(({ data }) => (data['url'] ?? '').endsWith(url));

describe('a member is told', () => {
  test('of a rejection with the opinion, in the inbox and by mail', async () => {
    const { id, number } = await submit(actor, { type: 'firm-other', since: undefined, freeText: '内容' });
    await reject(id, '材料不齐 <b>{{7*7}}');
    const [entry, ...more] = await inbox();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ event: 'rejected', title: '申请未通过', subjectId: id, readAt: null });
    expect(entry?.body).toBe(`您申请的“律所其他类电子证明”（编号 ${number}）未通过审核。审核意见：材料不齐 <b>{{7*7}}`);
    expect(await mails(`id=${id}`)).toMatchObject([
      { recipient: 'post@example.com', template: 'rejected', state: 'waiting' },
    ]);
  });

  test('of an approval once the file is there, and not before', async () => {
    const { id } = await submit(actor);
    expect(await inbox()).toEqual([]);
    await doDueWork();
    expect(await inbox()).toMatchObject([{ event: 'approved', subjectId: id, page: `application?id=${id}` }]);
    expect(await mails(`id=${id}`)).toMatchObject([{ template: 'approved' }]);
  });

  test('in the inbox only where there is no address', async () => {
    const { applicationId } = await issue(actor);
    await Application.update({ email: '' }, { where: { id: applicationId } });
    await transaction((t) => tellApplicant({ event: 'revoked', applicationId, facts: { reason: '登记有误' } }, t));
    expect((await inbox()).map(({ event }) => event)).toEqual(['approved', 'revoked']);
    expect(await mails(`id=${applicationId}`)).toMatchObject([{ template: 'approved' }]);
  });
});

test('what did not happen is not told', async () => {
  const { applicationId } = await issue(actor);
  const failing = transaction(async (t) => {
    await tellApplicant({ event: 'paper_collected', applicationId }, t);
    throw new Error('the act failed');
  });
  await expect(failing).rejects.toThrow('the act failed');
  expect(await inbox()).toHaveLength(1);
  expect(await mails(`id=${applicationId}`)).toHaveLength(1);
});

test('a lawyer of the firm is told of his or her own things only', async () => {
  const lawyer = await makeLawyer({ firmId });
  await issue(actor);
  expect(await InboxEntry.count({ where: { memberKind: 'lawyer', memberId: lawyer.id } })).toBe(0);
});
