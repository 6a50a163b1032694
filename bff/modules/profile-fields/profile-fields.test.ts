import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import '../../models.ts';
import type { SectionData } from '../../contract/form-reading/fields.ts';
import { valueWords } from '../../contract/form-reading/words.ts';
import { isTyped, privacyOf } from '../../contract/form-reading/fields.ts';
import { profileFieldEndpoints as endpoints } from '../../contract/profile-fields/endpoints.ts';
import { SHIPPED_POLICY } from '../../contract/profile-fields/policy.ts';
import type { FieldUse } from '../../contract/profile-fields/enums.ts';
import { saveFieldSettings } from '../../contract/profile-fields/schemas.ts';
import { profileEndpoints as profiles } from '../../contract/profile/endpoints.ts';
import { profileChangeEndpoints as changes } from '../../contract/profile-changes/endpoints.ts';
import { profileImportEndpoints } from '../../contract/profile-imports/endpoints.ts';
import {
  NO_SETTINGS,
  sectionInForce,
  settingKey,
  usesOf,
  type FieldSettings,
} from '../../contract/profile/field-settings.ts';
import type { ProfileField } from '../../contract/profile/language.ts';
import { profileSection, SECTION_KEYS, type SectionKey } from '../../contract/profile/profile.ts';
import { useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { EMPTY_PROFILE, longestProfile } from '../../test/factories/profiles/approved-profile.ts';
import { changeCalls } from '../../test/factories/profiles/profile-change-calls.ts';
import { profileCalls, profileOf, sectionOf, signedInLawyer } from '../../test/factories/profiles/profile-calls.ts';
import { basicRows, fillProfile } from '../../test/factories/profiles/profile.ts';
import { makeFirm } from '../../test/factories/registry.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { AuditEntry } from '../audit/model.ts';
import { judgeProfile } from '../profiles/drafts/judge-profile.ts';
import { readWholeSections } from '../profiles/drafts/read-whole-sections.ts';
import { wholeRows } from '../profiles/facts/stored.ts';
import type { ProfileFacts } from '../profiles/facts/read-facts.ts';
import { ProfileSnapshot } from '../profiles/model.ts';
import { sectionSheet } from '../profile-imports/reading/section-sheet.ts';
import { composeForm } from '../registration-forms/compose/compose-form.ts';

/** Every field that members fill in. */
const all = SECTION_KEYS.flatMap((key) =>
  (profileSection(key).fields as readonly ProfileField[]).filter(isTyped).map((field) => ({ key, field })),
);
const settable = (use: FieldUse) => all.filter(({ key, field }) => usesOf(key, field).includes(use));
const only = (key: SectionKey, field: ProfileField, use: FieldUse): FieldSettings => ({
  [settingKey(key, field.key)]: { use },
});

/** Some rows of every kind, as full as they may be. */
const SOME_ROWS = 6;
const longest = longestProfile();
const FULL: typeof longest = {
  ...longest,
  sections: Object.fromEntries(
    Object.entries(longest.sections).map(([key, data]) => [key, { ...data, rows: data.rows.slice(0, SOME_ROWS) }]),
  ),
};
const PAPER = { number: '', photo: null, verification: { url: '', code: '' }, unsealed: '', testNotice: null };

describe('what may be set', () => {
  const { sections, given } = FULL;
  const facts = (fields: FieldSettings) =>
    ({
      given,
      birthOn: '1985-03-12',
      hasPhoto: true,
      isPhotoByHand: false,
      periods: [],
      seenBefore: { sharedFiles: new Set(), rejected: [] },
      consents: { basic: 'agreed', work: 'agreed', family: 'agreed' },
      fields,
      policy: SHIPPED_POLICY,
      prefilled: {},
    }) as unknown as ProfileFacts;
  const faultsWith = (fields: FieldSettings, without?: { key: SectionKey; name: string }) => {
    const drafts = Object.fromEntries(
      Object.entries(sections).map(([key, data]): [string, SectionData] => [
        key,
        key === without?.key
          ? { ...data, rows: data.rows.map((row) => ({ ...row, values: { ...row.values, [without.name]: '' } })) }
          : data,
      ]),
    );
    return judgeProfile(drafts, facts(fields)).flatMap(({ key, faults }) =>
      Object.keys(faults).map((at) => `${key}.${at}`),
    );
  };
  const shipped = new Set(faultsWith(NO_SETTINGS));

  test('a field that is not used is missed by no rule', () => {
    expect(settable('hidden').length).toBeGreaterThan(50);
    for (const { key, field } of settable('hidden')) {
      const left = faultsWith(only(key, field, 'hidden'));
      expect([key, field.key, left.filter((at) => !shipped.has(at))]).toEqual([key, field.key, []]);
    }
  });

  test('a field that is optional now may be empty', () => {
    for (const { key, field } of settable('optional')) {
      const left = faultsWith(only(key, field, 'optional'), { key, name: field.key });
      expect([key, field.key, left.filter((at) => at.startsWith(`${key}.`) && at.endsWith(`.${field.key}`))]).toEqual([
        key,
        field.key,
        [],
      ]);
    }
  });

  test('nothing sensitive is ever required by the office, and what everything rests on stays as it is', () => {
    const read = (name: string, use: FieldUse) =>
      saveFieldSettings.safeParse({ version: 0, fields: { [name]: { use } } });
    for (const { key, field } of all) {
      const isSecret = ['P3', 'P4'].includes(privacyOf(profileSection(key), field));
      const isRaised = field.required === undefined && read(settingKey(key, field.key), 'required').success;
      expect([key, field.key, isSecret && isRaised]).toEqual([key, field.key, false]);
    }
    for (const name of [
      'basic.mobile',
      'basic.politicalStatus',
      'basic.verdict',
      'family.told',
      'basic.name',
      'basic.x',
    ]) {
      expect([name, read(name, 'optional').success && read(name, 'hidden').success]).toEqual([name, false]);
    }
    // Control: what may be is taken.
    expect(read('basic.formerName', 'required').success).toBe(true);
    expect(read('basic.marriage', 'hidden').success).toBe(true);
  });

  test('the printed form keeps its grid whatever is not used', () => {
    for (const { key, field } of settable('hidden')) {
      const fields = only(key, field, 'hidden');
      const form = composeForm({ ...FULL, fields }, PAPER);
      const wide = (row: readonly { span: number }[]) => row.reduce((sum, { span }) => sum + span + 1, 0);
      expect(new Set(form.beside.map(wide))).toEqual(new Set([10]));
      expect(new Set(form.below.map(wide))).toEqual(new Set([12]));
      for (const { label, columns, rows } of form.lists.filter((list) => list.columns.length > 0)) {
        const width = columns.reduce((sum, column) => sum + column.width, 0);
        expect([label, width, rows.filter((row) => row.length !== columns.length)]).toEqual([label, 12, []]);
      }
      if (field.key === 'formerName') expect(JSON.stringify(form)).not.toContain('曾用名');
    }
    expect(EMPTY_PROFILE.fields).toEqual({});
  });
});

describe('档案字段', () => {
  useDatabase();
  const api = useApi();
  const { own, submit, confirm, detail } = profileCalls(api);
  const { approvedLawyer, archive, ask, rowsOf, openOf, shown } = changeCalls(api);
  let admin: string;
  let registrar: string;
  let firmId: number;
  beforeAll(async () => {
    firmId = (await makeFirm()).id;
    admin = await staffToken('administrator');
    registrar = await staffToken('registrar');
  });
  const current = async () =>
    (await api.call(endpoints.showProfileFields, { as: registrar })).json as { version: number };
  const set = async (fields: FieldSettings) =>
    api.call(endpoints.saveProfileFields, { as: admin, body: { version: (await current()).version, fields } });
  beforeEach(() => set({}));

  test('婚姻状况 that is not used is gone from form, submission, print, view and template at once; what was filled in stays', async () => {
    const person = await signedInLawyer(firmId);
    await fillProfile(person.actor, { basic: { marriage: '20', formerName: '林小满' } });
    const template = async () => {
      const { bytes } = await api.call(profileImportEndpoints.downloadProfileTemplate, { as: registrar });
      const book = new exceljs.Workbook();
      await book.xlsx.load(bytes as never);
      return JSON.stringify(book.getWorksheet('基本信息')?.getRow(1).values);
    };
    expect(await template()).toContain('婚姻状况');
    expect((await set({ 'basic.marriage': { use: 'hidden' } })).status).toBe(200);
    expect(await template()).not.toContain('婚姻状况');
    const { fields } = await own(person.as);
    expect(sectionInForce('basic', fields).fields.some(({ key }) => key === 'marriage')).toBe(false);

    await confirm(person.as);
    expect((await submit(person.as)).status).toBe(200);
    const { snapshotId } = await profileOf(person.lawyerId);
    const snapshot = await ProfileSnapshot.findByPk(snapshotId ?? 0, { rejectOnEmpty: true });
    const submitted = wholeRows(snapshot, 'basic')[0]?.values;
    expect([submitted?.['marriage'], submitted?.['formerName']]).toEqual([undefined, '林小满']);
    // What is handed out to the member is what the member wrote.
    const kept = await readWholeSections(person.lawyerId);
    expect(kept.find(({ key }) => key === 'basic')?.rows[0]?.values['marriage']).toBe('20');
    const line = await AuditEntry.findOne({ where: { target: '档案字段' }, order: [['id', 'DESC']] });
    expect(line?.detail).toBe('基本信息“婚姻状况”：选填→不使用');
  });

  test('a change of an approved profile takes nothing away that is hidden', async () => {
    const person = await approvedLawyer(registrar, firmId);
    expect((await ask(person.as, 'basic', { marriage: '40' })).json['applied']).toEqual(['婚姻状况']);
    await set({ 'basic.marriage': { use: 'hidden' } });
    const asked = await ask(person.as, 'basic', { address: '新街1号' });
    expect(asked.json).toMatchObject({ applied: ['通信地址'], waiting: [] });
    await set({});
    expect(rowsOf(await archive(person.as), 'basic')[0]?.values).toMatchObject({ marriage: '40', address: '新街1号' });
  });

  test('staff read nothing of what is not used: not in a review, not opened with a reason, not in a change', async () => {
    const person = await approvedLawyer(registrar, firmId);
    const said = { formerName: '林小满', marriage: '20', ethnicity: '02' };
    expect((await ask(person.as, 'basic', said)).json['waiting']).toEqual(['曾用名', '民族']);
    const change = await openOf(person.lawyerId, 'basic');
    const reason = '核对紧急联系人';
    /** Everything that staff are told of 基本信息, by names of fields. */
    const told = async (): Promise<string> => {
      const params = { id: person.profileId };
      const answers = [
        await detail(registrar, person.profileId),
        (await api.call(profiles.openProfileSection, { as: registrar, params, body: { section: 'basic', reason } }))
          .json,
        await shown(registrar, change.id),
        (await api.call(changes.openProfileChange, { as: registrar, params: { id: change.id }, body: { reason } }))
          .json,
      ];
      return JSON.stringify(answers.map((one) => ({ ...one, fields: {} })));
    };
    // Control: as long as they are in use, they are read.
    const before = await told();
    expect(['formerName', '林小满', 'marriage'].filter((word) => !before.includes(word))).toEqual([]);
    await set({ 'basic.formerName': { use: 'hidden' }, 'basic.marriage': { use: 'hidden' } });
    const after = await told();
    expect(['formerName', '林小满', 'marriage'].filter((word) => after.includes(word))).toEqual([]);
    expect(after).toContain('ethnicity');
    // Nothing is lost: in use again, it is read again.
    await set({});
    expect(await told()).toContain('林小满');
  });

  test('what is required now is missed where it is missing, and its hint is what the office says', async () => {
    const person = await signedInLawyer(firmId);
    await fillProfile(person.actor);
    const hint = '没有的填“无”';
    await set({ 'basic.formerName': { use: 'required', hint } });
    const profile = await own(person.as);
    expect(sectionOf(profile, 'basic')?.faults).toEqual({ 'self.formerName': '请填写曾用名' });
    const field = sectionInForce('basic', profile.fields).fields.find(({ key }) => key === 'formerName');
    expect(field).toMatchObject({ required: true, hint });
    await set({ 'basic.formerName': { use: 'optional', hint: '' } });
    expect(sectionOf(await own(person.as), 'basic')?.faults).toEqual({});
    expect(await current()).toMatchObject({ fields: {} });
  });

  test('a choice that the office adds is chosen, printed and imported; offered no more, it is read all the same', async () => {
    const person = await signedInLawyer(firmId);
    const added = (isOffered: boolean) => ({ own1: { label: '低空经济', isOffered } });
    const areas = async () => sectionOf(await own(person.as), 'basic')?.faults['self.practiceAreas'];
    await fillProfile(person.actor, { basic: { practiceAreas: ['tax', 'own1'] } });
    expect(await areas()).toBe('执业范围中有不能选择的项，请重新选择');
    await set({ 'basic.practiceAreas': { added: added(true) } });
    expect(await areas()).toBeUndefined();
    const { fields } = await own(person.as);
    const form = composeForm(
      {
        ...EMPTY_PROFILE,
        fields,
        sections: { basic: { rows: basicRows({ practiceAreas: ['own1'] }), saidNone: false } },
      },
      PAPER,
    );
    expect(JSON.stringify(form)).toContain('低空经济');
    const column = sectionSheet('basic', fields).columns.find(({ field }) => field === 'practiceAreas');
    expect(column?.read('税务、低空经济')).toEqual(['tax', 'own1']);
    await set({});
    expect(await current()).toMatchObject({ fields: { 'basic.practiceAreas': { added: added(false) } } });
    expect(await areas()).toBe('执业范围中有不能选择的项，请重新选择');
    const shown = sectionInForce('basic', (await own(person.as)).fields).fields.find(
      ({ key }) => key === 'practiceAreas',
    );
    expect(shown && valueWords(shown, ['own1'])).toBe('低空经济');
    // Only what is open, only codes of its own, and nothing twice.
    const refused: FieldSettings[] = [
      { 'basic.ethnicity': { added: added(true) } },
      { 'basic.practiceAreas': { added: { tax: { label: '税', isOffered: true } } } },
      { 'basic.practiceAreas': { added: { own1: { label: '税务', isOffered: true } } } },
    ];
    for (const wrong of refused) expect((await set(wrong)).status).toBe(422);
  });

  test('is saved over what was seen, by the administrator alone', async () => {
    const { version } = await current();
    const body = { version: version - 1, fields: {} };
    expect((await api.call(endpoints.saveProfileFields, { as: admin, body })).json.error?.code).toBe(
      'changed_meanwhile',
    );
    expect((await api.call(endpoints.saveProfileFields, { as: registrar, body })).status).toBe(403);
  });
});
