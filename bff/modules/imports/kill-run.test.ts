import { expect, test } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import { eventually } from '../../test/eventually.ts';
import { firmData, makeFirm, memberActor, staffActor } from '../../test/factories/registry.ts';
import { doDueWork, useOffice } from '../../test/office.ts';
import { killAgainAndAgain } from '../../test/trouble/killed-office.ts';
import { writeXlsx } from '../../platform/xlsx/write-xlsx.ts';
import { AuditEntry } from '../audit/model.ts';
import { Firm } from '../registry/model.ts';
import { checkSheet } from './import-sheet.ts';
import { ImportRun } from './model.ts';
import { applyRun, describeRun } from './show-run.ts';

useOffice();

const showRun = (id: number) => describeRun({ actor: staffActor('registrar'), id });

const ROWS = 1_600;
const MOST_KILLS = 12;
const WANTED_KILLS = 3;

/** A quick machine may have applied a whole sheet before the first kill: then another one. */
const MOST_SHEETS = 6;

test('killed again and again, an import is finished: every row once, half of it never final', async () => {
  const passerBy = await memberActor({ firmId: (await makeFirm()).id });
  let amidWork = 0;
  for (let sheets = 1; amidWork === 0 && sheets <= MOST_SHEETS; sheets++) {
    const before = await Firm.count();
    const { runId } = await checkSheet({
      actor: staffActor('registrar'),
      kind: 'firms',
      name: '律所.xlsx',
      bytes: await newFirms(),
    });
    const id = runId!;
    while ((await showRun(id)).state === 'checking') await doDueWork();
    await applyRun({ actor: staffActor('registrar'), id });
    await killAgainAndAgain({
      actors: [passerBy],
      // On SQLite each waits for a piece: with eight of them the sheet would be applied before the first kill.
      mostAnswers: 1,
      async afterKill(kills) {
        const { state, applied } = await showRun(id);
        // Pieces are whole: what is there is what the run says is there.
        expect((await Firm.count()) - before).toBe(applied);
        if (state === 'applying') amidWork++;
        return state !== 'applied' && amidWork < WANTED_KILLS && kills < MOST_KILLS ? 'again' : 'enough';
      },
    });
    await eventually(
      async () => {
        await doDueWork();
        expect((await ImportRun.findByPk(id, { rejectOnEmpty: true })).state).toBe('applied');
      },
      { withinMs: 120_000, everyMs: 200 },
    );
    expect(await showRun(id)).toMatchObject({ applied: ROWS, counts: { create: ROWS, refused: 0 } });
    expect((await Firm.count()) - before).toBe(ROWS);
    expect(await AuditEntry.count({ where: { action: 'registry.imported' } })).toBe(sheets);
  }
  expect(amidWork).toBeGreaterThan(0);
}, 300_000);

/** A sheet of firms that nobody has registered yet. */
async function newFirms(): Promise<Buffer> {
  const header = '执业许可证号 名称 机构类别 统一社会信用代码 办公地址 批准日期 状态 负责人'.split(' ');
  async function* pages() {
    yield Array.from({ length: ROWS }, () => {
      const { licenceNo, name, uscc, address, approvedOn, personInCharge } = firmData();
      return [licenceNo, name, '律师事务所', uscc ?? '', address, approvedOn, '正常', personInCharge];
    });
  }
  return buffer(writeXlsx({ name: '律所', columns: header.map((label) => ({ label, width: 9 })) }, pages()));
}
