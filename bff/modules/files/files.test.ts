import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_ATTACHMENT_BYTES } from '../../contract/files/limits.ts';
import { certificateEndpoints } from '../../contract/certificates/endpoints.ts';
import { fileEndpoints } from '../../contract/files/endpoints.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { database } from '../../platform/db/database.ts';
import { storage } from '../../platform/storage/storage.ts';
import { memberToken, useApi, type Answer } from '../../test/api.ts';
import { content, newKey } from '../../test/factories/certificate.ts';
import { JPEG, PDF, PNG } from '../../test/files.ts';
import { doDueWork, useOffice } from '../../test/office.ts';
import { makeFirm } from '../../test/factories/registry.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { Upload } from './model.ts';
import { getBytes } from './stored-bytes.ts';
import { removeUnboundFile } from './remove-unbound-file.ts';

useOffice();
const api = useApi();

let as = '';
let stranger = '';
beforeAll(async () => {
  as = await memberToken({ firmId: (await makeFirm()).id });
  stranger = await memberToken({ firmId: (await makeFirm()).id });
});

function send(bytes: Uint8Array, { name = '同意书.pdf', field = 'file', more = {}, token = as } = {}): Promise<Answer> {
  const body = new FormData();
  for (const [key, value] of Object.entries(more)) body.append(key, String(value));
  body.append(field, new Blob([Buffer.from(bytes)]), name);
  return api.fetch('/api/files', { method: 'POST', headers: { authorization: `Bearer ${token}` }, body });
}
const sample = (name: string) => readFile(join(import.meta.dirname, '../../platform/opening/samples', name));
const idOf = (answer: Answer) => String(answer.json['id']);
const form = (attachments: unknown[], more: object = {}) => {
  const { email, since } = content();
  return { type: 'practice-status', email, since, attachments, consent: true, idempotencyKey: newKey(), ...more };
};
const submit = (attachments: unknown[], { token = as, more = {} } = {}) =>
  api.call(certificateEndpoints.submitApplication, { as: token, body: form(attachments, more) });
const faultsOf = ({ json }: Answer) => json.error?.fields;

