import { beforeAll, expect, test } from '@jest/globals';
import '../../../models.ts';
import { useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { changeCalls } from '../../../test/factories/profiles/profile-change-calls.ts';
import { profileCalls, signedInLawyer } from '../../../test/factories/profiles/profile-calls.ts';
import { makeSubmitted } from '../../../test/factories/profiles/profile.ts';
import { givePassword, makeFirm, staffActor } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { Account } from '../../accounts/model.ts';
import { AuditEntry } from '../../audit/model.ts';
import { ContactChange } from '../../registry/contacts/contact-change-model.ts';
import { FormerContact } from '../../registry/contacts/former-contact-model.ts';
import { takeOverContacts } from '../../registry/contacts/take-over-contacts.ts';
import { readVouchingContacts } from '../../registry/contacts/vouching-contacts.ts';
import { Lawyer } from '../../registry/model.ts';

useDatabase();
const api = useApi();
const { approvedLawyer, archive, ask, openOf, pass, rowsOf } = changeCalls(api);
const { decide, own } = profileCalls(api);
let registrar: string;
let firmId: number;
beforeAll(async () => {
  firmId = (await makeFirm()).id;
  registrar = await staffToken('registrar');
});
/** Somebody who has used the account. */
async function signedIn() {
  const person = await signedInLawyer(firmId);
  await givePassword({ lawyerId: person.lawyerId }, 'lin-zhi-yuan-2026');
  return person;
}
const registered = (id: number) => Lawyer.findByPk(id, { rejectOnEmpty: true });
/** As staff enter it on the registry's own page. */
const enter = (lawyerId: number, wanted: { phone?: string; email?: string }) =>
  transaction((t) => takeOverContacts({ actor: staffActor('registrar'), lawyerId, wanted }, t));
const mobileIn = async (as: string) => rowsOf(await archive(as), 'basic')[0]?.values['mobile'];

test('the first approval writes the contacts into the registry, those from before are kept, the log names none', async () => {
  const person = await signedIn();
  const before = await registered(person.lawyerId);
  const { id } = await makeSubmitted(person.lawyerId);
  expect((await registered(person.lawyerId)).phone).toBe(before.phone);
  await decide(registrar, id);
  const after = await registered(person.lawyerId);
  expect([after.phone, after.email, after.version]).toEqual(['13800138000', 'lin@example.com', before.version + 1]);
  expect(after.phoneChangedAt).not.toBeNull();
  const where = { subjectKind: 'lawyer', subjectId: person.lawyerId, field: 'phone', value: before.phone };
  expect(await FormerContact.count({ where })).toBe(1);
  const line = await AuditEntry.findOne({ where: { action: 'lawyer.updated', targetId: person.lawyerId } });
  expect(line?.detail).toMatch(/^随个人档案更新：手机号：.*→138\*+8000；邮箱：/);
  expect(line?.detail).not.toContain('13800138000');
});

test('an approved profile stays complete when the registry knows its lawyer by another name', async () => {
  const { as, lawyerId } = await approvedLawyer(registrar, firmId);
  await (await registered(lawyerId)).update({ name: '林致远' });
  expect(await own(as)).toMatchObject({ state: 'approved', isConfirmed: false, percent: 100 });
});

test('a mobile that its member changes is written at once, and is the registry’s in the profile', async () => {
  const { as, lawyerId, actor } = await approvedLawyer(registrar, firmId);
  const { version } = await registered(lawyerId);
  await ask(as, 'basic', { mobile: '13900139000', strengths: '海事海商' });
  const after = await registered(lawyerId);
  expect([after.phone, after.version]).toEqual(['13900139000', version + 1]);
  const where = { subjectId: lawyerId, field: 'phone', value: '13800138000' };
  expect(await FormerContact.findOne({ where })).toMatchObject({ changedBy: actor.accountId });
  // Nothing of the contacts changed: nothing is written.
  await ask(as, 'basic', { strengths: '涉外仲裁' });
  expect((await registered(lawyerId)).version).toBe(version + 1);
});

test('what staff enter in the registry is what the profile says, and a change that waited does not take it back', async () => {
  const { as, lawyerId } = await approvedLawyer(registrar, firmId);
  await ask(as, 'basic', { ethnicity: '02' });
  const { id, version } = await openOf(lawyerId);
  await enter(lawyerId, { phone: '13700137000' });
  expect(await mobileIn(as)).toBe('13700137000');
  expect((await pass(registrar, id, version)).status).toBe(200);
  expect([await mobileIn(as), (await registered(lawyerId)).phone]).toEqual(['13700137000', '13700137000']);
  expect(rowsOf(await archive(as), 'basic')[0]?.values['ethnicity']).toBe('02');
});

test('what staff changed while the profile waited for its review stays: the registry wins', async () => {
  const person = await signedIn();
  const { id, submittedAt } = await makeSubmitted(person.lawyerId);
  await enter(person.lawyerId, { phone: '13700137000' });
  await Lawyer.update({ phoneChangedAt: Number(submittedAt) + 1 }, { where: { id: person.lawyerId } });
  await decide(registrar, id);
  const { phone, email } = await registered(person.lawyerId);
  expect([phone, email, await mobileIn(person.as)]).toEqual(['13700137000', 'lin@example.com', '13700137000']);
});

test('what would open an account that nobody has used waits for a second person, and is not in force before', async () => {
  const { as, lawyerId } = await approvedLawyer(registrar, firmId);
  await Account.update({ passwordHash: null }, { where: { lawyerId } });
  expect((await ask(as, 'basic', { mobile: '13900139000' })).json).toMatchObject({ applied: [], confirming: ['手机'] });
  expect([await mobileIn(as), (await registered(lawyerId)).phone]).toEqual(['13800138000', '13800138000']);
  const where = { subjectId: lawyerId, field: 'phone', state: 'waiting' };
  expect(await ContactChange.findOne({ where })).toMatchObject({ newValue: '13900139000' });
});

test('contacts that were changed from within an account vouch for nobody in it', async () => {
  const { as, lawyerId, actor } = await approvedLawyer(registrar, firmId);
  const vouching = () => transaction((t) => readVouchingContacts({ kind: 'lawyer', id: lawyerId }, { notBy: null }, t));
  await ask(as, 'basic', { mobile: '13900139000' });
  const long = clock.now() - 40 * DAY_MS;
  await Lawyer.update({ phoneChangedAt: long, createdAt: long }, { where: { id: lawyerId } });
  expect((await vouching()).phone).toBeNull();
  // The control: had staff entered it, it would.
  await FormerContact.update({ changedBy: 1 }, { where: { subjectId: lawyerId, changedBy: actor.accountId } });
  expect((await vouching()).phone).toBe('13900139000');
});
