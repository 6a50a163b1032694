import type { Transaction } from 'sequelize';
import { IMPORT_KINDS } from '../../contract/imports/enums.ts';
import type { ImportRow } from '../../contract/imports/replies.ts';
import { clock } from '../../platform/clock/clock.ts';
import { ImportLine, ImportRun } from './model.ts';
import { shownName, type Sheet } from './sheet.ts';

/**
 * Keeps what a small sheet did, as large ones are kept: who brought it in, and what became of each row. The cells are
 * the registry's now and are not kept.
 */
export async function keepApplied({ actor, kind, name }: Sheet, rows: readonly ImportRow[], t: Transaction) {
  const now = clock.now();
  const run = await ImportRun.create(
    {
      kind,
      fileName: shownName(name) || IMPORT_KINDS[kind],
      accountId: actor.accountId,
      accountName: actor.name,
      address: actor.address,
      header: [],
      state: 'applied',
      total: rows.length,
      checked: rows.length,
      applied: rows.filter(({ outcome }) => outcome === 'create' || outcome === 'update').length,
      createdAt: now,
      endedAt: now,
    },
    { transaction: t },
  );
  const lines = rows.map((result) => ({
    runId: run.id,
    number: result.row,
    isHidden: false,
    cells: '',
    keyIndex: '',
    outcome: result.outcome,
    isDue: false,
    result,
  }));
  await ImportLine.bulkCreate(lines, { transaction: t });
}
