import type { Transaction } from 'sequelize';
import { DISCIPLINE_KINDS, DISCIPLINE_STATES } from '../../../contract/registry/enums.ts';
import { transaction } from '../../../platform/db/database.ts';
import { log } from '../../../platform/log/log.ts';
import { storage } from '../../../platform/storage/storage.ts';
import { readLinesOf } from '../../audit/read-lines.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { DisciplineRecord } from '../model.ts';
import { describeSubject } from './create-discipline.ts';
import { disciplineEvidence, isDisciplineSealed } from './discipline-seal.ts';
import { findDiscipline } from './list-discipline.ts';

/** Says outside the database that it was done: it is done once, or a removed line would be made up for. */
const DONE = 'audit/discipline-sealed';

/**
 * Gives the discipline records of an installation from before the log witnessed them their lines, once. Of a record whose
 * entry the log does not have, the line says so, for somebody to compare it with the decision.
 */
export async function sealDisciplineOfBefore(): Promise<void> {
  if (await storage.exists(DONE)) return;
  await transaction(async (t) => {
    for (const { id } of await DisciplineRecord.findAll({ order: ['id'], transaction: t, lock: t.LOCK.UPDATE })) {
      if (!(await isDisciplineSealed(id, t))) await sealDiscipline(id, t);
    }
  });
  await storage.put(DONE, Buffer.from('1\n'));
}

/** Notes in the log how a record is that came in by no act of the staff. */
export async function sealDiscipline(id: number, t: Transaction): Promise<void> {
  const record = await DisciplineRecord.findByPk(id, { transaction: t, rejectOnEmpty: true });
  const row = await findDiscipline({ id }, t);
  const { lines } = await readLinesOf({ targetKind: 'discipline', targetId: id, actions: ['discipline.created'] }, t);
  if (lines.length === 0) log.warn({ discipline: id }, 'a discipline record that the log has not seen entered');
  const said = [DISCIPLINE_KINDS[row.kind], DISCIPLINE_STATES[row.state], row.documentNo].filter(Boolean).join('，');
  await writeAudit(
    {
      actor: null,
      action: 'discipline.sealed',
      targetKind: 'discipline',
      targetId: id,
      target: describeSubject(row),
      detail: lines.length === 0 ? `${said}；此前没有登记记录，请与处分决定书核对` : said,
      evidence: disciplineEvidence(record),
    },
    t,
  );
}
