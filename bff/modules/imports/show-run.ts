import { Op } from 'sequelize';
import { z } from 'zod';
import { MAX_PAGE, type Page } from '../../contract/endpoint.ts';
import type { StaffActor } from '../../actor.ts';
import { toIso } from '../../contract/dates.ts';
import { RUN_OUTCOMES, type RunOutcome } from '../../contract/imports/enums.ts';
import type { ImportRow, ImportRun as RunReply } from '../../contract/imports/replies.ts';
import { oneOf } from '../../contract/reply-parts.ts';
import { AppError } from '../../errors.ts';
import { select, transaction } from '../../platform/db/database.ts';
import { inList, selectPage } from '../../platform/db/keyset.ts';
import { idRow } from '../../platform/db/rows.ts';
import { markFile, type MarkedFile } from './marking/mark-file.ts';
import type { MarkedRow } from './marking/marked-sheet.ts';
import { ImportLine, ImportRun } from './model.ts';
import { isStuck, orderPiece } from './order-piece.ts';
import { readFile } from './run-file.ts';
import { cellsOf, headerOf, labelsOfRun } from './stage-run.ts';

const countRow = z.strictObject({ runId: z.int(), outcome: z.string(), count: z.int() });

/** A run as the actor sees it: who may confirm it, and whether it has to be set going again. Throws `not_found`. */
export async function describeRun({ actor, id }: { actor: StaffActor; id: number }): Promise<RunReply> {
  const run = await ImportRun.findByPk(id);
  if (!run) throw new AppError('not_found');
  const [described] = await describeRuns([run], actor);
  return described!;
}

/** The same for several, in their order. */
export async function describeRuns(runs: readonly ImportRun[], actor: StaffActor): Promise<RunReply[]> {
  if (runs.length === 0) return [];
  const { sql, values } = inList(runs.map(({ id }) => id));
  const counted = Map.groupBy(
    await select(
      countRow,
      `SELECT run_id AS runId, outcome, COUNT(*) AS count FROM import_lines WHERE run_id IN ${sql} GROUP BY run_id, outcome`,
      values,
    ),
    ({ runId }) => runId,
  );
  return Promise.all(
    runs.map(async (run) => {
      const { id, kind, fileName, accountName: by, state, total, checked, applied } = run;
      if (state === 'discarded') throw new AppError('not_found');
      const counts = Object.fromEntries(Object.keys(RUN_OUTCOMES).map((outcome) => [outcome, 0])) as RunReply['counts'];
      for (const { outcome, count } of counted.get(id) ?? []) {
        if (outcome in counts) counts[outcome as RunOutcome] = count;
      }
      const noted = { held: run.held, doubtful: run.doubtful, unseen: run.unseen };
      const [createdAt, endedAt] = [toIso(run.createdAt), toIso(run.endedAt)];
      const can = { apply: state === 'checked' && run.accountId === actor.accountId, resume: await isStuck(run) };
      return { id, kind, fileName, by, state, total, checked, applied, counts, noted, createdAt, endedAt, can };
    }),
  );
}

