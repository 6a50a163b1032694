import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import '../../models.ts';
import { DAY_MS } from '../../contract/dates.ts';
import { profileImportEndpoints as imports } from '../../contract/profile-imports/endpoints.ts';
import type { ProfileImport, ProfileImportLawyer, ProfileImportPhoto } from '../../contract/profile-imports/replies.ts';
import { profileChangeEndpoints as changes } from '../../contract/profile-changes/endpoints.ts';
import { SELF } from '../../contract/form-reading/fields.ts';
import { MAX_PHOTO_BYTES } from '../../contract/photos/limits.ts';
import { advanceClock, clock, freezeClock } from '../../platform/clock/clock.ts';
import { database } from '../../platform/db/database.ts';
import { memberToken, useApi } from '../../test/api.ts';
import {
  basicBookRow,
  profileBook,
  relativeBookRow,
  schoolBookRow,
  zipOf,
} from '../../test/factories/profiles/profile-book.ts';
import { changeCalls } from '../../test/factories/profiles/profile-change-calls.ts';
import { handInPhoto, lawyerActor, saveRows } from '../../test/factories/profiles/profile.ts';
import { givePassword, makeLawyer } from '../../test/factories/registry.ts';
import { doDueWork, useOffice } from '../../test/office.ts';
import { portraitOf } from '../../test/pictures.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { InboxEntry } from '../notifications/model.ts';
import { Photo } from '../photos/model.ts';
import { composeForm } from '../registration-forms/compose/compose-form.ts';
import { gather } from '../registration-forms/issuing/gather.ts';
import { ProfileHistory } from '../profiles/change-model.ts';
import { Profile, ProfileSnapshot } from '../profiles/model.ts';
import { ImportLawyer, ImportPhoto, ImportRow } from './model.ts';

useOffice();
const api = useApi();
const { archive, rowsOf } = changeCalls(api);

let registrar: string;
beforeAll(() => freezeClock(clock.now()));
// Days pass in some of them.
beforeEach(async () => {
  registrar = await staffToken('registrar');
});

async function send(path: string, bytes: Buffer, as = registrar, name = '个人档案.xlsx') {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  const answer = await api.fetch(`/api${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${as}` },
    body: form,
  });
  const { error } = answer.json;
  return { status: answer.status, json: answer.json as unknown as ProfileImport, fields: error?.fields ?? {} };
}
const stage = (bytes: Buffer, query: { asOf?: string; sensitive?: 'yes' | 'no'; source?: string } = {}) => {
  const { asOf = clock.today(), sensitive = 'no', source = '省律协会员系统' } = query;
  return send(
    `${imports.stageProfileImport.path}?${new URLSearchParams({ source, asOf, sensitive }).toString()}`,
    bytes,
  );
};
const params = (id: number) => ({ id: String(id) });
const show = async (id: number) =>
  (await api.call(imports.showProfileImport, { as: registrar, params: params(id) })).json as unknown as ProfileImport;
const lawyersOf = async (id: number) => {
  const { json } = await api.call(imports.listProfileImportLawyers, { as: registrar, params: params(id) });
  return json['items'] as unknown as ProfileImportLawyer[];
};
const photosOf = async (id: number) => {
  const { json } = await api.call(imports.listProfileImportPhotos, { as: registrar, params: params(id) });
  return json['items'] as unknown as ProfileImportPhoto[];
};
async function doAll(): Promise<void> {
  while ((await doDueWork()) > 0);
}
/** Looked through, and written where there is anything to write. */
async function bring(bytes: Buffer, query?: Parameters<typeof stage>[1]) {
  const { status, json } = await stage(bytes, query);
  expect(status).toBe(200);
  await doAll();
  const { due } = await show(json.id);
  if (due > 0) await api.call(imports.applyProfileImport, { as: registrar, params: params(json.id) });
  await doAll();
  return { run: await show(json.id), lawyers: await lawyersOf(json.id) };
}

