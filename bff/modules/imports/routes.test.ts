import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import * as sheetjs from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { buffer } from 'node:stream/consumers';
import { importEndpoints as endpoints } from '../../contract/imports/endpoints.ts';
import { IMPORT_KINDS, MAX_RUN_ROWS, type ImportKind } from '../../contract/imports/enums.ts';
import '../../models.ts';
import { useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { makeFirm, makeLawyer, staffActor } from '../../test/factories/registry.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { unpack } from '../../platform/zip/unpack.ts';
import { writeXlsx } from '../../platform/xlsx/write-xlsx.ts';
import { Firm, Lawyer } from '../registry/model.ts';
import { emptySheet } from './empty-sheet.ts';
import { applySheet, checkSheet } from './import-sheet.ts';
import { importables } from './importable.ts';
import { ImportLine } from './model.ts';
import { listImportRuns, listRunRows } from './show-run.ts';

useDatabase();
const api = useApi();
const actor = staffActor('registrar');

test.each(Object.keys(IMPORT_KINDS) as ImportKind[])('the empty sheet of %s is one that is read', async (kind) => {
  const as = await staffToken('registrar');
  const template = await api.call(endpoints.downloadTemplate, { as, params: { kind } });
  expect(template.headers.get('content-type')).toContain('spreadsheetml');
  await expect(checkSheet({ actor, kind, name: 'x', bytes: template.bytes })).rejects.toMatchObject({
    fields: { file: expect.stringContaining('没有数据') },
  });
});

describe('the empty sheet', () => {
  const FIRM = '24499199510000001';
  const LAWYER = '14499202010100001';
  const NOW = '2026-11-30T10:00:00+08:00';
  beforeEach(() => freezeClock(NOW));
  afterEach(releaseClock);

  /** What a row of this kind is about is there; nobody new is. */
  async function registered(kind: ImportKind): Promise<void> {
    if (kind === 'firms') return;
    const firm = (await Firm.findOne({ where: { licenceNo: FIRM } })) ?? (await makeFirm({ licenceNo: FIRM }));
    if (kind === 'lawyers' || (await Lawyer.count({ where: { licenceNo: LAWYER } })) > 0) return;
    const days = { joinedOn: '2015-03-02', firstPractisedOn: '2015-03-02', firmSinceOn: '2024-01-02' };
    await makeLawyer({ licenceNo: LAWYER, firmId: firm.id, ...days });
  }

  test.each(Object.keys(IMPORT_KINDS) as ImportKind[])(
    'of %s has frozen headings, the words that there are, and a row that could be brought in',
    async (kind) => {
      const { bytes } = await api.call(endpoints.downloadTemplate, {
        as: await staffToken('registrar'),
        params: { kind },
      });
      const book = sheetjs.read(bytes, { type: 'buffer', cellStyles: true });
      expect(book.SheetNames).toEqual([IMPORT_KINDS[kind], '示例', '填写说明']);
      const rowsOf = (name: string) =>
        sheetjs.utils.sheet_to_json<string[]>(book.Sheets[name]!, { header: 1, defval: '' });
      const [heading = [], ...rest] = rowsOf(IMPORT_KINDS[kind]);
      expect(rest).toEqual([]);
      const { columns } = importables.answer[kind];
      expect(heading.map((label) => label.replace('*', ''))).toEqual(columns.map(({ label }) => label));
      const xml = (await partOf(bytes, 'xl/worksheets/sheet1.xml')).replaceAll('&quot;', '"');
      for (const part of ['1', '2']) {
        expect(await partOf(bytes, `xl/worksheets/sheet${part}.xml`)).toMatch(
          /<pane [^>]*ySplit="1"[^>]*state="frozen"/,
        );
      }
      // Of closed words every one, in every row that may be filled in; of suggestions, others may stand there.
      for (const [at, { label, choices, suggests }] of columns.entries()) {
        const range = `${String.fromCharCode(65 + at)}2:${String.fromCharCode(65 + at)}${MAX_RUN_ROWS + 1}`;
        const [list = ''] = new RegExp(`<dataValidation [^>]*sqref="${range}".*?</dataValidation>`).exec(xml) ?? [];
        const words = choices ?? suggests;
        expect([label, list.includes(`"${words?.join(',')}"`)]).toEqual([label, words !== undefined]);
        expect([label, list.includes('showErrorMessage="1"')]).toEqual([label, choices !== undefined]);
        for (const word of words ?? []) expect(word).not.toContain(',');
      }
      const [again, example, ...none] = rowsOf('示例');
      expect([again, none]).toEqual([heading, []]);
      await registered(kind);
      const filled = new ExcelJS.Workbook();
      filled.addWorksheet('表').addRows([heading, example]);
      const sheet = { actor, kind, name: 'x.xlsx', bytes: Buffer.from(await filled.xlsx.writeBuffer()) };
      const { counts, rows } = await checkSheet(sheet);
      expect(rows.flatMap(({ faults, doubts }) => [...faults, ...doubts])).toEqual([]);
      expect(counts).toMatchObject({ create: 1 });
    },
  );

  test('control: a list that is not there, and a row that is at fault, are noticed', async () => {
    const kind = importables.answer.hours;
    const kept = { ...kind };
    Object.assign(kind, {
      example: { ...kind.example, hours: '三' },
      columns: kind.columns.map((column) => (column.field === 'state' ? { ...column, choices: undefined } : column)),
    });
    try {
      const { stream } = await emptySheet({ kind: 'hours' });
      const bytes = await buffer(stream);
      expect((await partOf(bytes, 'xl/worksheets/sheet1.xml')).match(/<dataValidation /g)).toHaveLength(2);
      const rows = sheetjs.utils.sheet_to_json<string[]>(sheetjs.read(bytes).Sheets['示例']!, {
        header: 1,
        defval: '',
      });
      const filled = new ExcelJS.Workbook();
      filled.addWorksheet('表').addRows(rows);
      await registered('hours');
      const sheet = { actor, kind: 'hours', name: 'x', bytes: Buffer.from(await filled.xlsx.writeBuffer()) } as const;
      expect((await checkSheet(sheet)).counts).toMatchObject({ faulty: 1 });
    } finally {
      Object.assign(kind, kept);
    }
  });
});

/** A part of a package as it is written. */
async function partOf(file: Buffer, name: string): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of (await unpack(file, 1e8)).read(name)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

test('a file is sent as a form sends it', async () => {
  const firm = await makeFirm();
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('表').addRows([
    ['执业许可证号', '负责人'],
    [firm.licenceNo, '顾清和'],
  ]);
  const form = new FormData();
  form.append('file', new Blob([await workbook.xlsx.writeBuffer()]), '律所.xlsx');
  const headers = { authorization: `Bearer ${await staffToken('registrar')}` };
  const answer = await api.fetch('/api/staff/imports/firms/check', { method: 'POST', body: form, headers });
  expect(answer.json).toMatchObject({ counts: { update: 1 }, rows: [{ changes: '负责人：温书宁→顾清和' }] });
});

test('a small import stands in the list once it is applied, with what became of each row and none of its cells', async () => {
  const firm = await makeFirm();
  async function* pages() {
    yield [[firm.licenceNo, '江海更名律师事务所']];
  }
  const columns = ['执业许可证号', '名称'].map((label) => ({ label, width: 20 }));
  const sheet = {
    actor,
    kind: 'firms' as const,
    name: '更名.xlsx',
    bytes: await buffer(writeXlsx({ name: '律所', columns }, pages())),
  };
  const before = (await listImportRuns({ actor })).items.length;
  const { fingerprint } = await checkSheet(sheet);
  expect((await listImportRuns({ actor })).items).toHaveLength(before);
  await applySheet(sheet, fingerprint);
  const { items } = await listImportRuns({ actor });
  expect(items).toHaveLength(before + 1);
  expect(items[0]).toMatchObject({
    fileName: '更名.xlsx',
    by: actor.name,
    state: 'applied',
    total: 1,
    counts: { update: 1, create: 0 },
    can: { apply: false, resume: false },
  });
  const rows = await listRunRows({ id: items[0]!.id });
  expect(rows.items[0]?.changes).toBe(`名称：${firm.name}→江海更名律师事务所`);
  expect(await ImportLine.findOne({ where: { runId: items[0]!.id } })).toMatchObject({ cells: '' });
});
