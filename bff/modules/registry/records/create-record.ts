import type { Transaction } from 'sequelize';
import type { MemberRecord } from '../../../contract/records/endpoints.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { within } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { lockForWriting, type Subjects } from '../facts/lock-subjects.ts';
import { Firm, Lawyer } from '../model.ts';
import { publishRecord } from './publish-record.ts';
import { describe, findRecord, refuse, type RecordKind, type Subject } from './record-kind.ts';

/**
 * Enters a record about a member. A certificate about that member which is being decided at this moment is decided
 * first, or waits and sees the record. `actor` null: a machine does it. Throws `invalid_fields`, `duplicate`.
 */
export async function createRecord<Row extends MemberRecord, Data extends object>(
  {
    actor,
    kind,
    input,
  }: {
    actor: StaffActor | null;
    kind: RecordKind<Row, Data>;
    input: Subject & Data;
  },
  outer?: Transaction,
): Promise<Row> {
  return within(outer, async (t) => {
    await lockForWriting(toSubjects(input), t);
    await refuseUnknown(input, t);
    await kind.check({ subject: input, stored: null, data: input }, t);
    const now = clock.now();
    const created = await kind.model.create(
      {
        ...kind.toAttributes(input),
        [`${input.subjectKind}Id`]: input.subjectId,
        version: 1,
        createdAt: now,
        updatedAt: now,
      },
      { transaction: t },
    );
    const row = await findRecord(kind, { id: Number(created.get('id')) }, t);
    await writeAudit(
      { actor, action: 'record.created', ...targetOf(row), detail: `${kind.label}：${describe(kind.inWords(row))}` },
      t,
    );
    await publishRecord({ actor, kind, before: null, after: row }, t);
    return row;
  });
}

/** What to lock before a record of this member changes. */
export const toSubjects = ({ subjectKind, subjectId }: Subject): Subjects => ({
  firmIds: subjectKind === 'firm' ? [subjectId] : [],
  lawyerIds: subjectKind === 'lawyer' ? [subjectId] : [],
});

/** Whom a line of the audit log is about: the member, so that everything about one member is found together. */
export const targetOf = ({ subjectKind, subjectId, subjectName, subjectLicenceNo }: MemberRecord) => ({
  targetKind: subjectKind,
  targetId: subjectId,
  target: `${subjectName}（${subjectKind === 'firm' ? '执业许可证号' : '执业证号'}：${subjectLicenceNo}）`,
});

async function refuseUnknown({ subjectKind, subjectId }: Subject, t: Transaction): Promise<void> {
  const options = { where: { id: subjectId }, transaction: t };
  const found = subjectKind === 'firm' ? await Firm.count(options) : await Lawyer.count(options);
  if (found === 0) refuse({ subjectId: '没有找到该会员，请重新选择' });
}
