import type { Transaction } from 'sequelize';
import type { z } from 'zod';
import type { DisciplineRow } from '../../../contract/registry/endpoints.ts';
import { DISCIPLINE_KINDS, DISCIPLINE_STATES, type SubjectKind } from '../../../contract/registry/enums.ts';
import type { disciplineInput } from '../../../contract/registry/schemas.ts';
import { AppError } from '../../../errors.ts';
import { publish } from '../../../events.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { within } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { disciplineEvidence } from './discipline-seal.ts';
import { findDiscipline } from './list-discipline.ts';
import { lockForWriting, type Subjects } from '../facts/lock-subjects.ts';
import { refuseFuture } from '../records/record-kind.ts';
import { DisciplineRecord, Firm, Lawyer } from '../model.ts';

export type DisciplineData = z.output<typeof disciplineInput>;

/**
 * Enters a discipline record. A certificate about the same subject that is being decided at this moment is decided
 * first, or waits and sees the record. Throws `invalid_fields` when there is no such subject, or for a decision to come.
 */
export async function createDiscipline(
  { actor, input }: { actor: StaffActor; input: DisciplineData },
  outer?: Transaction,
): Promise<DisciplineRow> {
  refuseFuture({ decidedOn: { label: '决定日期', on: input.decidedOn } });
  return within(outer, async (t) => {
    await lockForWriting(subjectsOf([input]), t);
    await refuseUnknownSubject(input, t);
    const now = clock.now();
    const { subjectKind: _kind, subjectId: _id, version: _unused, ...columns } = input;
    const record = await DisciplineRecord.create(
      { ...columns, ...subjectColumns(input), version: 1, createdAt: now, updatedAt: now },
      { transaction: t },
    );
    const row = await findDiscipline({ id: record.id }, t);
    await writeAudit(
      {
        actor,
        action: 'discipline.created',
        targetKind: 'discipline',
        targetId: row.id,
        target: describeSubject(row),
        detail: [DISCIPLINE_KINDS[row.kind], DISCIPLINE_STATES[row.state], row.documentNo].filter(Boolean).join('，'),
        evidence: disciplineEvidence(record),
      },
      t,
    );
    await publishDiscipline({ actor, row, before: null }, t);
    return row;
  });
}

interface Subject {
  subjectKind: SubjectKind;
  subjectId: number;
}

/** What to lock before a record of these subjects changes. */
export function subjectsOf(subjects: Subject[]): Subjects {
  const idsOf = (kind: SubjectKind) => subjects.filter((s) => s.subjectKind === kind).map((s) => s.subjectId);
  return { firmIds: idsOf('firm'), lawyerIds: idsOf('lawyer') };
}

/** The two columns that hold a subject: exactly one is set. */
export function subjectColumns({ subjectKind, subjectId }: Subject) {
  return {
    firmId: subjectKind === 'firm' ? subjectId : null,
    lawyerId: subjectKind === 'lawyer' ? subjectId : null,
  };
}

/** Throws `invalid_fields` when the subject does not exist. */
export async function refuseUnknownSubject({ subjectKind, subjectId }: Subject, t: Transaction): Promise<void> {
  const where = { id: subjectId };
  const found =
    subjectKind === 'firm'
      ? await Firm.count({ where, transaction: t })
      : await Lawyer.count({ where, transaction: t });
  if (found === 0) throw new AppError('invalid_fields', { fields: { subjectId: '没有找到处分对象，请重新选择' } });
}

/** Says that what there is against the subject is otherwise now. `before` null: the record is new. */
export async function publishDiscipline(
  change: { actor: StaffActor; row: DisciplineRow; before: DisciplineRow | null },
  t: Transaction,
): Promise<void> {
  const { actor, row, before } = change;
  const { subjectKind: kind, subjectId: id, subjectName: name, subjectLicenceNo: licenceNo } = row;
  const isNew = before === null || before.subjectKind !== kind || before.subjectId !== id;
  if (!isNew && inShort(before) === inShort(row)) return;
  const words = `行业处分：${isNew ? '' : `${inShort(before)}→`}${inShort(row)}`;
  await publish(
    'member.changed',
    {
      subject: { kind, id, name, licenceNo },
      fact: 'discipline',
      recordId: row.id,
      before: '',
      effectiveOn: row.effectiveFromOn ?? row.decidedOn,
      words,
      by: actor.name,
    },
    t,
  );
}

/** What letters make of a record. */
const inShort = ({ kind, state, documentNo, decidedOn, effectiveFromOn, effectiveUntilOn }: DisciplineRow): string =>
  [
    DISCIPLINE_KINDS[kind],
    DISCIPLINE_STATES[state],
    documentNo,
    decidedOn && `${decidedOn}决定`,
    effectiveFromOn && `${effectiveFromOn}生效`,
    effectiveUntilOn && `${effectiveUntilOn}届满`,
  ]
    .filter(Boolean)
    .join('，');

/** A record as the audit log names it: by its subject. */
export const describeSubject = (row: DisciplineRow) => `${row.subjectName}（${row.subjectLicenceNo}）`;
