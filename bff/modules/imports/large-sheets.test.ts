import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { buffer } from 'node:stream/consumers';
import '../../models.ts';
import { useDatabase } from '../../test/database.ts';
import { firmData, makeFirm, staffActor } from '../../test/factories/registry.ts';
import type { StaffActor } from '../../actor.ts';
import { jobs } from '../../jobs.ts';
import { database, transaction } from '../../platform/db/database.ts';
import { runDueJobs } from '../../platform/jobs/worker.ts';
import { longestTurn } from '../../test/measuring/longest-turn.ts';
import { AuditEntry } from '../audit/model.ts';
import { Firm } from '../registry/model.ts';
import { writeXlsx } from '../../platform/xlsx/write-xlsx.ts';
import { checkSheet } from './import-sheet.ts';
import { ImportLine, ImportPiece, ImportRun } from './model.ts';
import { discardRun, dropSome } from './give-up-run.ts';
import { applyRun, describeRun, listImportRuns, listRunRows, markRun, resumeRun } from './show-run.ts';
import { workRun } from './work-run.ts';

useDatabase();
const actor = staffActor('registrar');
const showRun = (id: number) => describeRun({ actor, id });
const HEADER = '执业许可证号 名称 机构类别 统一社会信用代码 办公地址 批准日期 状态 负责人'.split(' ');

function firmRow(): string[] {
  const { licenceNo, name, uscc, address, approvedOn, personInCharge } = firmData();
  return [licenceNo, name, '律师事务所', uscc ?? '', address, approvedOn, '正常', personInCharge];
}
function fileOf(rows: string[][]): Promise<Buffer> {
  async function* pages() {
    yield rows;
  }
  const columns = HEADER.map((label) => ({ label, width: 20 }));
  return buffer(writeXlsx({ name: '律所', columns }, pages()));
}
async function stageFile(bytes: Buffer): Promise<number> {
  const report = await checkSheet({ actor, kind: 'firms', name: '律所.xlsx', bytes });
  expect(report.rows).toEqual([]);
  return report.runId!;
}
const stage = async (rows: string[][]) => stageFile(await fileOf(rows));
/** As the chain of jobs does it. */
async function work(id: number, pieces = Infinity): Promise<void> {
  for (let piece = 0; piece < pieces; piece++) {
    const { state, checked, applied } = await ImportRun.findByPk(id, { rejectOnEmpty: true });
    if (state !== 'checking' && state !== 'applying') return;
    await workRun(id, state === 'checking' ? checked : applied);
  }
}

async function loadMarked(id: number): Promise<ExcelJS.Worksheet> {
  const { stream } = await markRun({ actor, id });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await buffer(stream)) as unknown as ArrayBuffer);
  return workbook.worksheets[0]!;
}

const doPieces = () => runDueJobs({ 'work-import': jobs['work-import'] });

