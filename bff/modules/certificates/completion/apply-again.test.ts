import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { certificateEndpoints as endpoints } from '../../../contract/certificates/endpoints.ts';
import { startOfShanghaiDay } from '../../../contract/dates.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { approve, issue, reject, submit } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { useOffice } from '../../../test/office.ts';
import { pdfText } from '../../../test/pdf.ts';
import type { MemberActor } from '../../../actor.ts';
import { Firm, Lawyer } from '../../registry/model.ts';
import { Application, CertificateType } from '../model.ts';

useOffice();
const api = useApi();
afterAll(releaseClock);

const OTHER = { type: 'firm-other', since: undefined, freeText: '请证明本所的会费缴纳情况。' } as const;
let firm: { id: number };
let actor: MemberActor;
let member = '';
let stranger = '';
beforeAll(async () => {
  firm = await makeFirm({ name: '江海云岭律师事务所' });
  actor = await memberActor({ firmId: firm.id });
  member = await memberToken({ firmId: firm.id });
  stranger = await memberToken({ firmId: (await makeFirm()).id });
});
const again = async (id: number) => (await api.call(endpoints.showReapplication, { as: member, params: { id } })).json;

describe('an earlier application is asked for once more', () => {
  test('from a rejected one, from a certificate, with nothing to say where nothing has changed', async () => {
    const lawyer = await makeLawyer({ firmId: firm.id });
    const { id } = await submit(actor, OTHER);
    await reject(id);
    expect(await again(id)).toEqual({ type: 'firm-other', lawyers: [], said: [] });
    const { applicationId } = await issue(actor, { type: 'firm-some-lawyers-clean', lawyerIds: [lawyer.id] });
    const { name, licenceNo } = lawyer;
    const lawyers = [{ id: lawyer.id, name, licenceNo }];
    expect(await again(applicationId)).toEqual({ type: 'firm-some-lawyers-clean', lawyers, said: [] });
    const params = { id };
    expect((await api.call(endpoints.showReapplication, { as: stranger, params })).status).toBe(404);
  });

  test('what has changed since is said: a lawyer who left, the name, the type', async () => {
    const [stays, leaves] = [
      await makeLawyer({ firmId: firm.id }),
      await makeLawyer({ firmId: firm.id, name: '江晚晴' }),
    ];
    const lawyerIds = [leaves.id, stays.id];
    const { id } = await submit(actor, { type: 'firm-some-lawyers-clean', lawyerIds });
    await Lawyer.update({ firmId: null }, { where: { id: leaves.id } });
    const named = (await again(id)) as unknown as { lawyers: { id: number }[]; said: string[] };
    expect(named.lawyers.map((one) => one.id)).toEqual([stays.id]);
    expect(named.said).toEqual(['江晚晴已不在本所，没有带入']);
    const type = { where: { code: 'firm-some-lawyers-clean' } };
    await CertificateType.update({ isRetired: true }, type);
    await Application.update({ applicantName: '江海旧名律师事务所' }, { where: { id } });
    expect(await again(id)).toMatchObject({
      type: null,
      said: [
        '“律所+部分律师无行业处分”已停用，请改选其他证明',
        '江晚晴已不在本所，没有带入',
        '申请人名称已由“江海旧名律师事务所”变更为“江海云岭律师事务所”，证明按现在的名称出具',
      ],
    });
    await CertificateType.update({ isRetired: false }, type);
    expect((await Firm.findByPk(firm.id))?.name).toBe('江海云岭律师事务所');
  });
});

describe('while it waits for a person', () => {
  const show = async (id: number) =>
    (await api.call(endpoints.showApplication, { as: member, params: { id } })).json['wait'];
  const preview = (id: number, as = member) => api.call(endpoints.previewWaiting, { as, params: { id } });

  test('the member sees the letter that was sent, until it is decided', async () => {
    const { id } = await submit(actor, OTHER);
    const { status, bytes } = await preview(id);
    expect(status).toBe(200);
    const words = pdfText(bytes).replace(/\s/g, '');
    expect(words).toContain('会费缴纳情况');
    expect(words).toContain('样本');
    expect((await preview(id, stranger)).status).toBe(404);
    await reject(id);
    expect((await preview(id)).status).toBe(409);
  });

  test('and the place in the queue, with the usual time in office hours once there are enough decisions to say one', async () => {
    // A Friday a quarter past five in the afternoon: 45 minutes are left of it.
    const friday = startOfShanghaiDay('2027-03-05') + (17 * 60 + 15) * 60_000;
    freezeClock(friday);
    member = await memberToken({ firmId: firm.id });
    const before = await Application.count({ where: { state: 'pending' } });
    const first = await submit(actor, OTHER);
    const second = await submit(actor, OTHER);
    expect(await show(first.id)).toEqual({ place: before + 1, usual: null });
    expect(await show(second.id)).toEqual({ place: before + 2, usual: null });
    await reject(first.id);
    expect(await show(first.id)).toBeNull();
    expect(await show(second.id)).toMatchObject({ place: before + 1 });
    const decided = [];
    for (let n = 0; n < 20; n++) decided.push((await submit(actor, OTHER)).id);
    // Monday at half past nine: the nights and the weekend were nobody's time.
    freezeClock(startOfShanghaiDay('2027-03-08') + (9 * 60 + 30) * 60_000);
    for (const id of decided) await approve(id);
    member = await memberToken({ firmId: firm.id });
    expect(await show(second.id)).toEqual({ place: before + 1, usual: { minutes: 75, workdayMinutes: 420 } });
  });
});
