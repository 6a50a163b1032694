import { afterAll, beforeAll, expect, test } from '@jest/globals';
import '../../models.ts';
import { FACE_CONSENT_EDITION, type FaceResult } from '../../contract/photos/enums.ts';
import { photoEndpoints as photos } from '../../contract/photos/endpoints.ts';
import type { OwnPhoto } from '../../contract/photos/replies.ts';
import { clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { lawyerActor, makeDraft, photoMember as member, setPhotos } from '../../test/factories/photo.ts';
import { makeLawyer } from '../../test/factories/registry.ts';
import { useSandbox } from '../../test/sandbox.ts';
import { AuditEntry } from '../audit/model.ts';
import { SeparateConsent } from '../privacy/separate-consent-model.ts';
import { Lawyer } from '../registry/model.ts';
import { PhotoCheck } from './model.ts';

useDatabase();
const outside = useSandbox();
const api = useApi();
beforeAll(() => freezeClock(clock.now()));
afterAll(releaseClock);
beforeAll(() => setPhotos());

const own = (answer: { json: unknown }) => answer.json as OwnPhoto;
const agree = (as: string) => api.call(photos.agreeToFaceCheck, { as, body: { edition: FACE_CONSENT_EDITION } });
const compare = (as: string, id: number, headers = {}) =>
  api.call(photos.comparePhoto, { as, params: { id }, headers });
/** Requests that have reached the provider. */
const asked = async () => (await outside.state()).happenings.filter(({ service }) => service === 'face').length;
const matchedOn = async (id: number) => (await Lawyer.findByPk(id, { rejectOnEmpty: true })).identityMatchedOn;

test('nothing is sent before the separate consent; then a pass puts the photo into use and matches the identity', async () => {
  const { as, lawyer, actor } = await member();
  const { id } = await makeDraft(actor);
  const before = await asked();
  const refused = await compare(as, id);
  expect([refused.status, refused.json.error?.message]).toEqual([409, expect.stringContaining('告知书')]);
  expect(await asked()).toBe(before);
  await agree(as);
  const done = own(await compare(as, id));
  expect(await asked()).toBe(before + 1);
  expect(done).toMatchObject({ current: { id, way: 'face' }, draft: null });
  expect(await matchedOn(lawyer.id)).toBe(clock.today());
  const consent = await SeparateConsent.findOne({ where: { accountId: actor.accountId }, rejectOnEmpty: true });
  expect(consent).toMatchObject({ edition: FACE_CONSENT_EDITION, agreedAt: clock.now(), withdrawnAt: null });
  expect(consent.device).not.toBe('');
});

test.each<[string, FaceResult]>([
  ['5', 'no_match'],
  ['6', 'no_face'],
  ['7', 'many_faces'],
  ['8', 'quality'],
  ['9', 'not_found'],
])('a number that ends in %s: %s, in words, and 人工核验 stays open', async (digit, result) => {
  const { as, lawyer, actor } = await member(digit);
  const { id } = await makeDraft(actor);
  await agree(as);
  const { face, draft } = own(await compare(as, id));
  expect([face.last?.result, draft?.id]).toEqual([result, id]);
  expect(await matchedOn(lawyer.id)).toBeNull();
  const count = await asked();
  expect(own(await compare(as, id)).face.last?.result).toBe(result);
  // The same bytes of the same person: the answer that is stored.
  expect(await asked()).toBe(count);
  expect((await api.call(photos.referPhoto, { as, params: { id }, body: {} })).status).toBe(200);
});

test('an outage stops nobody: it is said, it may be tried again, and staff can take it over', async () => {
  const { as, actor } = await member();
  const { id } = await makeDraft(actor);
  await agree(as);
  await outside.command('trouble', { where: 'face', kind: 'error', times: 1 });
  expect(own(await compare(as, id)).face.last?.result).toBe('unavailable');
  await outside.command('calm');
  expect(own(await compare(as, id)).current?.id).toBe(id);
});

test('after five a day nothing is sent any more', async () => {
  const { as, actor } = await member('5');
  await agree(as);
  const before = await asked();
  for (let n = 0; n < 6; n++) {
    const { id } = await makeDraft(actor, { light: 0.8 + n * 0.05 });
    expect((await compare(as, id)).status).toBe(n < 5 ? 200 : 429);
  }
  expect(await asked()).toBe(before + 5);
});

test('two taps ask once', async () => {
  const { as, actor } = await member();
  const { id } = await makeDraft(actor);
  await agree(as);
  const before = await asked();
  await Promise.all([compare(as, id), compare(as, id), compare(as, id)]);
  expect(await asked()).toBe(before + 1);
});

test('not in the mini-program without WeChat’s grant, nor for a foreign passport, nor where the office has not switched it on', async () => {
  const { as, actor } = await member();
  const { id } = await makeDraft(actor);
  await agree(as);
  const headers = { 'user-agent': 'Mozilla/5.0 (iPhone) MicroMessenger/8.0 miniProgram/wx1' };
  const before = await asked();
  expect((await compare(as, id, headers)).json.error?.message).toContain('小程序');
  const foreign = await makeLawyer({ identityKind: 'passport', identityNumber: 'E12345678' });
  const theirs = await makeDraft(await lawyerActor(foreign.id));
  const token = await memberToken({ lawyerId: foreign.id });
  await agree(token);
  expect((await compare(token, theirs.id)).json.error?.message).toContain('居民身份证');
  await setPhotos({ faceOn: false });
  expect((await compare(as, id)).json.error?.message).toContain('没有开通');
  await setPhotos();
  expect(await asked()).toBe(before);
});

test('neither name, number nor picture stand in the log of acts; the consent taken back removes the evidence', async () => {
  const { as, lawyer, actor } = await member();
  const { id } = await makeDraft(actor);
  await agree(as);
  await compare(as, id);
  const [check] = await PhotoCheck.findAll({ where: { lawyerId: lawyer.id } });
  expect(check).toMatchObject({ result: 'pass', transactionNo: expect.stringMatching(/-/) });
  await api.call(photos.withdrawFaceConsent, { as });
  await check!.reload();
  expect(check).toMatchObject({ result: 'pass', transactionNo: null, photoHash: null, subjectHash: null });
  expect(await matchedOn(lawyer.id)).toBe(clock.today());
  const next = await makeDraft(actor);
  expect((await compare(as, next.id)).status).toBe(409);
  const lines = await AuditEntry.findAll({ where: { targetKind: 'lawyer', targetId: lawyer.id } });
  expect(lines.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['photo.consented', 'photo.compared', 'lawyer.identity-matched', 'photo.consent-withdrawn']),
  );
  expect(JSON.stringify(lines)).not.toMatch(/\d{17}[\dX]/);
});
