import { beforeAll, describe, expect, test } from '@jest/globals';
import '../../models.ts';
import { isTyped } from '../../contract/form-reading/fields.ts';
import type { Values } from '../../contract/forms/language.ts';
import type { ProfileField } from '../../contract/profile/language.ts';
import type { SavedSection } from '../../contract/profile/replies.ts';
import { profileEndpoints } from '../../contract/profile/endpoints.ts';
import { PROFILE, SECTION_KEYS } from '../../contract/profile/profile.ts';
import { useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { ownPng } from '../../test/files.ts';
import { newKey } from '../../test/factories/certificate.ts';
import * as made from '../../test/factories/profiles/profile.ts';
import { profileCalls, sectionOf, signedInLawyer } from '../../test/factories/profiles/profile-calls.ts';
import { makeFirm } from '../../test/factories/registry.ts';
import { uploadFile } from '../files/upload-file.ts';
import { Photo } from '../photos/model.ts';
import { Lawyer } from '../registry/model.ts';
import { ProfileSectionRow, ProfileSnapshot } from './model.ts';

useDatabase();
const api = useApi();
const { own, save, submit, confirm, withdraw } = profileCalls(api);
let firmId: number;
let as: string;
beforeAll(async () => {
  firmId = (await makeFirm()).id;
  ({ as } = await signedInLawyer(firmId));
});

describe('a draft', () => {
  test('begins with what the registry knows, and says what is missing', async () => {
    const profile = await own(as);
    expect(profile).toMatchObject({
      state: 'untouched',
      percent: 0,
      given: { name: '林知远', category: 'practising' },
    });
    expect(profile.sections.map(({ key }) => key)).toEqual(SECTION_KEYS.filter((key) => key !== 'party'));
    expect(sectionOf(profile, 'basic')?.rows[0]?.values).toMatchObject({ mobile: '19900000000' });
    expect(sectionOf(profile, 'education')).toMatchObject({ label: 'empty', faults: { _: '请添加教育经历' } });
    expect(profile.given['identity']).toMatch(/^居民身份证 \d{3}\*+\w{4}$/);
  });

  test('keeps what is typed, complete or not, and mends what it can', async () => {
    const values = {
      mobile: '１３８ ００１３ ８０００',
      website: 'javascript:alert(1)',
      practiceAreas: ['tax', 'data'],
    };
    const answer = await save(as, 'basic', { version: 0, rows: [{ id: 'self', values }], saidNone: false });
    expect(answer.status).toBe(200);
    const saved = answer.json as unknown as SavedSection;
    expect(saved.section.rows[0]?.values).toEqual({ ...values, mobile: '13800138000' });
    expect(saved.section.faults['self.website']).toBe('个人网站应以 http:// 或 https:// 开头，且不含账号密码');
    expect(saved.section.faults['self.mobile']).toBeUndefined();
    expect(sectionOf(await own(as), 'basic')).toMatchObject({ version: 1, label: 'empty' });
  });

  test('of two devices: the older version is refused, and nothing of the newer one is lost', async () => {
    const form = (email: string) => ({ version: 1, rows: [{ id: 'self', values: { email } }], saidNone: false });
    expect((await save(as, 'basic', form('a@example.com'))).status).toBe(200);
    const late = await save(as, 'basic', form('b@example.com'));
    expect([late.status, late.json.error?.code]).toEqual([409, 'changed_meanwhile']);
    expect(sectionOf(await own(as), 'basic')?.rows[0]?.values).toEqual({ email: 'a@example.com' });
  });

  test.each([
    ['a field of the registry', { name: '林某' }],
    ['a field that is computed', { education: '11' }],
    ['a field of another section', { school: '江海大学' }],
    ['a photo', { photo: ['x'.repeat(22)] }],
  ])('never takes %s', async (_what, values) => {
    const { version } = sectionOf(await own(as), 'basic')!;
    expect((await save(as, 'basic', { version, rows: [{ id: 'self', values }], saidNone: false })).status).toBe(422);
  });

  test('takes as many rows as the section does, and says so', async () => {
    const rows = Array.from({ length: PROFILE.awards.maxRows + 1 }, (_, n) => ({ id: `r${n}`, values: {} }));
    const answer = await save(as, 'awards', { version: 0, rows, saidNone: false });
    expect(answer.json.error?.fields).toEqual({ rows: '本项最多填写60条' });
  });

  test('holds no name of a child under fourteen', async () => {
    const values = { relation: 'son', name: '林小满', isUnder14: true, work: 'student', told: true };
    const answer = await save(as, 'family', { version: 0, rows: [{ id: 'c', values }], saidNone: false });
    const { name: _, ...kept } = values;
    const { section } = answer.json as unknown as SavedSection;
    expect([section.rows[0]?.values, section.label]).toEqual([kept, 'filled']);
  });

  test('shows 党员信息 to members of the party; what was typed there stays when they no longer are', async () => {
    const person = await signedInLawyer(firmId);
    await made.saveRows(person.actor, 'basic', made.basicRows({ politicalStatus: ['01', '05'] }));
    expect(sectionOf(await own(person.as), 'party')?.label).toBe('empty');
    await made.saveRows(person.actor, 'party', [{ id: 'self', values: { branch: '第一党支部' } }]);
    await made.saveRows(person.actor, 'basic', made.basicRows({ politicalStatus: ['05'] }));
    expect(sectionOf(await own(person.as), 'party')).toBeUndefined();
    const stored = await ProfileSectionRow.findOne({ where: { lawyerId: person.actor.lawyerId, section: 'party' } });
    expect(stored?.data[0]?.values).toEqual({ branch: '第一党支部' });
  });
});

describe('submitting', () => {
  test('lists everything that is missing, each where it is mended', async () => {
    const person = await signedInLawyer(firmId);
    await made.fillProfile(person.actor);
    await made.saveRows(person.actor, 'education', []);
    const answer = await submit(person.as);
    expect(answer.status).toBe(422);
    expect(answer.json.error?.message).toBe('还有2项未完成');
    const summary = await api.call(profileEndpoints.showProfileSummary, { as: person.as });
    expect(summary.json).toEqual({ state: 'filling', percent: 84, left: 2, rejected: 0, photoId: null });
    expect(answer.json.error?.fields).toEqual({
      'education._': '教育经历：请添加教育经历',
      'basic.confirm': '基本信息：请在最后一步核实并确认',
    });
  });

  test('wants 基本信息 confirmed as it stands: a change of any field makes it void, of the registry too', async () => {
    const person = await signedInLawyer(firmId);
    const upload = async () => (await uploadFile({ actor: person.actor, name: '同意函.png', bytes: ownPng() })).token;
    const whole: Values = { ...EVERY, employerConsent: [await upload()] };
    const changed: Values = { ...CHANGED, employerConsent: [await upload()] };
    const fields = (PROFILE.basic.fields as readonly ProfileField[]).filter(isTyped).map(({ key }) => key);
    // What the number of a resident says is the registry's.
    expect(Object.keys(changed).sort()).toEqual(
      fields.filter((key) => !['birthOn', 'nationality'].includes(key)).sort(),
    );
    await made.fillProfile(person.actor, { basic: whole });
    expect(sectionOf(await own(person.as), 'basic')?.label).toBe('unconfirmed');
    expect((await confirm(person.as)).json).toMatchObject({ isConfirmed: true, percent: 100 });
    for (const [key, value] of Object.entries(changed)) {
      await made.saveRows(person.actor, 'basic', made.basicRows({ ...whole, [key]: value }));
      expect([key, (await own(person.as)).isConfirmed]).toEqual([key, false]);
    }
    const { lawyerId: id } = person.actor;
    const registered: Partial<Lawyer>[] = [
      { firstPractisedOn: '2010-05-07' },
      { name: '林知行' },
      { licenceNo: '14499201210199999' },
    ];
    for (const column of registered) {
      await made.saveRows(person.actor, 'basic', made.basicRows(whole));
      await confirm(person.as);
      expect((await own(person.as)).isConfirmed).toBe(true);
      await Lawyer.update(column, { where: { id } });
      expect(await own(person.as)).toMatchObject({ isConfirmed: false, isConfirmationVoid: true });
    }
    const answer = await submit(person.as);
    expect(answer.json.error?.message).toBe('基本信息有改动，请在最后一步重新核实并确认');
  });

  test('wants a photo that is in use or handed in, before 基本信息 is confirmed and afterwards', async () => {
    const person = await signedInLawyer(firmId);
    await made.fillProfile(person.actor);
    const slot = `pending:${person.actor.lawyerId}`;
    await Photo.update({ slot: `draft:${person.actor.lawyerId}`, state: 'draft' }, { where: { slot } });
    const answer = await confirm(person.as);
    const words = '请上传证件照片，并完成核验或提交人工核验';
    expect([answer.status, answer.json.error?.fields]).toEqual([422, { 'self.photo': words }]);
    await Photo.update({ slot, state: 'pending' }, { where: { slot: `draft:${person.actor.lawyerId}` } });
    expect((await confirm(person.as)).status).toBe(200);
    await Photo.update({ slot: null, state: 'refused' }, { where: { slot } });
    expect((await submit(person.as)).json.error?.fields).toEqual({ 'basic.self.photo': `基本信息：${words}` });
  });

  test('freezes what is shown and right; afterwards no save passes, and the same key is the same submission', async () => {
    const person = await signedInLawyer(firmId);
    await made.fillProfile(person.actor, { basic: { marriage: '20' } });
    await confirm(person.as);
    const key = newKey();
    const answers = await Promise.all([submit(person.as, key), submit(person.as, key)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { lawyerId } = person.actor;
    expect(await ProfileSnapshot.count({ where: { lawyerId } })).toBe(1);
    await expect(made.saveRows(person.actor, 'work', [])).rejects.toMatchObject({ code: 'wrong_state' });
    expect((await own(person.as)).sections.map(({ label }) => label)).toEqual(Array(13).fill('waiting'));
  });

  test('withdrawn, everything is as it was; what was submitted is marked', async () => {
    const person = await signedInLawyer(firmId);
    await made.makeSubmitted(person.actor.lawyerId);
    expect((await withdraw(person.as)).json).toMatchObject({ state: 'filling' });
    expect((await own(person.as)).isConfirmed).toBe(true);
    const again = await withdraw(person.as);
    expect(again.json.error?.code).toBe('wrong_state');
    const where = { lawyerId: person.actor.lawyerId };
    expect((await ProfileSnapshot.findAll({ where })).map(({ outcome }) => outcome)).toEqual(['withdrawn']);
  });
});
/** 基本信息 in which every field is asked for, but what a file is attached to. */
const EVERY: Values = {
  ...made.BASIC,
  formerName: '林小满',
  birthPlace: '440402',
  politicalStatus: ['05'],
  demJoinedOn: '2015-06',
  demPost: '支部委员',
  title: 'other',
  titleName: '高级工程师',
  startedWorkOn: '2006-07',
  marriage: '10',
  health: '1',
  engagement: 'part_time',
  employer: '江海大学',
  employerPost: '副教授',
  strengths: '公司治理',
  partner: 'partner',
  partnerSince: '2015-03',
  firmPost: 'other',
  firmPostName: '秘书长',
  phone: '0756-1234567',
  website: 'https://example.com',
  postcode: '519000',
  qq: '123456',
  wechat: 'linzhiyuan',
  emergencyName: '周若岚',
  emergencyRelation: 'spouse',
  emergencyPhone: '13800138002',
  emergencyTold: true,
};
/** Another value of each. */
const CHANGED: Values = {
  verdict: 'wrong',
  formerName: '林大满',
  ethnicity: '02',
  nativePlace: '440403',
  birthPlace: '440403',
  politicalStatus: ['06'],
  demJoinedOn: '2015-07',
  demPost: '主委',
  title: 'none',
  titleName: '会计师',
  startedWorkOn: '2006-08',
  marriage: '20',
  health: '2',
  engagement: 'full_time',
  employer: '江海师范大学',
  employerPost: '教授',
  qualification: 'b',
  qualificationNo: 'A20091234568',
  qualifiedOn: '2009-03-02',
  practiceAreas: ['corporate', 'mergers'],
  strengths: '并购',
  partner: 'not_applicable',
  partnerSince: '2015-04',
  firmPost: 'none',
  firmPostName: '联络员',
  mobile: '13800138001',
  phone: '0756-1234568',
  email: 'lin2@example.com',
  website: 'https://example.org',
  postcode: '519001',
  qq: '123457',
  wechat: 'linzhixing',
  addressRegion: '440403',
  address: '书院街9号',
  homeRegion: '440403',
  homeAddress: '梅园路13号',
  emergencyName: '周若雪',
  emergencyRelation: 'mother',
  emergencyPhone: '13800138003',
  emergencyTold: false,
};
