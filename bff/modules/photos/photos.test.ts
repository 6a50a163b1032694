import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import '../../models.ts';
import { FACE_CONSENT_EDITION } from '../../contract/photos/enums.ts';
import { photoEndpoints as photos } from '../../contract/photos/endpoints.ts';
import type { OwnPhoto } from '../../contract/photos/replies.ts';
import { photoSettings } from '../../contract/photos/schemas.ts';
import { DAY_MS } from '../../contract/dates.ts';
import { jobs } from '../../jobs.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { runDueJobs } from '../../platform/jobs/worker.ts';
import { storage } from '../../platform/storage/storage.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { endingIn, makeDraft, makePending, photoMember, setPhotos, WHOLE } from '../../test/factories/photo.ts';
import { lawyerData, staffActor } from '../../test/factories/registry.ts';
import { PDF, PNG } from '../../test/files.ts';
import { portraitOf } from '../../test/pictures.ts';
import { useSandbox } from '../../test/sandbox.ts';
import { updateLawyer } from '../registry/lawyers/update-lawyer.ts';
import { Lawyer } from '../registry/model.ts';
import { decidePhoto } from './decide-photo.ts';
import { Photo, PhotoCheck, PhotoUpload } from './model.ts';
import { sweepPhotos } from './retention/sweep-photos.ts';
import { uploadPhoto } from './upload-photo.ts';

useDatabase();
const outside = useSandbox();
const api = useApi();
beforeAll(() => freezeClock(clock.now()));
afterAll(releaseClock);

const registrar = staffActor('registrar');
/** So many bytes of a JPEG that chance does not write them. */
const HEAD = 16;
const member = photoMember;
const own = (answer: { json: unknown }) => answer.json as OwnPhoto;
const compare = (as: string, id: number) => api.call(photos.comparePhoto, { as, params: { id } });
const agree = (as: string) => api.call(photos.agreeToFaceCheck, { as, body: { edition: FACE_CONSENT_EDITION } });
const matchedOn = async (id: number) => (await Lawyer.findByPk(id, { rejectOnEmpty: true })).identityMatchedOn;

async function upload(as: string, bytes: Buffer, name = '照片.jpg') {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  const headers = { authorization: `Bearer ${as}` };
  return api.fetch(`/api${photos.uploadPhoto.path}`, { method: 'POST', headers, body: form });
}