describe('what may be uploaded', () => {
  test.each([
    ['a PDF', PDF, '同意书.pdf', { name: '同意书.pdf', kind: 'pdf' }],
    ['a picture that calls itself a PDF', PNG, '同意书.pdf', { name: '同意书.png', kind: 'png' }],
    ['a photo', JPEG, 'IMG.JPEG', { name: 'IMG.jpg', kind: 'jpeg' }],
    ['a name that is a path', PDF, '../../etc/证明.pdf', { name: '证明.pdf', kind: 'pdf' }],
    ['a name that turns round', PDF, 'a\u202efdp.exe', { name: 'afdp.pdf', kind: 'pdf' }],
    ['a name of nothing', PDF, '.pdf', { name: '附件.pdf', kind: 'pdf' }],
  ])('%s', async (_what, bytes, name, expected) => {
    const answer = await send(bytes, { name });
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ ...expected, size: bytes.length });
    expect(idOf(answer)).toMatch(/^[A-Za-z0-9_-]{20,}$/);
  });

  test('what the mini-program calls a file, whose form names WeChat’s temporary copy', async () => {
    const body = new FormData();
    body.append('file', new Blob([Buffer.from(PNG)]), 'tmp_5f3e.png');
    for (const [said, name] of [
      [encodeURIComponent('C:\\文件\\同意书.png'), '同意书.png'],
      ['%E4%B8', 'tmp_5f3e.png'],
    ] as const) {
      const headers = { authorization: `Bearer ${as}`, 'x-file-name': said };
      expect((await api.fetch('/api/files', { method: 'POST', headers, body })).json['name']).toBe(name);
    }
  });

  test.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
    ['a picture that could hold a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ])('not %s, whatever its name', async (_what, bytes) => {
    const answer = await send(bytes, { name: '同意书.pdf' });
    expect(answer.status).toBe(422);
    expect(faultsOf(answer)).toEqual({ file: '只能上传 PDF、JPG 或 PNG 文件' });
  });

  test.each([
    ['a PDF with a password', 'enc.pdf', '要输入密码才能打开'],
    ['half a PDF', 'trunc.pdf', '文件不完整'],
    ['a page that begins like a photo', 'html.jpg', '文件打不开'],
  ])('not %s: it is opened when it comes', async (_what, name, words) => {
    const rows = await Upload.count();
    const answer = await send(await sample(name), { name });
    expect(answer.status).toBe(422);
    expect(faultsOf(answer)).toEqual({ file: expect.stringContaining(words) as unknown });
    expect(await Upload.count()).toBe(rows);
  });

  test('a photo, which is kept without the place where it was taken', async () => {
    const photo = await sample('exif.jpg');
    const answer = await send(photo, { name: 'IMG_0012.JPG' });
    const upload = await Upload.findOne({ where: { token: idOf(answer) }, rejectOnEmpty: true });
    const kept = await getBytes(upload);
    const gps = Buffer.from('25880400', 'hex');
    expect([photo.includes(gps), kept.includes(gps)]).toEqual([true, false]);
    expect([answer.json['size'], upload.size]).toEqual([kept.length, kept.length]);
  });

  test('and what lies in the storage is no picture of anybody', async () => {
    const answer = await send(PNG, { name: '身份证.png' });
    const upload = await Upload.findOne({ where: { token: idOf(answer) }, rejectOnEmpty: true });
    expect((await storage.get(upload.storageKey)).includes(PNG.subarray(1, 4))).toBe(false);
    // Control: it is the picture that was sent.
    expect((await getBytes(upload)).includes(PNG.subarray(1, 4))).toBe(true);
  });

  test('ten megabytes, and not one byte more', async () => {
    const full = Buffer.concat([PDF, Buffer.alloc(MAX_ATTACHMENT_BYTES - PDF.length)]);
    expect((await send(full)).status).toBe(200);
    expect((await send(Buffer.concat([full, Buffer.alloc(1)]))).status).toBe(413);
  });

  test('no form of another shape, and no JSON', async () => {
    expect((await send(PDF, { field: 'other' })).status).toBe(400);
    expect((await send(PDF, { more: { note: 'x' } })).status).toBe(400);
    expect((await api.call(fileEndpoints.uploadFile, { as, body: {} })).status).toBe(400);
    const cut = { 'content-type': 'multipart/form-data; boundary=x', authorization: `Bearer ${as}` };
    const body = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF';
    expect((await api.fetch('/api/files', { method: 'POST', headers: cut, body })).status).toBe(400);
  });
});

