import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { DISCIPLINE_KINDS } from '../../../contract/registry/enums.ts';
import { sha256 } from '../../../platform/crypto/sha256.ts';
import { select } from '../../../platform/db/database.ts';
import { inList, type Condition } from '../../../platform/db/keyset.ts';
import { readLinesOf } from '../../audit/read-lines.ts';
import { DisciplineRecord } from '../model.ts';

/** Whether the discipline records are those that were entered: letters say that there are none. */

const evidenceShape = z.strictObject({ record: z.string().regex(/^[0-9a-f]{64}$/) });
const BEGINNINGS = ['discipline.created', 'discipline.sealed'] as const;
const ACTIONS = [...BEGINNINGS, 'discipline.updated', 'discipline.withdrawn'] as const;

/** What of a record letters and reviews rest on; the remark is for staff alone. */
type Kept = Pick<
  DisciplineRecord,
  'id' | 'firmId' | 'lawyerId' | 'kind' | 'state' | 'documentNo' | 'decidedOn' | 'effectiveFromOn' | 'effectiveUntilOn'
>;

/** What the line of an entry or a change witnesses: the record as the act left it. */
export const disciplineEvidence = (record: Kept): string =>
  JSON.stringify(evidenceShape.parse({ record: hashOf(record) }));

function hashOf(record: Kept): string {
  const { id, firmId, lawyerId, kind, state, documentNo, decidedOn, effectiveFromOn, effectiveUntilOn } = record;
  const dates = [decidedOn, effectiveFromOn, effectiveUntilOn].map((on) => on ?? null);
  return sha256(JSON.stringify([Number(id), numberOf(firmId), numberOf(lawyerId), kind, state, documentNo, ...dates]));
}

const numberOf = (id: number | null | undefined): number | null =>
  id === null || id === undefined ? null : Number(id);

/** Whether any line of the log witnesses how the record is. */
export async function isDisciplineSealed(id: number, t: Transaction): Promise<boolean> {
  const { lines } = await readLinesOf({ targetKind: 'discipline', targetId: id, actions: ACTIONS }, t);
  return lines.some(({ evidence }) => evidence !== null);
}

/**
 * Compares the log with one record, whether it is there or not: null, or in words what somebody did who can write to the
 * database. A record that was withdrawn is in neither.
 */
export async function disciplineFault(id: number, t?: Transaction): Promise<string | null> {
  const row = await DisciplineRecord.findByPk(id, t ? { transaction: t } : {});
  const { lines, isWhole } = await readLinesOf({ targetKind: 'discipline', targetId: id, actions: ACTIONS }, t);
  const [first] = lines;
  if (!first) return row ? `第${id}条（${DISCIPLINE_KINDS[row.kind]}）：操作日志中没有登记记录` : null;
  const whose = `第${id}条，${first.target}`;
  if (!isWhole) return `${whose}：操作日志中的记录被改动`;
  const last = lines.at(-1);
  if (last?.action === 'discipline.withdrawn') return row ? `${whose}：已撤销登记，数据库中仍有` : null;
  if (!row) return `${whose}：操作日志中有登记、没有撤销，数据库中没有`;
  const sealed = lines.findLast(({ evidence }) => evidence !== null)?.evidence;
  if (!sealed) return `${whose}：操作日志中没有登记的内容`;
  const isSame = evidenceShape.parse(JSON.parse(sealed)).record === hashOf(row);
  return isSame ? null : `${whose}：数据库中的内容不是最后一次登记的内容`;
}

const targetRow = z.strictObject({ id: z.int() });

/** Records that the log has about members of these licence numbers, whether they are there or not. */
export const findLoggedDiscipline = (licenceNos: readonly string[], t?: Transaction): Promise<{ id: number }[]> => {
  const { sql, values } = inList(licenceNos);
  return findTargets({ sql: `AND target_number IN ${sql}`, values }, t);
};

function findTargets({ sql, values }: Condition, t?: Transaction): Promise<{ id: number }[]> {
  return select(
    targetRow,
    `SELECT DISTINCT target_id AS id FROM audit_entries WHERE target_kind = 'discipline' ${sql} ORDER BY target_id`,
    values,
    t,
  );
}

/** Compares every record with the log and the log with every record; answers what differs, in words. */
export async function checkDiscipline(signal: AbortSignal): Promise<string[]> {
  const rows = await DisciplineRecord.findAll({ attributes: ['id'] });
  const logged = await findTargets({ sql: '', values: [] });
  const faults: string[] = [];
  for (const id of new Set([...rows, ...logged].map((one) => one.id).sort((a, b) => a - b))) {
    signal.throwIfAborted();
    const fault = await disciplineFault(id);
    if (fault !== null) faults.push(fault);
  }
  return faults;
}