describe('an original', () => {
  test('is cropped by five numbers, and gone when the portrait is handed in', async () => {
    const { as } = await member();
    const original = await portraitOf({ orientation: 6 });
    const { json } = await upload(as, original);
    expect(json).toMatchObject({ width: 1_000, height: 1_500 });
    const cropped = await api.call(photos.cropPhoto, { as, body: { upload: json['upload'], crop: WHOLE } });
    expect(own(cropped).draft).toMatchObject({ state: 'draft', way: null, warnings: [] });
    const { id } = own(cropped).draft!;
    const picture = await api.call(photos.showOwnPicture, { as, params: { id } });
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    expect(picture.bytes.subarray(0, 2).toString('hex')).toBe('ffd8');
    const row = await PhotoUpload.findOne({ where: { token: String(json['upload']) }, rejectOnEmpty: true });
    // At rest neither is a picture.
    const [draft] = await Photo.findAll({ where: { id } });
    const kept = [[row.storageKey, original] as const, [draft!.storageKey, picture.bytes] as const];
    for (const [key, bytes] of kept) expect((await storage.get(key)).includes(bytes.subarray(0, HEAD))).toBe(false);
    await api.call(photos.referPhoto, { as, params: { id }, body: {} });
    expect(await PhotoUpload.findByPk(row.id)).toBeNull();
    expect(await storage.exists(row.storageKey)).toBe(false);
  });

  test('that nothing was done with is gone after a day, not before', async () => {
    const { actor } = await member();
    const { upload: token } = await uploadPhoto({ actor, name: '', bytes: await portraitOf() });
    const row = await PhotoUpload.findOne({ where: { token }, rejectOnEmpty: true });
    const isThere = async () => {
      await runDueJobs({ 'remove-photo-upload': jobs['remove-photo-upload'] });
      return [await storage.exists(row.storageKey), (await PhotoUpload.findByPk(row.id)) !== null];
    };
    advanceClock(DAY_MS - 1_000);
    expect(await isThere()).toEqual([true, true]);
    advanceClock(1_000);
    expect(await isThere()).toEqual([false, false]);
  });

  test.each([
    ['a document', async () => PDF],
    ['a picture that is a document as well', async () => withRemark(await portraitOf(), PDF)],
    ['a page', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['ten bytes', async () => Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['900 megapixels of nothing', async () => bomb()],
  ])('%s is refused in words, and nothing is kept', async (_what, make) => {
    const { as, lawyer } = await member();
    const { status, json } = await upload(as, await make());
    expect(status).toBe(422);
    expect(json.error?.fields?.['file']).toMatch(/照片/);
    expect(await PhotoUpload.count({ where: { lawyerId: lawyer.id } })).toBe(0);
  });

  test('of HEIC says how to take another one', async () => {
    const heic = Buffer.from('0000001c667479706865696300000000', 'hex');
    const { json } = await upload((await member()).as, heic, 'IMG_1.HEIC');
    expect(json.error?.fields?.['file']).toContain('兼容性最佳');
  });

  test('of 16 MB is too large', async () => {
    expect((await upload((await member()).as, Buffer.alloc(16 * 1024 * 1024))).status).toBe(413);
  });

  test.each([
    [{ x: 300 }, 'crop', '裁剪范围无效'],
    [{ w: 0 }, 'crop', '裁剪范围无效'],
    [{ angle: 400 }, 'crop', '裁剪范围无效'],
    [{ w: 330, h: 500 }, 'crop', '像素不足'],
  ])('cropped by %j is refused, and can be cropped again', async (wrong, field, words) => {
    const { as } = await member();
    const { json } = await upload(as, await portraitOf());
    const crop = (numbers: object) =>
      api.call(photos.cropPhoto, { as, body: { upload: json['upload'], crop: numbers } });
    const refused = await crop({ ...WHOLE, ...wrong });
    expect([refused.status, refused.json.error?.fields?.[field]]).toEqual([422, expect.stringContaining(words)]);
    expect((await crop(WHOLE)).status).toBe(200);
  });

  test('of somebody else cannot be cropped', async () => {
    const { json } = await upload((await member()).as, await portraitOf());
    const body = { upload: json['upload'], crop: WHOLE };
    expect((await api.call(photos.cropPhoto, { as: (await member()).as, body })).status).toBe(422);
  });
});

test.each(['white', 'grey', 'black'])('a million pixels of nothing but %s are refused in words', async (background) => {
  await setPhotos();
  const { as } = await member();
  const nothing = { create: { width: 1_000, height: 1_516, channels: 3, background } } as const;
  const { json } = await upload(as, await sharp(nothing).jpeg().toBuffer());
  const body = { upload: json['upload'], crop: WHOLE };
  const refused = await api.call(photos.cropPhoto, { as, body });
  expect([refused.status, refused.json.error?.fields?.['photo']]).toEqual([422, expect.stringMatching(/^照片/)]);
});

test('a blurred portrait is refused with the strongest reason; who insists has it looked at by staff, never by a machine', async () => {
  await setPhotos();
  const { as, lawyer } = await member();
  await agree(as);
  const { json } = await upload(as, await portraitOf({ blur: 12, light: 0.2 }));
  const body = { upload: json['upload'], crop: WHOLE };
  const refused = await api.call(photos.cropPhoto, { as, body });
  expect(refused.json.error?.fields?.['photo']).toBe('照片较模糊，请重新拍摄');
  const insisted = own(await api.call(photos.cropPhoto, { as, body: { ...body, insists: true } }));
  expect(insisted.face).toMatchObject({ isOffered: false, why: expect.stringContaining('技术检查') });
  expect((await compare(as, insisted.draft!.id)).status).toBe(409);
  expect((await outside.state()).happenings.filter(({ service }) => service === 'face')).toEqual([]);
  await api.call(photos.referPhoto, { as, params: { id: insisted.draft!.id }, body: {} });
  const photo = await Photo.findOne({ where: { slot: `pending:${lawyer.id}` }, rejectOnEmpty: true });
  expect(photo.findings).toEqual(expect.arrayContaining(['blurred', 'dark']));
});

test('the office cannot switch on the comparison without date and number of the assessment', () => {
  const settings = { version: 0, blurredBelow: 2, softBelow: 3, darkBelow: 60, brightAbove: 215, unevenAbove: 25 };
  const rest = { calibratedOn: '', wechatGrant: '', needsStaff: false, changeDays: 30, checksPerDay: 5 };
  const all = { ...settings, ...rest, checksPerMonth: 20, evidenceDays: 180, replacedDays: 180, faceOn: true };
  const faults = photoSettings.safeParse({ ...all, assessedOn: '', assessment: '' }).error?.issues;
  expect(faults?.map(({ path }) => path.join())).toEqual(['assessedOn', 'assessment']);
  expect(photoSettings.safeParse({ ...all, assessedOn: '2026-11-01', assessment: 'PIA-1' }).success).toBe(true);
});

describe('verified by staff', () => {
  const pass = (photo: Photo) =>
    decidePhoto({
      actor: registrar,
      id: photo.id,
      decision: { verdict: 'pass', comparedWith: 'licence', opinion: '', version: photo.version },
    });

  test('a photo that is accepted is in use and matches the identity; the one before it is kept for a time', async () => {
    const { lawyer, actor } = await member();
    const first = await makePending(actor);
    await pass(first);
    expect(await matchedOn(lawyer.id)).toBe(clock.today());
    const second = await makePending(actor, { light: 0.9 });
    expect((await first.reload()).state).toBe('current');
    await pass(second);
    expect([(await first.reload()).state, (await second.reload()).state]).toEqual(['replaced', 'current']);
  });

  test('one that is refused says why, and leaves the one in use as it is', async () => {
    const { as, lawyer, actor } = await member();
    const photo = await makePending(actor);
    const decision = { verdict: 'refuse', opinion: '请使用近一年的照片', version: photo.version } as const;
    await decidePhoto({ actor: registrar, id: photo.id, decision });
    expect(own(await api.call(photos.showOwnPhoto, { as })).refused).toMatchObject({ opinion: '请使用近一年的照片' });
    expect(await matchedOn(lawyer.id)).toBeNull();
  });

  test('two decide at once: one is told', async () => {
    const photo = await makePending((await member()).actor);
    const done = await Promise.allSettled([pass(photo), pass(photo)]);
    const [lost] = done.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(lost?.reason).toMatchObject({ code: 'already_decided' });
  });

  test('a photo that was changed of late is changed again by staff alone', async () => {
    await setPhotos();
    const { as, actor } = await member();
    await pass(await makePending(actor));
    await agree(as);
    const { id } = await makeDraft(actor, { light: 0.9 });
    expect((await compare(as, id)).json.error?.message).toContain('照片更换不久');
    advanceClock(31 * DAY_MS);
    const token = await memberToken({ lawyerId: actor.lawyerId });
    expect(own(await compare(token, id)).current?.id).toBe(id);
  });

  test('a photo that waits is overtaken by a newer one that is in use', async () => {
    await setPhotos();
    const { as, actor } = await member();
    const waiting = await makePending(actor);
    await agree(as);
    const { id } = await makeDraft(actor, { light: 0.9 });
    expect(own(await compare(as, id))).toMatchObject({ current: { id }, pending: null });
    await expect(pass(waiting)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('where the office wants to see changed photos, a pass waits for staff', async () => {
    await setPhotos({ needsStaff: true, changeDays: 0 });
    const { as, actor } = await member();
    const first = await makePending(actor);
    await pass(first);
    await agree(as);
    const { id } = await makeDraft(actor, { light: 0.9 });
    expect(own(await compare(as, id))).toMatchObject({ current: { id: first.id }, pending: { id, way: 'face' } });
    await setPhotos({ needsStaff: false, changeDays: 30 });
  });
});

test('another name or another number is another identity: it has to be compared again', async () => {
  const { lawyer } = await member();
  const given = { ...lawyerData(), ...lawyer.get(), identityNumber: undefined, firmSinceOn: undefined };
  const input = (more: object, version: number, matchedOn: string | null) => ({
    ...Object.fromEntries(Object.keys(lawyerData()).map((key) => [key, given[key as keyof typeof given]])),
    identityMatchedOn: matchedOn,
    version,
    ...more,
  });
  const change = async (more: object) => {
    const now = await lawyer.reload();
    await updateLawyer({
      actor: registrar,
      id: lawyer.id,
      input: input(more, now.version, now.identityMatchedOn) as never,
    });
    return matchedOn(lawyer.id);
  };
  await lawyer.update({ identityMatchedOn: '2026-01-12' });
  expect(await change({ phone: '19900000001' })).toBe('2026-01-12');
  expect(await change({ name: '林知行', phone: '19900000001' })).toBeNull();
  await lawyer.update({ identityMatchedOn: '2026-01-12' });
  expect(await change({ name: '林知行', identityNumber: endingIn('3') })).toBeNull();
  await lawyer.update({ identityMatchedOn: '2026-01-12' });
  // Whoever has compared the new one says so.
  expect(await change({ name: '林知远', identityMatchedOn: '2026-02-02' })).toBe('2026-02-02');
});

test('evidence and old photos are removed after their days, not before', async () => {
  await setPhotos({ changeDays: 0 });
  const { as, actor } = await member();
  await agree(as);
  const first = await makeDraft(actor);
  await compare(as, first.id);
  const second = await makeDraft(actor, { light: 0.9 });
  await compare(as, second.id);
  const [check] = await PhotoCheck.findAll({ where: { photoId: first.id } });
  const { storageKey } = await first.reload();
  const evidence = async () => (await check!.reload()).transactionNo;
  advanceClock(179 * DAY_MS);
  await sweepPhotos();
  expect([await evidence(), await storage.exists(storageKey)]).toEqual([expect.any(String), true]);
  advanceClock(2 * DAY_MS);
  await sweepPhotos();
  expect([await evidence(), await storage.exists(storageKey)]).toEqual([null, false]);
  expect((await check!.reload()).result).toBe('pass');
  // The one in use is not touched.
  expect(await storage.exists((await second.reload()).storageKey)).toBe(true);
});

/** A whole JPEG with something in a remark, by which other programs take it for that. */
function withRemark(jpeg: Buffer, remark: Buffer): Buffer {
  const head = Buffer.from([0xff, 0xfe, 0, 0]);
  head.writeUInt16BE(remark.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, remark, jpeg.subarray(2)]);
}

/** A PNG that says it has 30,000 × 30,000 pixels. */
function bomb(): Buffer {
  const file = Buffer.from(PNG);
  file.writeUInt32BE(30_000, 16);
  file.writeUInt32BE(30_000, 20);
  return file;
}