describe('a workbook of profiles approved elsewhere', () => {
  test('is looked through, writes nothing before it is confirmed, and then is in force without a review', async () => {
    const lawyer = await makeLawyer();
    const book = await profileBook({ 基本信息: [basicBookRow(lawyer)], 教育经历: [schoolBookRow(lawyer)] });
    const { json } = await stage(book);
    await doAll();
    expect(await show(json.id)).toMatchObject({ state: 'checked', due: 1, lawyers: { create: 1, faulty: 0 } });
    expect(await Profile.count({ where: { lawyerId: lawyer.id } })).toBe(0);

    await api.call(imports.applyProfileImport, { as: registrar, params: params(json.id) });
    await doAll();
    expect(await show(json.id)).toMatchObject({ state: 'applied', applied: 1, lawyers: { create: 1 } });
    expect(await Profile.findOne({ where: { lawyerId: lawyer.id } })).toMatchObject({ state: 'approved' });
    const snapshot = await ProfileSnapshot.findOne({ where: { lawyerId: lawyer.id }, rejectOnEmpty: true });
    expect(snapshot).toMatchObject({ kind: 'imported', outcome: 'approved' });
    expect(snapshot.content.source).toEqual({ from: '省律协会员系统', asOf: clock.today() });
    // Old words are today's codes; what the registry holds itself stays the registry's.
    const values = snapshot.content.sections.basic?.rows[0]?.values;
    expect(values).toMatchObject({ ethnicity: '46', nativePlace: '440402', practiceAreas: ['corporate', 'tax'] });
    expect(values).toMatchObject({ qualifiedOn: '2009-03-01', mobile: lawyer.phone });
    expect(snapshot.content.sections.education?.rows[0]?.values).toMatchObject({ level: '21', studyForm: 'full_time' });
    // Nothing of it is kept beside.
    expect(await ImportRow.count({ where: { importId: json.id } })).toBe(0);

    // The form says who approved it, and puts no promise into the member's mouth.
    const { profile } = await gather(snapshot.id, 'usual');
    const paper = { number: '', photo: null, verification: { url: '', code: '' }, unsealed: '', testNotice: null };
    const form = composeForm(profile, paper);
    expect([form.review.words, form.promise.on]).toEqual([expect.stringContaining('经省律协会员系统审核通过'), '']);

    const as = await memberToken({ lawyerId: lawyer.id });
    expect(rowsOf(await archive(as), 'education')[0]?.values).toMatchObject({ school: '江海大学' });
    const told = await InboxEntry.findAll({ where: { event: 'profile_imported', memberId: lawyer.id } });
    expect(told.map(({ title }) => title)).toEqual(['个人档案已导入，请核对']);
  });

  test('brought a second time changes nothing; a corrected one changes what it corrects', async () => {
    const lawyer = await makeLawyer();
    const sheets = { 基本信息: [basicBookRow(lawyer)], 教育经历: [schoolBookRow(lawyer)] };
    await bring(await profileBook(sheets));
    const before = await Profile.findOne({ where: { lawyerId: lawyer.id }, rejectOnEmpty: true });
    const again = await bring(await profileBook(sheets));
    expect(again.run).toMatchObject({ state: 'checked', due: 0, lawyers: { unchanged: 1 } });
    const corrected = { ...sheets, 教育经历: [schoolBookRow(lawyer, { 专业: '国际法' })] };
    const third = await bring(await profileBook(corrected));
    expect(third.lawyers).toMatchObject([{ outcome: 'update', sections: ['教育经历'] }]);
    const after = await Profile.findOne({ where: { lawyerId: lawyer.id }, rejectOnEmpty: true });
    expect(after.version).toBe(before.version + 1);
    expect(await ProfileHistory.count({ where: { lawyerId: lawyer.id, byWhat: 'import' } })).toBe(1);
  });

  test('names every fault by sheet, row and column, and leaves that lawyer out whole', async () => {
    const [faulty, right] = [await makeLawyer(), await makeLawyer({ name: '苏明川' })];
    const book = await profileBook({
      基本信息: [
        basicBookRow(faulty, { 民族: '火星族', 资格取得日期: '2009-02-30' }),
        basicBookRow(right),
        basicBookRow({ licenceNo: '14499201099999999', name: '无此人' }),
        basicBookRow({ licenceNo: '', name: '无证号' }),
      ],
      教育经历: [schoolBookRow(right), schoolBookRow(faulty, { 律师姓名: '林知近', 毕业日期: '1999-06-30' })],
    });
    const { lawyers, run } = await bring(book);
    const faults = lawyers.flatMap((one) =>
      one.faults.map(({ section, row, column, message }) => `${section}第${row}行 ${column}：${message}`),
    );
    expect(faults).toEqual([
      '基本信息第2行 民族：不是可以选择的内容，可以填写的见模板中的“填写说明”',
      '教育经历第3行 律师姓名：姓名与登记不一致（登记为林知远）',
      '基本信息第4行 执业证号：没有这个执业证号的律师',
      '基本信息第5行 执业证号：请填写',
    ]);
    expect(run.lawyers).toMatchObject({ create: 1, faulty: 3 });
    expect(await Profile.count({ where: { lawyerId: faulty.id } })).toBe(0);
    expect(await Profile.count({ where: { lawyerId: right.id, state: 'approved' } })).toBe(1);
  });

  test('is judged by the rules of today, but for files and what only the member can declare', async () => {
    const lawyer = await makeLawyer();
    const { lawyers } = await bring(
      await profileBook({
        基本信息: [basicBookRow(lawyer, { 政治面貌: '群众、民盟会员' })],
        教育经历: [schoolBookRow(lawyer, { 毕业日期: '1999-06-30' })],
        党员信息: [{ 执业证号: lawyer.licenceNo, 律师姓名: lawyer.name, 所在党支部: '第一支部' }],
      }),
    );
    expect(lawyers[0]?.faults.map(({ section, column }) => `${section} ${column}`)).toEqual([
      '基本信息 加入民主党派时间',
      '基本信息 政治面貌',
      '教育经历 毕业日期',
      '党员信息 ',
    ]);
  });

  test('goes past who writes in the profile, and past who has changed it since', async () => {
    const [writing, changed] = [await makeLawyer(), await makeLawyer()];
    await saveRows(await lawyerActor(writing.id), 'basic', [{ id: SELF, values: { qq: '12345' } }]);
    const asOf = clock.today();
    await bring(await profileBook({ 基本信息: [basicBookRow(changed)] }), { asOf });
    advanceClock(DAY_MS);
    registrar = await staffToken('registrar');
    await givePassword({ lawyerId: changed.id }, 'lin-zhi-yuan-2026');
    await handInPhoto(changed.id, 'face');
    const as = await memberToken({ lawyerId: changed.id });
    const whole = await archive(as);
    const [row] = rowsOf(whole, 'basic');
    const rows = [{ id: SELF, values: { ...row?.values, verdict: 'right', address: '新街1号' } }];
    const body = { version: whole.version, rows, saidNone: false };
    await api.call(changes.askProfileChange, { as, params: { section: 'basic' }, body: body as never });

    const late = basicBookRow(changed, { 通信地址: '旧街2号' });
    const { lawyers } = await bring(await profileBook({ 基本信息: [basicBookRow(writing), late] }), { asOf });
    expect(lawyers.map(({ outcome, note }) => `${outcome} ${note}`)).toEqual([
      'skipped 会员正在填写，未导入',
      expect.stringMatching(/^skipped (本会的信息更新|有信息变更待审核)/),
    ]);
  });

  test('holds back what is sensitive unless the lawyers agreed, and keeps it encrypted when they did', async () => {
    const [one, other] = [await makeLawyer(), await makeLawyer()];
    const bookOf = (lawyer: typeof one) =>
      profileBook({ 基本信息: [basicBookRow(lawyer, { 婚姻状况: '初婚' })], 家庭成员: [relativeBookRow(lawyer)] });
    const held = await bring(await bookOf(one));
    expect(held.lawyers).toMatchObject([{ outcome: 'create', sections: ['基本信息'], note: '敏感信息没有导入' }]);
    const { json } = await stage(await bookOf(other), { sensitive: 'yes' });
    const dump = async () => JSON.stringify(await database.sequelize.query('SELECT * FROM profile_import_rows'));
    expect(await dump()).toContain(other.licenceNo);
    expect(await dump()).not.toContain('周若岚');
    await doAll();
    await api.call(imports.applyProfileImport, { as: registrar, params: params(json.id) });
    await doAll();
    expect((await lawyersOf(json.id))[0]).toMatchObject({ sections: ['基本信息', '家庭成员'] });
    const snapshot = await ProfileSnapshot.findOne({ where: { lawyerId: other.id }, rejectOnEmpty: true });
    expect(JSON.stringify(snapshot.content)).not.toContain('周若岚');
    const as = await memberToken({ lawyerId: other.id });
    expect(rowsOf(await archive(as), 'family')[0]?.values).toMatchObject({ relation: 'spouse', name: '周若岚' });
  });

  test('says what cannot be read, of which sheet', async () => {
    const lawyer = await makeLawyer();
    const refused = async (bytes: Buffer) => (await stage(bytes)).fields['file'];
    expect(await refused(Buffer.from('%PDF-1.7 no workbook'))).toMatch(/^无法读取该文件/);
    expect(await refused(await profileBook({ 财产: [basicBookRow(lawyer)] }))).toMatch(/^不认识的工作表：财产/);
    expect(await refused(await profileBook({ 教育经历: [schoolBookRow(lawyer, { 绩点: '4.0' })] }))).toMatch(
      /^“教育经历”：表头中有不认识的列：绩点/,
    );
    expect((await stage(Buffer.from('x'), { asOf: '2126-01-01' })).fields).toMatchObject({
      asOf: '数据截止日期不能晚于今天',
    });
    expect(await ImportLawyer.count({ where: { outcome: 'waiting' } })).toBe(0);
  });

  test('is written only by who brought it in, and goes when it is given up or forgotten', async () => {
    const book = await profileBook({ 基本信息: [basicBookRow(await makeLawyer())] });
    const { json } = await stage(book);
    await doAll();
    const other = await staffToken('registrar');
    const foreign = await api.call(imports.applyProfileImport, { as: other, params: params(json.id) });
    expect(foreign.status).toBe(403);
    await api.call(imports.discardProfileImport, { as: other, params: params(json.id) });
    await doAll();
    expect(await ImportRow.count({ where: { importId: json.id } })).toBe(0);
    const forgotten = (await stage(book)).json.id;
    await doAll();
    advanceClock(31 * DAY_MS);
    await doAll();
    expect(await ImportRow.count({ where: { importId: forgotten } })).toBe(0);
  });
});

