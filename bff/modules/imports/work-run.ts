import { Op, type Transaction } from 'sequelize';
import { IMPORT_KINDS, type RunOutcome } from '../../contract/imports/enums.ts';
import type { ImportRow } from '../../contract/imports/replies.ts';
import type { StaffActor } from '../../actor.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { importables } from './importable.ts';
import { judgeRow, type EarlierRow } from './judge-row.ts';
import { ImportLine, ImportRun } from './model.ts';
import { orderPiece } from './order-piece.ts';
import { dropFile } from './run-file.ts';
import { cellsOf, headerOf } from './stage-run.ts';

/** Rows rehearsed at once: on SQLite others wait so long for their turn to write. */
const CHECKED_ROWS = 100;
/** Rows applied in one transaction (members.md). */
const APPLIED_ROWS = 500;

/** Takes everything back that a rehearsal has written. */
class Rehearsed extends Error {}

/**
 * Does the next piece of a run and leaves the rest to the next job, in the same transaction: whoever dies amid a piece
 * has done nothing of it. `done`: how far the run was when this piece was ordered; a piece ordered twice is done once.
 */
export async function workRun(runId: number, done: number): Promise<void> {
  const run = await ImportRun.findByPk(runId);
  if (run?.state === 'checking' && run.checked === done) await checkPiece(run);
  if (run?.state === 'applying' && run.applied === done) await applyPiece(run);
}

async function checkPiece(run: ImportRun): Promise<void> {
  const lines = await ImportLine.findAll({
    where: { runId: run.id, outcome: 'waiting' },
    order: [['number', 'ASC']],
    limit: CHECKED_ROWS,
  });
  const results: ImportRow[] = [];
  await transaction(async (t) => {
    results.length = 0;
    const known = await earlierTwins(run, lines, t);
    for (const line of lines) results.push(await judge(run, line, { known }, t));
    throw new Rehearsed();
  }).catch((error: unknown) => {
    if (!(error instanceof Rehearsed)) throw error;
  });
  await transaction(async (t) => {
    const current = await ImportRun.findByPk(run.id, { transaction: t, lock: t.LOCK.UPDATE });
    if (current?.state !== 'checking' || current.checked !== run.checked) return;
    for (const [at, line] of lines.entries()) {
      const result = results[at]!;
      const isDue = result.outcome === 'create' || result.outcome === 'update';
      await line.update({ outcome: result.outcome, result, isDue }, { transaction: t });
    }
    const checked = current.checked + lines.length;
    const isWhole = checked >= current.total;
    await current.update({ checked, state: isWhole ? 'checked' : 'checking' }, { transaction: t });
    if (!isWhole) await orderPiece(current, t);
  });
}

async function applyPiece(run: ImportRun): Promise<void> {
  await transaction(async (t) => {
    const current = await ImportRun.findByPk(run.id, { transaction: t, lock: t.LOCK.UPDATE });
    if (current?.state !== 'applying' || current.applied !== run.applied) return;
    const lines = await ImportLine.findAll({
      where: { runId: run.id, isDue: true },
      order: [['number', 'ASC']],
      limit: APPLIED_ROWS,
      transaction: t,
    });
    for (const line of lines) {
      const result = await judge(current, line, { known: new Map(), seen: line.result }, t);
      const outcome: RunOutcome = result.outcome === 'faulty' ? 'refused' : result.outcome;
      // Done with: what it held is the registry's now.
      const cells = outcome === 'refused' ? line.cells : '';
      await line.update({ isDue: false, outcome, result, cells }, { transaction: t });
    }
    const applied = current.applied + lines.length;
    await current.update({ applied }, { transaction: t });
    if (lines.length === APPLIED_ROWS) await orderPiece(current, t);
    else await finish(current, t);
  });
}

async function finish(run: ImportRun, t: Transaction): Promise<void> {
  const count = (outcome: RunOutcome) => ImportLine.count({ where: { runId: run.id, outcome }, transaction: t });
  const [create, update, unchanged, refused] = [
    await count('create'),
    await count('update'),
    await count('unchanged'),
    await count('refused'),
  ];
  await ImportLine.update({ cells: '' }, { where: { runId: run.id, outcome: 'unchanged' }, transaction: t });
  await dropFile(run.id, t);
  await run.update({ state: 'applied', endedAt: clock.now() }, { transaction: t });
  await writeAudit(
    {
      actor: actorOf(run),
      action: 'registry.imported',
      targetKind: 'list',
      targetId: 0,
      target: `${IMPORT_KINDS[run.kind]}：${run.fileName}`,
      detail: `新增${create}，修改${update}，无变化${unchanged}${refused > 0 ? `，未导入${refused}` : ''}`,
    },
    t,
  );
}

const actorOf = ({ accountId, accountName, address }: ImportRun): StaffActor => ({
  kind: 'staff',
  accountId,
  name: accountName,
  address,
  roles: ['registrar'],
});

function judge(
  run: ImportRun,
  line: ImportLine,
  more: { known: Map<string, EarlierRow>; seen?: ImportRow | null },
  t: Transaction,
): Promise<ImportRow> {
  const sheet = importables.answer[run.kind];
  const given = { number: line.number, isHidden: line.isHidden, cells: cellsOf(run.id, line) };
  return judgeRow({ actor: actorOf(run), sheet, header: headerOf(run), line: given, ...more }, t);
}

/** Rows of earlier pieces whose keys stand in this one as well. */
async function earlierTwins(
  run: ImportRun,
  lines: readonly ImportLine[],
  t: Transaction,
): Promise<Map<string, EarlierRow>> {
  const first = lines[0]?.number ?? 0;
  const keys = lines.map(({ keyIndex }) => keyIndex).filter((key) => key !== '');
  const twins = await ImportLine.findAll({
    attributes: ['keyIndex', 'number', 'outcome'],
    where: { runId: run.id, keyIndex: { [Op.in]: keys }, number: { [Op.lt]: first } },
    order: [['number', 'DESC']],
    transaction: t,
  });
  return new Map(
    twins.map(({ keyIndex, number, outcome }) => [
      keyIndex,
      { number, isWritten: outcome === 'create' || outcome === 'update' },
    ]),
  );
}
