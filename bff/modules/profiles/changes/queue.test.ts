import { beforeAll, describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { Row } from '../../../contract/form-reading/fields.ts';
import { profileChangeEndpoints as changes } from '../../../contract/profile-changes/endpoints.ts';
import type { OwnArchive } from '../../../contract/profile-changes/replies.ts';
import { profileEndpoints as profiles } from '../../../contract/profile/endpoints.ts';
import { useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { changeCalls } from '../../../test/factories/profiles/profile-change-calls.ts';
import * as made from '../../../test/factories/profiles/profile.ts';
import { makeFirm } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { readApproved } from '../review/read-approved.ts';
import { Profile } from '../model.ts';

useDatabase();
const api = useApi();
const { approvedLawyer, archive, ask, openOf, rowsOf } = changeCalls(api);
let registrar: string;
let firm: Awaited<ReturnType<typeof makeFirm>>;
beforeAll(async () => {
  firm = await makeFirm();
  registrar = await staffToken('registrar');
});

const queue = async (query: object) =>
  (await api.call(changes.listProfileChanges, { as: registrar, query: query as never })).json['items'] as {
    id: number;
    section: string;
  }[];
const passAll = async (items: { id: number; version: number }[]) =>
  (await api.call(changes.passProfileChanges, { as: registrar, body: { items } })).json['items'];
const BY_HAND = '有存疑或冲突，请打开后审核';

describe('the queue of changes', () => {
  test('is narrowed to a name, a number, a firm, a section and to what is doubtful', async () => {
    const { as, lawyerId } = await approvedLawyer(registrar, firm.id);
    await ask(as, 'education', { college: '法学院' });
    await ask(as, 'work', { employer: '江海市中级人民法院', kind: 'court', position: '法官', department: '' });
    const { id } = await openOf(lawyerId, 'education');
    const found = async (query: object) => (await queue(query)).some((one) => one.id === id);
    expect(await found({ section: 'education' })).toBe(true);
    expect(await found({ section: 'work' })).toBe(false);
    expect(await found({ firm: firm.name.slice(0, 4) })).toBe(true);
    expect(await found({ firm: '没有这家' })).toBe(false);
    expect(await found({ search: '没有此人' })).toBe(false);
    expect(await found({ doubts: 'none' })).toBe(true);
    expect(await found({ doubts: 'some' })).toBe(false);
    expect(await found({ state: 'rejected' })).toBe(false);
  });

  test('passes together what has neither doubts nor conflicts, and says of each what became of it', async () => {
    const [sure, doubtful, amended] = [
      await approvedLawyer(registrar, firm.id),
      await approvedLawyer(registrar, firm.id),
      await approvedLawyer(registrar, firm.id),
    ];
    await ask(sure.as, 'education', { college: '法学院' });
    await ask(doubtful.as, 'basic', { politicalStatus: ['03'] });
    await ask(amended.as, 'education', { college: '法学院' });
    const items = await Promise.all([sure, doubtful, amended].map(({ lawyerId }) => openOf(lawyerId)));
    await ask(amended.as, 'education', { college: '国际法学院' });
    expect(await passAll(items.map(({ id, version }) => ({ id, version })))).toEqual([
      { id: items[0]?.id, failure: '' },
      { id: items[1]?.id, failure: BY_HAND },
      { id: items[2]?.id, failure: '会员刚修改过这份变更，请看过新的内容再审核' },
    ]);
    expect(rowsOf(await archive(sure.as), 'education')[0]?.values['college']).toBe('法学院');
    expect(await passAll([{ id: items[0]!.id, version: items[0]!.version }])).toEqual([
      { id: items[0]?.id, failure: '该变更已审核' },
    ]);
  });
});

describe('个人档案', () => {
  test('keeps showing what was approved while the profile is given back to be mended', async () => {
    const { as, profileId, actor } = await approvedLawyer(registrar, firm.id);
    const { version } = await Profile.findByPk(profileId, { rejectOnEmpty: true });
    const reopened = { version, reason: '学历证书系他人的，请核对' };
    await api.call(profiles.reopenProfile, { as: registrar, params: { id: profileId }, body: reopened });
    await made.saveRows(actor, 'basic', made.basicRows({ strengths: '尚未审核的内容' }));
    const whole = await archive(as);
    expect(whole.bar).toBe('协会已退回修改，请在信息补全中修改后重新提交');
    expect(whole.approvedAt).not.toBeNull();
    expect(JSON.stringify(whole.sections)).not.toContain('尚未审核的内容');
  });

  test('shows a change that waits on what is in force now, and a decided one as it was asked for', async () => {
    const { as, lawyerId } = await approvedLawyer(registrar, firm.id);
    await ask(as, 'basic', { ethnicity: '02', mobile: '13900139000' });
    const change = (await archive(as)).changes[0] as OwnArchive['changes'][number];
    const values = (rows: readonly Row[]) => [rows[0]?.values['ethnicity'], rows[0]?.values['mobile']];
    expect(values(change.before)).toEqual(['01', '13900139000']);
    expect(values(change.rows)).toEqual(['02', '13900139000']);
    const { id, version } = await openOf(lawyerId);
    const body = { version, verdict: 'reject' as const, opinion: '民族与身份证不一致，请核对' };
    await api.call(changes.decideProfileChange, { as: registrar, params: { id }, body });
    expect((await archive(as)).changes[0]).toMatchObject({
      state: 'rejected',
      opinion: '民族与身份证不一致，请核对',
      before: [{ values: { ethnicity: '01' } }],
      rows: [{ values: { ethnicity: '02' } }],
    });
  });
});

test('what took effect is what the form is made of, with the day on which it did', async () => {
  const { as, profileId } = await approvedLawyer(registrar, firm.id);
  const before = await Profile.findByPk(profileId, { rejectOnEmpty: true });
  await ask(as, 'basic', { strengths: '海事海商' });
  const after = await Profile.findByPk(profileId, { rejectOnEmpty: true });
  expect(after.approvedSnapshotId).not.toBe(before.approvedSnapshotId);
  const approved = await readApproved(after.approvedSnapshotId ?? 0);
  expect(approved?.sections.basic?.rows[0]?.values['strengths']).toBe('海事海商');
});
