import { beforeAll, expect, test } from '@jest/globals';
import '../../../models.ts';
import { profileEndpoints as profiles } from '../../../contract/profile/endpoints.ts';
import { useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import * as made from '../../../test/factories/profiles/profile.ts';
import { profileCalls, profileOf, signedInLawyer } from '../../../test/factories/profiles/profile-calls.ts';
import { makeFirm } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { ownPng, PNG } from '../../../test/files.ts';
import { AuditEntry } from '../../audit/model.ts';
import { uploadFile } from '../../files/upload-file.ts';

useDatabase();
const api = useApi();
const { own, submit, withdraw, detail, looks } = profileCalls(api);
let firmId: number;
let registrar: string;
beforeAll(async () => {
  firmId = (await makeFirm()).id;
  registrar = await staffToken('registrar');
});

test('files are opened by staff once they are submitted, and each opening is written down for the lawyer', async () => {
  const other = await signedInLawyer(firmId);
  const { id } = await made.makeSubmitted(other.actor.lawyerId);
  const { files } = await detail(registrar, id);
  const open = async (file: string) =>
    (await api.call(profiles.showProfileFile, { as: registrar, params: { id, file } })).status;
  expect(files).toHaveLength(1);
  expect(await open(files[0]!.id)).toBe(200);
  expect(await looks(other.as)).toMatchObject([{ what: '教育经历', reason: '审核所附的证明材料' }]);
  const line = { action: 'profile.section-opened', targetId: id };
  expect(await AuditEntry.count({ where: line })).toBe(1);
  // What is taken back, and what is put into the draft afterwards, is the lawyer's alone until it is submitted.
  await withdraw(other.as);
  const { token } = await uploadFile({ actor: other.actor, name: '身份证.png', bytes: PNG });
  await made.saveRows(other.actor, 'documents', [{ id: 'd2', values: { kind: 'identity', files: [token] } }]);
  expect((await detail(registrar, id)).files).toEqual([]);
  for (const file of [token, files[0]!.id]) expect(await open(file)).toBe(404);
  expect((await own(other.as)).files.map((file) => file.id)).toContain(token);
});

test('an identity document is opened one at a time, each for a reason that the lawyer reads', async () => {
  const person = await signedInLawyer(firmId);
  await made.fillProfile(person.actor);
  const [licence, card] = await Promise.all(
    ['执业证.png', '身份证.png'].map((name) => uploadFile({ actor: person.actor, name, bytes: ownPng() })),
  );
  await made.saveRows(person.actor, 'documents', [
    { id: 'd1', values: { kind: 'licence', files: [licence!.token] } },
    { id: 'd2', values: { kind: 'identity', files: [card!.token] } },
  ]);
  await made.confirmProfile(person.actor);
  const { id } = (await submit(person.as)).status === 200 ? await profileOf(person.lawyerId) : { id: 0 };
  const open = async (file: string) =>
    (await api.call(profiles.showProfileFile, { as: registrar, params: { id, file } })).status;
  const openFor = (reason: string) =>
    api.call(profiles.openProfileIdentity, { as: registrar, params: { id, file: card!.token }, body: { reason } });
  expect([await open(licence!.token), await open(card!.token)]).toEqual([200, 403]);
  expect((await openFor('看')).status).toBe(422);
  expect((await openFor('核对证件号码是否换发')).status).toBe(200);
  expect(await looks(person.as)).toMatchObject([
    { what: '证明材料', reason: '核对证件号码是否换发' },
    { what: '证明材料' },
  ]);
});