describe('a large sheet', () => {
  const colleague = { ...staffActor('registrar'), accountId: actor.accountId + 1, name: '顾清和' };
  const can = async (by: StaffActor) => (await describeRun({ actor: by, id })).can;
  let firm: Firm;
  let rows: string[][];
  let before: number;
  let id: number;

  test('is looked through whole before any of it is applied', async () => {
    firm = await makeFirm();
    rows = Array.from({ length: 1_100 }, firmRow);
    rows[1_050] = [firm.licenceNo, '江海更名律师事务所', '', '', '', '', '', ''];
    before = await Firm.count();
    id = await stage(rows);
    expect(await showRun(id)).toMatchObject({ state: 'checking', total: 1_100, checked: 0 });
    await work(id);
    const checked = await showRun(id);
    expect(checked).toMatchObject({
      state: 'checked',
      checked: 1_100,
      counts: { create: 1_099, update: 1, faulty: 0 },
    });
    expect(await Firm.count()).toBe(before);
    const { items } = await listRunRows({ id, outcome: 'update' });
    expect(items[0]).toMatchObject({ row: 1_052, changes: `名称：${firm.name}→江海更名律师事务所` });
  }, 240_000);

  test('is applied by nobody but who brought it in: its rows are written in that name', async () => {
    await expect(applyRun({ actor: colleague, id })).rejects.toMatchObject({ code: 'forbidden' });
    // Nor is the sheet given to anybody else: identity numbers of lawyers would stand in it.
    await expect(markRun({ actor: colleague, id })).rejects.toMatchObject({ code: 'forbidden' });
    const { stream, fileName } = await markRun({ actor, id });
    stream.destroy();
    expect(fileName).toMatch(/\.xlsx$/);
    await work(id);
    expect(await showRun(id)).toMatchObject({ state: 'checked' });
    expect(await Firm.count()).toBe(before);
    expect([await can(actor), await can(colleague)]).toEqual([
      { apply: true, resume: false },
      { apply: false, resume: false },
    ]);
    await expect(resumeRun({ actor, id })).rejects.toMatchObject({ code: 'changed_meanwhile' });
  });

  test('is applied in pieces, each once', async () => {
    await applyRun({ actor, id });
    // One piece, and everything of it; whoever orders it a second time changes nothing.
    await workRun(id, 0);
    await workRun(id, 0);
    expect(await Firm.count()).toBe(before + 500);
    expect(await showRun(id)).toMatchObject({ state: 'applying', applied: 500 });
    expect(await can(actor)).toEqual({ apply: false, resume: false });
    await expect(discardRun(id)).rejects.toMatchObject({ code: 'changed_meanwhile' });
  }, 240_000);

  test('whose piece was given up amid its rows says so, and any registrar sets it going again', async () => {
    // Somebody changes one of the others meanwhile: that is theirs.
    await firm.update({ name: '江海另名律师事务所' });
    const ofPiece = `dedupe_key = 'import:${id}:applying:500'`;
    // Pieces that this test did by hand are still ordered.
    await database.sequelize.query(`DELETE FROM jobs WHERE dedupe_key IS NULL OR NOT ${ofPiece}`);
    await database.sequelize.query(`UPDATE jobs SET state = 'dead', attempts = 16 WHERE ${ofPiece}`);
    await doPieces();
    expect(await showRun(id)).toMatchObject({ state: 'applying', applied: 500 });
    expect(await can(colleague)).toEqual({ apply: false, resume: true });
    expect((await resumeRun({ actor: colleague, id })).can).toEqual({ apply: false, resume: false });
    for (let turns = 0; turns < 10 && (await showRun(id)).state === 'applying'; turns++) await doPieces();
    expect(await showRun(id)).toMatchObject({ state: 'applied', counts: { create: 1_099, refused: 1, update: 0 } });
    expect(await Firm.count()).toBe(before + 1_099);
    expect((await firm.reload()).name).toBe('江海另名律师事务所');
  }, 240_000);

  test('stays on record, without what was in it', async () => {
    // What was brought in stays on record: nobody takes it off the list.
    await expect(discardRun(id)).rejects.toMatchObject({ code: 'changed_meanwhile' });
    const last = await AuditEntry.findOne({ order: [['id', 'DESC']] });
    expect(last).toMatchObject({ action: 'registry.imported', detail: '新增1099，修改0，无变化0，未导入1' });
    expect(await ImportLine.count({ where: { runId: id, cells: '' } })).toBe(1_099);
    // What was in the file is the registry's now; the row that was not applied is handed back.
    expect(await ImportPiece.count({ where: { runId: id } })).toBe(0);
    const left = await loadMarked(id);
    expect([left.getCell('B1051').value, left.getCell('B1052').value]).toEqual([null, '江海更名律师事务所']);
  });
});

