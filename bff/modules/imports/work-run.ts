import { Op, type Transaction } from 'sequelize';
import { IMPORT_KINDS, type RunOutcome } from '../../contract/imports/enums.ts';
import { notedIn } from '../../contract/imports/noted.ts';
import type { ImportRow } from '../../contract/imports/replies.ts';
import type { StaffActor } from '../../actor.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { importables } from './importable.ts';
import { dropSome } from './give-up-run.ts';
import { judgeRow, type EarlierRow } from './judge-row.ts';
import { ImportLine, ImportRun } from './model.ts';
import { isOf, leftOf, orderPiece } from './order-piece.ts';
import { dropFile } from './run-file.ts';
import { cellsOf, headerOf } from './stage-run.ts';

/** Rows taken up at once … */
const TURN_ROWS = 25;
/** … and how long a transaction goes on to the next one of them, ms: on SQLite others wait so long for their turn to write. */
const TURN_MS = 100;
/** Lines that are done with and emptied at once. */
const EMPTIED_LINES = 5_000;

/** Takes everything back that a rehearsal has written. */
class Rehearsed extends Error {}

/**
 * Does the piece of a run that was ordered when it was so far, `done`, in short transactions: each says how far the run is,
 * so that whoever dies amid a piece has done nothing by halves, and the last one orders the next piece. A piece ordered
 * twice is done once.
 */
export async function workRun(runId: number, done: number): Promise<void> {
  for (;;) {
    const run = await ImportRun.findByPk(runId);
    if (!run || !isOf(run, done)) return;
    if (run.state === 'checking') await checkSome(run);
    else if (run.state === 'applying') await applySome(run);
    else if (run.state === 'discarded') await dropSome(run);
    else return;
  }
}

async function checkSome(run: ImportRun): Promise<void> {
  const lines = await ImportLine.findAll({
    where: { runId: run.id, outcome: 'waiting' },
    order: [['number', 'ASC']],
    limit: Math.min(TURN_ROWS, leftOf(run)),
  });
  const results: ImportRow[] = [];
  await transaction(async (t) => {
    results.length = 0;
    const known = await earlierTwins(run, lines, t);
    for (const line of await earlierKin(run, lines, t)) await judge(run, line, { known: new Map() }, t);
    for (const line of turn(lines)) results.push(await judge(run, line, { known }, t));
    throw new Rehearsed();
  }).catch((error: unknown) => {
    if (!(error instanceof Rehearsed)) throw error;
  });
  await transaction(async (t) => {
    const current = await ImportRun.findByPk(run.id, { transaction: t, lock: t.LOCK.UPDATE });
    if (current?.state !== 'checking' || current.checked !== run.checked) return;
    for (const [at, result] of results.entries()) {
      const isDue = result.outcome === 'create' || result.outcome === 'update';
      await lines[at]!.update({ outcome: result.outcome, result, isDue }, { transaction: t });
    }
    const checked = current.checked + results.length;
    const isWhole = checked >= current.total;
    const { held, doubtful, unseen } = notedIn(results);
    await current.update(
      {
        checked,
        state: isWhole ? 'checked' : 'checking',
        held: current.held + held,
        doubtful: current.doubtful + doubtful,
        unseen: current.unseen + unseen,
      },
      { transaction: t },
    );
    if (!isWhole && !isOf(current, run.checked)) await orderPiece(current, t);
  });
}

/** The lines one after the other until the turn is over; the first one in any case. */
function* turn(lines: readonly ImportLine[]): Generator<ImportLine> {
  const until = performance.now() + TURN_MS;
  for (const [at, line] of lines.entries()) {
    if (at > 0 && performance.now() >= until) return;
    yield line;
  }
}

async function applySome(run: ImportRun): Promise<void> {
  await transaction(async (t) => {
    const current = await ImportRun.findByPk(run.id, { transaction: t, lock: t.LOCK.UPDATE });
    if (current?.state !== 'applying' || current.applied !== run.applied) return;
    const lines = await ImportLine.findAll({
      where: { runId: run.id, isDue: true },
      order: [['number', 'ASC']],
      limit: Math.min(TURN_ROWS, leftOf(run)),
      transaction: t,
    });
    if (lines.length === 0 && !(await emptySome(current, t))) return finish(current, t);
    let { applied } = current;
    for (const line of turn(lines)) {
      const result = await judge(current, line, { known: new Map(), seen: line.result }, t);
      const outcome: RunOutcome = result.outcome === 'faulty' ? 'refused' : result.outcome;
      // Done with: what it held is the registry's now.
      const cells = outcome === 'refused' ? line.cells : '';
      await line.update({ isDue: false, outcome, result, cells }, { transaction: t });
      applied += 1;
    }
    await current.update({ applied }, { transaction: t });
    if (!isOf(current, run.applied)) await orderPiece(current, t);
  });
}

/** Empties lines that change nothing; false when none is left. */
async function emptySome({ id }: ImportRun, t: Transaction): Promise<boolean> {
  const where = { runId: id, outcome: 'unchanged', cells: { [Op.ne]: '' } } as const;
  const full = await ImportLine.findAll({ attributes: ['id'], where, limit: EMPTIED_LINES, transaction: t });
  if (full.length > 0)
    await ImportLine.update({ cells: '' }, { where: { id: full.map((line) => line.id) }, transaction: t });
  return full.length > 0;
}

async function finish(run: ImportRun, t: Transaction): Promise<void> {
  const count = (outcome: RunOutcome) => ImportLine.count({ where: { runId: run.id, outcome }, transaction: t });
  const [create, update, unchanged, refused] = [
    await count('create'),
    await count('update'),
    await count('unchanged'),
    await count('refused'),
  ];
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

/** Rows of earlier pieces that may stand in the way of one of these: they are done before it, as they will be. */
async function earlierKin(run: ImportRun, lines: readonly ImportLine[], t: Transaction): Promise<ImportLine[]> {
  const kin = [...new Set(lines.map(({ kinIndex }) => kinIndex))].filter((index) => index !== '');
  return ImportLine.findAll({
    where: {
      runId: run.id,
      kinIndex: { [Op.in]: kin },
      number: { [Op.lt]: lines[0]?.number ?? 0 },
      outcome: { [Op.in]: ['create', 'update'] },
    },
    order: [['number', 'ASC']],
    transaction: t,
  });
}