describe('what an application is submitted with', () => {
  test('is listed in it and shown to its member and to reviewers, harmless; to others it does not exist', async () => {
    const file = idOf(await send(PNG, { name: '同意书.png' }));
    const application = await submit([file]);
    expect(application.status).toBe(200);
    expect(application.json['attachments']).toEqual([{ id: file, name: '同意书.png', kind: 'png', size: PNG.length }]);
    const params = { id: String(application.json['id']), file };
    const own = await api.call(fileEndpoints.showAttachment, { as, params });
    const seen = await api.call(fileEndpoints.showStaffAttachment, { as: await staffToken('reviewer'), params });
    for (const answer of [own, seen]) {
      expect(answer.bytes.equals(PNG)).toBe(true);
      expect(answer.headers.get('content-type')).toBe('image/png');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
    expect((await api.call(fileEndpoints.showAttachment, { as: stranger, params })).status).toBe(404);
    const other = await submit([idOf(await send(PDF))]);
    const wrong = { ...params, id: String(other.json['id']) };
    expect((await api.call(fileEndpoints.showAttachment, { as, params: wrong })).status).toBe(404);
  });

  test('is the own account’s: nobody else attaches it, before or after', async () => {
    const file = idOf(await send(PDF));
    const gone = { attachments: expect.stringContaining('已失效') as unknown };
    expect(faultsOf(await submit([file], { token: stranger }))).toEqual(gone);
    expect((await submit([file])).status).toBe(200);
    expect(faultsOf(await submit([file], { token: stranger }))).toEqual(gone);
    const { idempotencyKey: _, ...body } = form([file]);
    const preview = (token: string) => api.call(certificateEndpoints.previewApplication, { as: token, body });
    expect(faultsOf(await preview(stranger))).toEqual(gone);
  });

  test('is attached to a later application of one’s own as a file of its own', async () => {
    const file = idOf(await send(PDF));
    expect((await submit([file])).status).toBe(200);
    const again = (await submit([file])).json['attachments'] as { id: string }[];
    expect(again).toHaveLength(1);
    expect(again[0]!.id).not.toBe(file);
  });

  test.each([
    ['none', [], '请至少上传一份附件'],
    ['six', ['a', 'b', 'c', 'd', 'e', 'f'].map((c) => c.repeat(22)), '最多5份'],
    ['one twice', ['a'.repeat(22), 'a'.repeat(22)], '重复'],
  ])('%s is a fault, told with all others', async (_what, attachments, words) => {
    const answer = await submit(attachments, { more: { consent: false, since: undefined } });
    expect(answer.status).toBe(422);
    expect(faultsOf(answer)).toEqual({
      attachments: expect.stringContaining(words) as unknown,
      consent: '请确认已征得当事人同意',
      since: expect.anything() as unknown,
    });
  });
});

describe('其他类', () => {
  test('takes files that prove what was written freely, and goes without them', async () => {
    const { email } = content();
    const other = { type: 'firm-other', email, freeText: '请证明本所参加了2025年公益法律服务' };
    const ask = (more: object) =>
      api.call(certificateEndpoints.submitApplication, { as, body: { ...other, idempotencyKey: newKey(), ...more } });
    const file = idOf(await send(PDF, { name: '证明材料.pdf' }));
    const proved = await ask({ attachments: [file] });
    expect(proved).toMatchObject({ status: 200, json: { attachments: [{ name: '证明材料.pdf' }] } });
    expect(await ask({})).toMatchObject({ status: 200, json: { attachments: [] } });
    // A stranger's file is no proof of ours.
    const foreign = idOf(await send(PDF, { token: stranger }));
    expect((await ask({ attachments: [foreign] })).status).toBe(422);
  });
});

describe('what nobody submits', () => {
  afterEach(releaseClock);

  test('is removed, file and row; what was submitted stays', async () => {
    const left = await Upload.findOne({ where: { token: idOf(await send(PDF)) }, rejectOnEmpty: true });
    const file = idOf(await send(PDF));
    await submit([file]);
    const bound = await Upload.findOne({ where: { token: file }, rejectOnEmpty: true });
    for (const upload of [left, bound]) await removeUnboundFile(upload.id);
    expect(await storage.exists(left.storageKey)).toBe(false);
    expect(await Upload.findByPk(left.id)).toBeNull();
    expect(await storage.exists(bound.storageKey)).toBe(true);
    expect(await Upload.findByPk(bound.id)).toMatchObject({ discardedAt: null });
  });

  test('a worker that died in between goes on; nobody attaches it meanwhile', async () => {
    const file = idOf(await send(PDF));
    const upload = await Upload.findOne({ where: { token: file }, rejectOnEmpty: true });
    await upload.update({ discardedAt: 1 });
    expect(faultsOf(await submit([file]))).toHaveProperty('attachments');
    await removeUnboundFile(upload.id);
    await removeUnboundFile(upload.id);
    expect(await storage.exists(upload.storageKey)).toBe(false);
  });

  test('what a process of the release before has bound stays', async () => {
    const upload = await Upload.findOne({ where: { token: idOf(await send(PDF)) }, rejectOnEmpty: true });
    const application = await submit([idOf(await send(PDF))]);
    await database.sequelize.query('UPDATE uploads SET application_id = ? WHERE id = ?', {
      replacements: [Number(application.json['id']), upload.id],
    });
    await removeUnboundFile(upload.id);
    expect(await storage.exists(upload.storageKey)).toBe(true);
    expect(await Upload.findByPk(upload.id)).toMatchObject({ discardedAt: null });
  });

  test('by the job, a day later and not before', async () => {
    freezeClock(clock.now());
    const file = idOf(await send(PDF));
    const left = () => Upload.count({ where: { token: file } });
    advanceClock(24 * 3_600_000 - 1);
    await doDueWork();
    expect(await left()).toBe(1);
    advanceClock(1);
    await doDueWork();
    expect(await left()).toBe(0);
  });
});
