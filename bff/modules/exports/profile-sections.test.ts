import { beforeAll, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { exportEndpoints } from '../../contract/exports/endpoints.ts';
import { columnOf, isSensitive } from '../../contract/form-reading/fields.ts';
import { valueWords } from '../../contract/form-reading/words.ts';
import { NO_SETTINGS, sectionInForce } from '../../contract/profile/field-settings.ts';
import { profileSection, SECTION_KEYS } from '../../contract/profile/profile.ts';
import { EXPORTED_SECTIONS } from '../../contract/profile/sheets.ts';
import '../../models.ts';
import { readXlsx } from '../../platform/xlsx/read-xlsx.ts';
import { useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { eventually } from '../../test/eventually.ts';
import { longestProfile } from '../../test/factories/profiles/approved-profile.ts';
import { changeCalls } from '../../test/factories/profiles/profile-change-calls.ts';
import { signedInLawyer } from '../../test/factories/profiles/profile-calls.ts';
import { fillProfile, makeSubmitted } from '../../test/factories/profiles/profile.ts';
import { makeFirm } from '../../test/factories/registry.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { AuditEntry } from '../audit/model.ts';
import { readHeader } from '../imports/read-header.ts';
import { fieldColumn } from '../profile-imports/reading/field-column.ts';
import { sectionSheet } from '../profile-imports/reading/section-sheet.ts';
import { listInForce } from '../profiles/review/list-in-force.ts';
import { Lawyer } from '../registry/model.ts';
import { ExportedLawyer } from '../views/model.ts';
import { profileSectionColumns } from './member-columns.ts';

/** 个人档案, a section at a time, as Excel. */

useDatabase();
const api = useApi();
const { approvedLawyer, ask, openOf, pass } = changeCalls(api);
let registrar: string;
let firm: Awaited<ReturnType<typeof makeFirm>>;
let person: Awaited<ReturnType<typeof approvedLawyer>>;
let lawyer: Lawyer;
beforeAll(async () => {
  registrar = await staffToken('registrar');
  firm = await makeFirm({ name: '江海晨曦律师事务所' });
  person = await approvedLawyer(registrar, firm.id);
  lawyer = await Lawyer.findByPk(person.lawyerId, { rejectOnEmpty: true });
});

async function exported(section: string, more: Record<string, string> = { firm: '江海晨曦' }) {
  const answer = await api.call(exportEndpoints.exportProfileSections, {
    as: registrar,
    query: { section, ...more } as never,
  });
  expect([section, answer.status]).toEqual([section, 200]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(answer.bytes as unknown as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  const lines: string[][] = [];
  sheet?.eachRow((row) => lines.push((row.values as (string | undefined)[]).slice(1).map((v) => v ?? '')));
  const [headings = [], ...rows] = lines;
  return {
    answer,
    tab: sheet?.name,
    headings,
    rows: rows.map((row) => new Map(headings.map((h, at) => [h, row[at]]))),
  };
}

test('holds what is in force, in words, and whose it is; the log and the lawyer read who took it', async () => {
  // What nobody has approved is nobody's to take.
  const { actor } = await signedInLawyer(firm.id);
  await fillProfile(actor);
  await makeSubmitted((await signedInLawyer(firm.id)).lawyerId);
  const { answer, tab, rows } = await exported('education');
  expect(rows).toHaveLength(1);
  expect(Object.fromEntries(rows[0] ?? [])).toMatchObject({
    执业证号: lawyer.licenceNo,
    律师姓名: lawyer.name,
    执业机构: firm.name,
    入学日期: '2002-09-01',
    学校: '江海大学',
    学历: '大学本科',
    学习形式: '全日制',
  });
  expect(tab).toBe('教育经历');
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toMatch(/教育经历-\d{4}-\d\d-\d\d\.xlsx/);
  await eventually(async () => {
    const line = await AuditEntry.findOne({ where: { action: 'list.exported' }, order: [['id', 'DESC']] });
    expect(line).toMatchObject({ target: '个人档案', detail: '1 行；执业机构：江海晨曦，内容：教育经历' });
    expect(await ExportedLawyer.count({ where: { lawyerId: person.lawyerId, list: 'profile-sections' } })).toBe(1);
  });
  // A lawyer with no row in it has not been taken along.
  expect(await exported('awards')).toMatchObject({ rows: [] });
});

test('a change is in it once it takes effect; contacts are those of the registry', async () => {
  const college = async () => (await exported('education')).rows[0]?.get('院系') ?? '';
  await ask(person.as, 'education', { college: '法学院' });
  expect(await college()).toBe('');
  const change = await openOf(person.lawyerId, 'education');
  expect((await pass(registrar, change.id, change.version)).status).toBe(200);
  expect(await college()).toBe('法学院');
  await lawyer.update({ email: 'new@example.com' });
  expect((await exported('basic')).rows[0]?.get('电子邮箱')).toBe('new@example.com');
});

test('nothing sensitive has a column, nor stands in any file', async () => {
  const { bytes } = (await exported('basic')).answer;
  const cells: string[] = [];
  for (const key of EXPORTED_SECTIONS) {
    const { headings, rows } = await exported(key);
    const section = profileSection(key);
    const secret = section.fields.filter((field) => isSensitive(section, field)).map(columnOf);
    expect([key, secret.filter((label) => headings.includes(label))]).toEqual([key, []]);
    cells.push(...rows.flatMap((row) => [...row.values()].map(String)));
  }
  // Of home and of relatives, as BASIC and rowsWith have them. The control: what is not sensitive is found.
  expect(['梅园路12号3栋502室', '周若岚'].filter((word) => cells.includes(word))).toEqual([]);
  expect(['书院街8号', '江海大学'].filter((word) => !cells.includes(word))).toEqual([]);
  expect(bytes.includes('梅园路')).toBe(false);
  for (const section of SECTION_KEYS.filter((key) => !EXPORTED_SECTIONS.includes(key))) {
    const query = { section } as never;
    const { status } = await api.call(exportEndpoints.exportProfileSections, { as: registrar, query });
    expect([section, status]).toEqual([section, 422]);
  }
});

test('a sheet that was taken out is told by its tab and read again by the columns that bring it in', async () => {
  const { answer, tab, headings } = await exported('work');
  const [first] = await readXlsx(answer.bytes);
  const known = readHeader(first!, sectionSheet('work', NO_SETTINGS));
  expect([tab, known.map((column, at) => column?.label ?? headings[at])]).toEqual(['工作经历', headings]);
  // Where somebody works is told, and not read.
  expect(headings.filter((_, at) => !known[at])).toEqual(['执业机构']);
});

test.each(EXPORTED_SECTIONS)('%s: every field that is handed out stands there as a page shows it', (key) => {
  const section = sectionInForce(key, NO_SETTINGS);
  const columns = profileSectionColumns(key, NO_SETTINGS);
  const whose = { lawyerId: 1, licenceNo: '1', name: '林', firmName: '' };
  const wrong = (longestProfile().sections[key]?.rows ?? []).flatMap((row) =>
    section.fields.flatMap((field) => {
      const value = row.values[field.key];
      const at = columns.find(({ label }) => label === columnOf(field));
      if (value === undefined || !at || isSensitive(section, field)) return [];
      const words = field.kind === 'fen' ? fieldColumn(field).show(value) : valueWords(field, value);
      return at.text({ ...whose, row }) === words ? [] : [`${field.key}: ${words}`];
    }),
  );
  expect(wrong).toEqual([]);
});

test('goes on where it stopped: nobody is missing, nobody twice', async () => {
  const others = [await approvedLawyer(registrar, firm.id), await approvedLawyer(registrar, firm.id)];
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await listInForce({ section: 'education', firm: '江海晨曦', cursor, limit: 1 });
    seen.push(...page.items.map(({ lawyerId }) => lawyerId));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual([person, ...others].map(({ lawyerId }) => lawyerId));
});
