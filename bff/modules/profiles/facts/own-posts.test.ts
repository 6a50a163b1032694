import { beforeAll, expect, test } from '@jest/globals';
import type { Row } from '../../../contract/form-reading/fields.ts';
import type { Values } from '../../../contract/forms/language.ts';
import { besideRegistry, ownAssociation, ownPostOf } from '../../../contract/profile/own-posts.ts';
import '../../../models.ts';
import { useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { lawyerActor, makeSubmitted, saveRows } from '../../../test/factories/profiles/profile.ts';
import { changeCalls } from '../../../test/factories/profiles/profile-change-calls.ts';
import { profileCalls, signedInLawyer } from '../../../test/factories/profiles/profile-calls.ts';
import { makeFirm, staffActor } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { AuditEntry } from '../../audit/model.ts';
import { appointmentRecords } from '../../registry/records/appointment-records.ts';
import { recordsOf } from '../../registry/records/record-kind.ts';
import { updateRecord } from '../../registry/records/update-record.ts';
import { confirmProfile } from '../../../test/factories/profiles/profile.ts';
import { submitProfile } from '../submitting/submit-profile.ts';
import { withdrawProfile } from '../submitting/withdraw-profile.ts';
import { newKey } from '../../../test/factories/certificate.ts';

/** 律协任职 in our own association: approved, it is the registry's as well. */

useDatabase();
const api = useApi();
const { ask, openOf, pass } = changeCalls(api);
const { decide } = profileCalls(api);
let registrar: string;
let firmId: number;
beforeAll(async () => {
  firmId = (await makeFirm()).id;
  registrar = await staffToken('registrar');
});

const post = (id: string, more: Values = {}): Row => ({
  id,
  values: {
    association: 'city',
    body: '刑事专业委员会',
    position: '委员',
    fromOn: '2021-03-01',
    untilOn: 'present',
    ...more,
  },
});
const registered = async (subjectId: number) => {
  const rows = await recordsOf(appointmentRecords, { subjectKind: 'lawyer', subjectId });
  return rows.map(({ body, position, fromOn, untilOn }) => [body, position, fromOn, untilOn]);
};
const KEPT = ['刑事专业委员会', '委员', '2021-03-01', null];

/** A profile with these posts, which waits. */
async function submittedWith(rows: Row[]) {
  const person = await signedInLawyer(firmId);
  const { lawyerId } = person;
  const { id } = await makeSubmitted(lawyerId);
  const actor = await lawyerActor(lawyerId);
  await withdrawProfile({ actor });
  await saveRows(actor, 'appointments', rows);
  await confirmProfile(actor);
  await submitProfile({ actor, idempotencyKey: newKey() });
  return { ...person, id };
}

test('approved posts of our own association are registered, once, and no others', async () => {
  const other = post('b', { association: 'provincial', body: '省律师代表大会', position: '律师代表' });
  const { lawyerId, id } = await submittedWith([post('a', { documentNo: '江律发〔2021〕8号' }), other]);
  expect(await registered(lawyerId)).toEqual([]);
  expect((await decide(registrar, id)).status).toBe(200);
  expect(await registered(lawyerId)).toEqual([KEPT]);
  const line = await AuditEntry.findOne({ where: { action: 'record.created', targetId: lawyerId } });
  expect(line?.detail).toContain('个人档案审核通过，文号江律发〔2021〕8号');
});

test('what is rejected is not registered', async () => {
  const { lawyerId, id } = await submittedWith([post('a')]);
  await decide(registrar, id, { education: '请上传毕业证书' });
  expect(await registered(lawyerId)).toEqual([]);
});

test('a change that is passed follows in the registry; what staff changed there meanwhile stays', async () => {
  const { as, lawyerId, id } = await submittedWith([post('a')]);
  await decide(registrar, id);
  await ask(as, 'appointments', { untilOn: '2025-12-31' });
  const first = await openOf(lawyerId);
  expect(await registered(lawyerId)).toEqual([KEPT]);
  expect((await pass(registrar, first.id, first.version)).status).toBe(200);
  expect(await registered(lawyerId)).toEqual([['刑事专业委员会', '委员', '2021-03-01', '2025-12-31']]);
  const [record] = await recordsOf(appointmentRecords, { subjectKind: 'lawyer', subjectId: lawyerId });
  const { body, position, fromOn, remark, version } = record!;
  const input = { body, position, fromOn, untilOn: '2024-06-30', remark, version };
  await updateRecord({ actor: staffActor('registrar'), kind: appointmentRecords, id: record!.id, input });
  await ask(as, 'appointments', { untilOn: '2026-01-31' });
  const second = await openOf(lawyerId);
  expect((await pass(registrar, second.id, second.version)).status).toBe(200);
  expect(await registered(lawyerId)).toEqual([['刑事专业委员会', '委员', '2021-03-01', '2024-06-30']]);
});

test('which association is ours, and what is printed once', () => {
  const names = [
    '中华全国律师协会',
    '江苏省律师协会',
    '广西壮族自治区律师协会',
    '江海市律师协会',
    '北京市朝阳区律师协会',
  ];
  expect(names.map(ownAssociation)).toEqual(['acla', 'provincial', 'provincial', 'city', 'branch']);
  const association = '江海市律师协会';
  const [mine, other] = [post('a'), post('b', { association: 'acla' })];
  const known = ownPostOf(mine, association)!;
  expect(besideRegistry([mine, other], [known], association)).toEqual([other]);
  // The control: of another day it is another post.
  expect(besideRegistry([mine], [{ ...known, fromOn: '2021-03-02' }], association)).toEqual([mine]);
});