test('faults, twins across pieces among them, keep all of it out; given up, nothing of it stays', async () => {
  const rows = Array.from({ length: 151 }, firmRow);
  rows[150] = rows[3]!;
  const before = await Firm.count();
  const id = await stage(rows);
  const cells = await ImportLine.findOne({ where: { runId: id }, rejectOnEmpty: true });
  expect(cells.cells).not.toContain('律师事务所');
  await work(id);
  const { items } = await listRunRows({ id, outcome: 'faulty' });
  expect(items).toMatchObject([{ row: 152, faults: [{ column: '执业许可证号', message: '与第 5 行重复' }] }]);
  await expect(applyRun({ actor, id })).rejects.toMatchObject({ code: 'invalid_fields' });
  // Marked in the very file, which is kept encrypted until then.
  const kept = await ImportPiece.findAll({ where: { runId: id } });
  expect(kept.map(({ bytes }) => bytes.includes('xl/worksheets/'))).toEqual([false]);
  const marked = await loadMarked(id);
  expect(marked.getColumn(2).width).toBe(20);
  expect(marked.getCell('B152').value).toBe(rows[150]?.[1]);
  expect(JSON.stringify(marked.getCell('A152').note)).toContain('与第 5 行重复');
  expect(marked.getCell('A151').note).toBeUndefined();
  await discardRun(id);
  expect(await ImportPiece.count({ where: { runId: id } })).toBe(0);
  await doPieces();
  expect([await ImportRun.count({ where: { id } }), await ImportLine.count({ where: { runId: id } })]).toEqual([0, 0]);
  expect(await Firm.count()).toBe(before);
}, 240_000);

test('what stands in the way of a row far above is found before anything is applied', async () => {
  const rows = Array.from({ length: 151 }, firmRow);
  rows[150]![3] = rows[3]![3]!;
  const id = await stage(rows);
  await work(id);
  const { items } = await listRunRows({ id, outcome: 'faulty' });
  expect(items).toMatchObject([{ row: 152, faults: [{ column: '统一社会信用代码' }] }]);
  await discardRun(id);
}, 240_000);

test('others have their turn to write every few rows, while a sheet is looked through and while it is applied', async () => {
  const id = await stage(Array.from({ length: 500 }, firmRow));
  const othersDuring = async (piece: Promise<void>) => {
    let isDone = false;
    const end = piece.finally(() => (isDone = true));
    let turns = 0;
    for (; !isDone; turns++)
      await transaction((t) => ImportRun.update({ fileName: `${turns}` }, { where: { id: 0 }, transaction: t }));
    await end;
    return turns;
  };
  expect(await othersDuring(workRun(id, 0))).toBeGreaterThanOrEqual(10);
  await applyRun({ actor, id });
  expect(await othersDuring(workRun(id, 0))).toBeGreaterThanOrEqual(10);
  expect(await showRun(id)).toMatchObject({ state: 'applying', applied: 500 });
  await work(id);
  expect(await showRun(id)).toMatchObject({ state: 'applied' });
}, 240_000);

test('given up, a run is out of sight at once, and its rows go a thousand at a time', async () => {
  const id = await stage(Array.from({ length: 2_100 }, firmRow));
  const rowsLeft = () => ImportLine.count({ where: { runId: id } });
  await discardRun(id);
  await expect(showRun(id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(markRun({ actor, id })).rejects.toMatchObject({ code: 'not_found' });
  await expect(discardRun(id)).rejects.toMatchObject({ code: 'not_found' });
  expect((await listImportRuns({ actor })).items.map((run) => run.id)).not.toContain(id);
  // The request removed none of them: they are left to the job, so that nobody waits for all of it.
  expect(await rowsLeft()).toBe(2_100);
  const run = await ImportRun.findByPk(id, { rejectOnEmpty: true });
  await dropSome(run);
  expect(await rowsLeft()).toBe(1_100);
  await doPieces();
  expect([await rowsLeft(), await ImportRun.count({ where: { id } })]).toEqual([0, 0]);
}, 240_000);

test('a run says how many of its rows somebody should look at', async () => {
  const rows = Array.from({ length: 30 }, firmRow);
  rows[7]![1] = '江海某亊律师事务所';
  const id = await stage(rows);
  await work(id);
  expect((await showRun(id)).noted).toEqual({ held: 0, doubtful: 1, unseen: 0 });
  await discardRun(id);
}, 240_000);

test('rows of the longest words are put down a few at a time: others have their turns meanwhile', async () => {
  const long = '长'.repeat(3_900);
  const rows = Array.from({ length: 1_200 }, (_, n) => [`4499${n}`, long, long, '', long, '', '', long]);
  const bytes = await fileOf(rows);
  let id = 0;
  const turn = await longestTurn(async () => {
    id = await stageFile(bytes);
  });
  // Taken five hundred at a time they keep everybody waiting for seconds.
  expect(turn).toBeLessThan(250);
  await discardRun(id);
}, 240_000);
