import { buffer } from 'node:stream/consumers';
import { SELF } from '../../../bff/contract/form-reading/fields.ts';
import { applyImport } from '../../../bff/modules/profile-imports/decide-import.ts';
import { Import } from '../../../bff/modules/profile-imports/model.ts';
import { stageImport } from '../../../bff/modules/profile-imports/staging/stage-import.ts';
import { stagePhotos } from '../../../bff/modules/profile-imports/staging/stage-photos.ts';
import { workImport } from '../../../bff/modules/profile-imports/working/work-import.ts';
import { saveSection } from '../../../bff/modules/profiles/drafts/save-section.ts';
import { clock } from '../../../bff/platform/clock/clock.ts';
import { streamZip } from '../../../bff/platform/zip/stream-zip.ts';
import { memberOf, staffOf } from '../demo-actors.ts';
import { IMPORTED_LAWYERS, type DemoLawyer } from '../demo-data.ts';
import { drawPortrait } from '../demo-portrait.ts';

/** 导入个人档案: one import that is written, with photos, and one that waits for its word and shows what may be wrong. */

type Row = Readonly<Record<string, string>>;
const SOURCE = '省律协会员系统';

/** So many years before the lawyer began to practise. */
const before = ({ firstPractisedOn }: DemoLawyer, years: number) =>
  String(Number(firstPractisedOn.slice(0, 4)) - years);

const basic = (lawyer: DemoLawyer, more: Row = {}): Row => ({
  执业证号: lawyer.licenceNo,
  律师姓名: lawyer.name,
  民族: '汉族',
  籍贯: '广东省珠海市香洲区',
  政治面貌: '民革会员',
  加入民主党派时间: `${before(lawyer, 1)}-05`,
  专兼职: '专职',
  资格类别: '法律职业资格A证',
  资格证书编号: 'A20094404021234',
  资格取得日期: `${before(lawyer, 1)}-03-01`,
  执业范围: '公司治理与股权、税务',
  是否合伙人: '非合伙人',
  手机: '13800138000',
  电子邮箱: 'lawyer@example.com',
  通信地址地区: '广东省珠海市香洲区',
  通信地址: '书院街8号',
  ...more,
});
const school = (lawyer: DemoLawyer, more: Row = {}): Row => ({
  执业证号: lawyer.licenceNo,
  律师姓名: lawyer.name,
  '类别（境内或境外）': '境内',
  入学日期: `${before(lawyer, 6)}-09-01`,
  毕业日期: `${before(lawyer, 2)}-06-30`,
  学校: '江海大学',
  专业: '法学',
  学历: '本科',
  学习形式: '全日制',
  学位: '学士',
  学科门类: '法学',
  学位类型: '学术学位',
  ...more,
});

async function workbook(sheets: Readonly<Record<string, readonly Row[]>>): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  for (const [tab, rows] of Object.entries(sheets)) {
    const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    book.addWorksheet(tab).addRows([headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))]);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Works it off as the jobs would, until it waits for a person or is done. */
async function workOff(id: number): Promise<void> {
  for (;;) {
    const { state, checked, applied } = await Import.findByPk(id, { rejectOnEmpty: true });
    if (state !== 'checking' && state !== 'applying') return;
    await workImport(id, state === 'checking' ? checked : applied);
  }
}

export async function seedDemoProfileImports(): Promise<void> {
  const actor = await staffOf('registrar');
  const [first, second, writing, wrong, unknown] = IMPORTED_LAWYERS as [
    DemoLawyer,
    DemoLawyer,
    DemoLawyer,
    DemoLawyer,
    DemoLawyer,
  ];
  const query = { source: SOURCE, asOf: clock.today(), sensitive: 'no' as const };
  const done = await stageImport({
    actor,
    query,
    name: '省律协会员档案（第一批）.xlsx',
    bytes: await workbook({ 基本信息: [basic(first), basic(second)], 教育经历: [school(first), school(second)] }),
  });
  await workOff(done);
  const portrait = await drawPortrait({ wall: '#5b8fd0', coat: '#223048', hair: '#1a1410', isLong: false });
  const zip = streamZip([{ name: `${first.licenceNo}.jpg`, read: async () => portrait }]);
  await stagePhotos({ actor, id: done, bytes: await buffer(zip) });
  await workOff(done);
  await applyImport({ actor, id: done });
  await workOff(done);

  const member = await memberOf(writing.licenceNo);
  const draft = { version: 0, rows: [{ id: SELF, values: { strengths: '知识产权诉讼' } }], saidNone: false };
  await saveSection({ actor: member, key: 'basic', input: draft });
  const waiting = await stageImport({
    actor,
    query,
    name: '省律协会员档案（第二批）.xlsx',
    bytes: await workbook({
      基本信息: [basic(first), basic(second, { 执业范围: '税务' }), basic(writing), basic(wrong, { 民族: '火星族' })],
      教育经历: [
        school(wrong, { 毕业日期: `${before(wrong, 9)}-06-30` }),
        school({ ...unknown, name: `${unknown.name}一` }),
      ],
    }),
  });
  await workOff(waiting);
}
