import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import '../../models.ts';
import { profileFieldEndpoints as endpoints } from '../../contract/profile-fields/endpoints.ts';
import { SHIPPED_POLICY, type ProfilePolicy } from '../../contract/profile-fields/policy.ts';
import { useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { profileCalls, profileOf, sectionOf, signedInLawyer } from '../../test/factories/profiles/profile-calls.ts';
import { fillProfile, makeSubmitted, saveRows } from '../../test/factories/profiles/profile.ts';
import { profileEndpoints as profiles } from '../../contract/profile/endpoints.ts';
import { givePassword, makeFirm } from '../../test/factories/registry.ts';
import { PNG } from '../../test/files.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { AuditEntry } from '../audit/model.ts';
import { uploadFile } from '../files/upload-file.ts';
import { ProfileDecision, ProfileSectionRow } from '../profiles/model.ts';
import { Lawyer } from '../registry/model.ts';

/** What the office asks of profiles besides their fields. */

useDatabase();
const api = useApi();
const { own, submit, confirm, decide, detail } = profileCalls(api);
let admin: string;
let registrar: string;
let firmId: number;
beforeAll(async () => {
  firmId = (await makeFirm()).id;
  admin = await staffToken('administrator');
  registrar = await staffToken('registrar');
});
const current = async () =>
  (await api.call(endpoints.showProfileFields, { as: registrar })).json as unknown as { version: number };
const set = async (policy: Partial<ProfilePolicy>) =>
  api.call(endpoints.saveProfileFields, {
    as: admin,
    body: { version: (await current()).version, fields: {}, policy: { ...SHIPPED_POLICY, ...policy } as never },
  });
beforeEach(() => set({}));

test('documents that are demanded are missed where they are missing; identity documents never are', async () => {
  const person = await signedInLawyer(firmId);
  await fillProfile(person.actor);
  const fault = async () => sectionOf(await own(person.as), 'documents')?.faults['_'];
  expect(await fault()).toBeUndefined();
  expect((await set({ documents: ['licence', 'diploma', 'no_record'] })).status).toBe(200);
  expect(await fault()).toBe('请上传学历证书、无犯罪记录证明');
  const line = await AuditEntry.findOne({ where: { target: '档案字段' }, order: [['id', 'DESC']] });
  expect(line?.detail).toBe(
    '必须上传的证明材料：律师执业证（首页和年度考核页）→律师执业证（首页和年度考核页）、学历证书、无犯罪记录证明',
  );
  await set({ documents: [] });
  expect(await fault()).toBeUndefined();
  expect((await set({ documents: ['identity' as never] })).status).toBe(422);
});

test('社会公益 of a year is measured by what the office has set', async () => {
  const person = await signedInLawyer(firmId);
  await set({ serviceHours: 30, serviceCases: 0 });
  expect((await own(person.as)).serviceGoal).toMatchObject({ hours: 30, cases: 0 });
  expect((await set({ serviceHours: 1_000 })).json.error?.fields).toEqual({
    'policy.serviceHours': '全年公益服务小时数应为0至999之间的整数',
  });
});

/** An approved lawyer whose profile was given back, and who has written in one section of it since. */
async function resubmitted(change: (actor: Awaited<ReturnType<typeof signedInLawyer>>['actor']) => Promise<unknown>) {
  const person = await signedInLawyer(firmId);
  // New contacts of an account that nobody has used wait for a second person.
  await givePassword({ lawyerId: person.lawyerId }, 'lin-zhi-yuan-2026');
  const { id } = await makeSubmitted(person.lawyerId);
  await decide(registrar, id);
  const { version } = await detail(registrar, id);
  const body = { version, reason: '请核对联系方式' };
  await api.call(profiles.reopenProfile, { as: registrar, params: { id }, body });
  await change(person.actor);
  await confirm(person.as);
  expect((await submit(person.as)).status).toBe(200);
  return { ...person, id, state: (await profileOf(person.lawyerId)).state };
}
type Actor = Parameters<Parameters<typeof resubmitted>[0]>[0];
const rowsOf = async ({ lawyerId }: Actor, section: 'basic' | 'education') =>
  (await ProfileSectionRow.findOne({ where: { lawyerId, section }, rejectOnEmpty: true })).data;
const write = (section: 'basic' | 'education', values: object) => async (actor: Actor) =>
  saveRows(
    actor,
    section,
    (await rowsOf(actor, section)).map((row) => ({ ...row, values: { ...row.values, ...values } })),
  );

test('what is not reviewed anyway passes by itself once the office lets it, and the registry follows', async () => {
  const free = write('basic', { mobile: '13900139000', strengths: '公司治理' });
  // Control: as it is shipped, a person decides.
  expect((await resubmitted(free)).state).toBe('waiting');
  await set({ passesByItself: true });
  const { lawyerId, state, as } = await resubmitted(free);
  expect(state).toBe('approved');
  const { approvedSnapshotId } = await profileOf(lawyerId);
  const verdicts = await ProfileDecision.findAll({ where: { snapshotId: approvedSnapshotId ?? 0 } });
  expect(new Set(verdicts.map(({ verdict, byId, byName }) => `${verdict} ${byId} ${byName}`))).toEqual(
    new Set(['pass null 自动审核']),
  );
  const line = await AuditEntry.findOne({ where: { action: 'profile.approved' }, order: [['id', 'DESC']] });
  expect(line).toMatchObject({ accountId: null, actor: '系统' });
  expect((await own(as)).timeline.at(-1)).toMatchObject({ event: 'approved' });
  expect((await Lawyer.findByPk(lawyerId))?.phone).toBe('13900139000');
});

/** Both prove 社会公益, which changes at once, by the same file. */
async function sharing(actor: Actor): Promise<void> {
  for (const one of [(await signedInLawyer(firmId)).actor, actor]) {
    const { token } = await uploadFile({ actor: one, name: '证明.png', bytes: PNG });
    const values = { kind: 'volunteering', title: '普法', fromOn: '2026-01-05', organiser: '街道办', tenths: 20 };
    await saveRows(one, 'publicService', [{ id: 'p1', values: { ...values, files: [token] } }]);
  }
}

test.each<[string, (actor: Actor) => Promise<unknown>]>([
  ['a field that is reviewed', write('basic', { ethnicity: '02' })],
  ['a list that is reviewed', write('education', { college: '法学院' })],
  ['a list that is emptied', (actor) => saveRows(actor, 'family', [])],
  ['a file that another lawyer has handed in, too', sharing],
])('%s waits for a person all the same', async (_, change) => {
  await set({ passesByItself: true });
  expect((await resubmitted(change)).state).toBe('waiting');
});

test('a first submission waits for a person', async () => {
  await set({ passesByItself: true });
  const person = await signedInLawyer(firmId);
  await fillProfile(person.actor);
  await confirm(person.as);
  await submit(person.as);
  expect((await profileOf(person.lawyerId)).state).toBe('waiting');
});
