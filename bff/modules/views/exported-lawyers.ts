import { Op, type Transaction } from 'sequelize';
import type { StaffActor } from '../../actor.ts';
import type { ExportKey } from '../../contract/exports/enums.ts';
import { clock } from '../../platform/clock/clock.ts';
import { ExportedLawyer } from './model.ts';
import { rolesAsKept } from './viewer.ts';

/** Rows in one statement. */
const AT_ONCE = 500;

/** Writes down whose rows a list had that was taken as a file, in the transaction that says it was. */
export async function noteExportedLawyers(
  taken: { actor: StaffActor; exportId: number; list: ExportKey; lawyerIds: Iterable<number> },
  t: Transaction,
): Promise<void> {
  const { actor, exportId, list } = taken;
  const said = { exportId, list, byId: actor.accountId, byRoles: rolesAsKept(actor), at: clock.now() };
  const ids = [...new Set(taken.lawyerIds)];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const rows = ids.slice(from, from + AT_ONCE).map((lawyerId) => ({ ...said, lawyerId }));
    await ExportedLawyer.bulkCreate(rows, { transaction: t });
  }
}

/** The latest exports that held a lawyer's row, newest first. */
export const listExportsOf = (lawyerId: number, limit: number): Promise<ExportedLawyer[]> =>
  ExportedLawyer.findAll({ where: { lawyerId }, order: [['id', 'DESC']], limit });

/** Removes what was taken before `before`. Answers how many rows. */
export const dropExportsBefore = (before: number): Promise<number> =>
  ExportedLawyer.destroy({ where: { at: { [Op.lt]: before } } });
