import type { Transaction } from 'sequelize';
import type { MemberRecord } from '../../../contract/records/endpoints.ts';
import { within } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { targetOf, toSubjects } from './create-record.ts';
import { lockForWriting } from '../facts/lock-subjects.ts';
import { publishRecord } from './publish-record.ts';
import { describe, findRecord, type RecordKind } from './record-kind.ts';
import { refuseStale } from '../facts/version.ts';

/**
 * Removes a record that should not have been entered; the audit log keeps what it said. Throws `not_found`,
 * `changed_meanwhile` when somebody saved it since it was seen, `wrong_state`.
 */
export async function removeRecord<Row extends MemberRecord, Data extends object>(
  {
    actor,
    kind,
    id,
    version,
  }: {
    actor: StaffActor | null;
    kind: RecordKind<Row, Data>;
    id: number;
    version: number;
  },
  outer?: Transaction,
): Promise<null> {
  return within(outer, async (t) => {
    await lockForWriting(toSubjects(await findRecord(kind, { id }, t)), t);
    const row = await findRecord(kind, { id }, t);
    refuseStale(row, version);
    await kind.refuseRemoval?.(row, t);
    await kind.model.destroy({ where: { id }, transaction: t });
    await writeAudit(
      { actor, action: 'record.removed', ...targetOf(row), detail: `${kind.label}：${describe(kind.inWords(row))}` },
      t,
    );
    await publishRecord({ actor, kind, before: row, after: null }, t);
    await kind.removed?.({ row, by: actor }, t);
    return null;
  });
}