/** Imports of everybody, newest first: large ones from their upload on, small ones once they are applied. */
export async function listImportRuns(wanted: {
  actor: StaffActor;
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<Page<RunReply>> {
  const { actor, cursor, limit } = wanted;
  const page = await selectPage({
    row: idRow,
    columns: 'r.id',
    from: 'import_runs r',
    where: [{ sql: "r.state <> 'discarded'", values: [] }],
    order: { by: 'r.id', id: 'r.id', direction: 'descending' },
    cursor,
    limit,
  });
  const runs = await ImportRun.findAll({ where: { id: page.items.map(({ id }) => id) }, order: [['id', 'DESC']] });
  return { ...page, items: await describeRuns(runs, actor) };
}

const lineRow = z.strictObject({ outcome: oneOf(RUN_OUTCOMES), result: z.string() });

/** Rows of a run in their order, of one outcome or all that have been looked through. */
export async function listRunRows(filter: {
  id: number;
  outcome?: RunOutcome | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<Page<ImportRow>> {
  const page = await selectPage({
    row: lineRow,
    columns: 'l.outcome, l.result',
    from: 'import_lines l',
    where: [
      { sql: 'l.run_id = ?', values: [filter.id] },
      { sql: filter.outcome ? 'l.outcome = ?' : 'l.outcome <> ?', values: [filter.outcome ?? 'waiting'] },
    ],
    order: { by: 'l.number', id: 'l.id', direction: 'ascending' },
    cursor: filter.cursor,
    limit: filter.limit ?? MAX_PAGE,
  });
  return { ...page, items: page.items.map(({ result }) => JSON.parse(result) as ImportRow) };
}

/**
 * Has a run applied that was looked through whole, by whoever brought it in: in that name its rows are written and its
 * contacts wait for a second person. Throws `not_found`, `forbidden`, `changed_meanwhile` for one that is not waiting
 * for it, `invalid_fields` while a row is at fault.
 */
export async function applyRun({ actor, id }: { actor: StaffActor; id: number }): Promise<RunReply> {
  const brought = await ImportRun.findByPk(id, { rejectOnEmpty: new AppError('not_found') });
  if (brought.accountId !== actor.accountId) {
    throw new AppError('forbidden', { message: '只有上传文件的人可以确认导入；其他人请自己重新上传后导入' });
  }
  const { counts } = await describeRun({ actor, id });
  if (counts.faulty > 0) {
    throw new AppError('invalid_fields', { fields: { file: `有 ${counts.faulty} 行有问题，改正后重新上传` } });
  }
  await transaction(async (t) => {
    const run = await ImportRun.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
    if (run?.state !== 'checked') throw new AppError('changed_meanwhile', { message: '这次导入不在等待确认' });
    await run.update({ state: 'applying' }, { transaction: t });
    await orderPiece(run, t);
  });
  return describeRun({ actor, id });
}

/**
 * Sets a run going again that has stopped amid its rows: its next piece is due at once, with all its attempts. It was
 * confirmed before, and its rows are written in the same name. Throws `not_found`, `changed_meanwhile`.
 */
export async function resumeRun({ actor, id }: { actor: StaffActor; id: number }): Promise<RunReply> {
  await transaction(async (t) => {
    const run = await ImportRun.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
    if (!run) throw new AppError('not_found');
    if (run.state !== 'checking' && run.state !== 'applying') {
      throw new AppError('changed_meanwhile', { message: '这次导入没有在进行' });
    }
    await orderPiece(run, t);
  });
  return describeRun({ actor, id });
}

/** Lines read at once: few enough for memory, many enough for the database. */
const PAGE_ROWS = 500;

/**
 * The file of a run with its faults marked, for whoever brought it in: identity numbers stand in it, which others see one
 * by one and with a reason. When it has been applied, the rows that were not are left of it. Throws `not_found`, `forbidden`.
 */
export async function markRun({ actor, id }: { actor: StaffActor; id: number }): Promise<MarkedFile> {
  const run = await ImportRun.findByPk(id, { rejectOnEmpty: new AppError('not_found') });
  if (run.state === 'discarded') throw new AppError('not_found');
  if (run.accountId !== actor.accountId) {
    throw new AppError('forbidden', { message: '只有上传文件的人可以下载；有问题的行和原因见本页' });
  }
  async function* pages(): AsyncGenerator<MarkedRow[]> {
    let after = 0;
    for (;;) {
      const lines = await ImportLine.findAll({
        where: { runId: id, number: { [Op.gt]: after } },
        order: [['number', 'ASC']],
        limit: PAGE_ROWS,
      });
      if (lines.length === 0) return;
      yield lines.map((line) => ({
        number: line.number,
        cells: cellsOf(run.id, line),
        result: line.result ?? { faults: [] },
      }));
      after = lines.at(-1)?.number ?? after;
    }
  }
  const headings = { header: headerOf(run), labels: labelsOfRun(run) };
  return markFile({ kind: run.kind, bytes: await readFile(run.id), headings, pages });
}