describe('photos beside it', () => {
  test('are looked through as uploaded ones, and are in use afterwards', async () => {
    const lawyers = [await makeLawyer(), await makeLawyer(), await makeLawyer()] as const;
    const { json } = await stage(await profileBook({ 基本信息: lawyers.map((one) => basicBookRow(one)) }));
    await doAll();
    const zip = await zipOf({
      [`照片/${lawyers[0].licenceNo}.jpg`]: await portraitOf({ hasPlace: true }),
      [`${lawyers[1].licenceNo}.jpg`]: await portraitOf({ blur: 14 }),
      [`${lawyers[2].licenceNo}.png`]: await portraitOf({ width: 300, height: 400, format: 'png' }),
      '林知远.jpg': await portraitOf(),
      '14499201099999999.jpg': await portraitOf(),
      '14499201088888888.jpg': Buffer.alloc(MAX_PHOTO_BYTES + 1),
      [`__MACOSX/._${lawyers[0].licenceNo}.jpg`]: Buffer.from('x'),
    });
    const added = await send(`/staff/profile-imports/${json.id}/photos`, zip, registrar, '照片.zip');
    expect(added.status).toBe(200);
    await doAll();
    const found = await photosOf(json.id);
    expect(found.map(({ fileName, outcome, note }) => [fileName, outcome, note])).toEqual([
      [`${lawyers[0].licenceNo}.jpg`, 'create', ''],
      [`${lawyers[1].licenceNo}.jpg`, 'faulty', '照片较模糊，请重新拍摄'],
      [`${lawyers[2].licenceNo}.png`, 'faulty', '照片应不小于413×626像素'],
      ['林知远.jpg', 'faulty', '文件名应为17位执业证号，格式为 JPG 或 PNG'],
      ['14499201099999999.jpg', 'faulty', '没有这个执业证号的律师'],
      ['14499201088888888.jpg', 'faulty', '照片不能超过15 MB'],
    ]);
    expect(await Photo.count({ where: { lawyerId: lawyers[0].id } })).toBe(0);
    await api.call(imports.applyProfileImport, { as: registrar, params: params(json.id) });
    await doAll();
    expect(await show(json.id)).toMatchObject({ state: 'applied', photos: { create: 1, faulty: 5 } });
    expect(await Photo.findOne({ where: { slot: `current:${lawyers[0].id}` } })).toMatchObject({ way: 'imported' });
    // The picture that was handed over is gone, and with it where it was taken.
    expect(await ImportPhoto.count({ where: { importId: json.id, outcome: 'create', storageKey: null } })).toBe(1);
  });

  test('a file that is no ZIP is refused, and nothing of it is left', async () => {
    const { json } = await stage(await profileBook({ 基本信息: [basicBookRow(await makeLawyer())] }));
    await doAll();
    const refused = await send(`/staff/profile-imports/${json.id}/photos`, Buffer.from('no zip'));
    expect(refused.fields['file']).toMatch(/^无法读取该压缩包/);
    expect(await ImportPhoto.count({ where: { importId: json.id } })).toBe(0);
  });
});
