import type { Transaction } from 'sequelize';
import type { DisciplineRow } from '../../../contract/registry/endpoints.ts';
import { DISCIPLINE_KINDS, DISCIPLINE_STATES } from '../../../contract/registry/enums.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { within } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import {
  describeSubject,
  publishDiscipline,
  refuseUnknownSubject,
  subjectColumns,
  subjectsOf,
  type DisciplineData,
} from './create-discipline.ts';
import { disciplineEvidence } from './discipline-seal.ts';
import { findDiscipline } from './list-discipline.ts';
import { lockForWriting } from '../facts/lock-subjects.ts';
import { DisciplineRecord } from '../model.ts';
import { describeChanges } from '../rules.ts';
import { refuseFuture } from '../records/record-kind.ts';
import { refuseStale } from '../facts/version.ts';

const LABELS = {
  subject: '对象',
  kind: '处分种类',
  state: '状态',
  documentNo: '文号',
  decidedOn: '决定日期',
  effectiveFromOn: '生效日期',
  effectiveUntilOn: '届满日期',
  remark: '备注',
} as const;

/** Changes a discipline record. Throws `not_found`, `changed_meanwhile`, `invalid_fields`. */
export async function updateDiscipline(
  { actor, id, input }: { actor: StaffActor; id: number; input: DisciplineData },
  outer?: Transaction,
): Promise<DisciplineRow> {
  refuseFuture({ decidedOn: { label: '决定日期', on: input.decidedOn } });
  return within(outer, async (t) => {
    const seen = await findDiscipline({ id }, t);
    await lockForWriting(subjectsOf([seen, input]), t);
    // Two who entered from the same page: the second waits on the record itself, should the subject differ.
    const record = await DisciplineRecord.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
    if (!record) throw new AppError('not_found');
    const before = await findDiscipline({ id }, t);
    refuseStale(before, input.version);
    await refuseUnknownSubject(input, t);
    const { subjectKind: _kind, subjectId: _id, version: _unused, ...columns } = input;
    await record.update(
      { ...columns, ...subjectColumns(input), version: before.version + 1, updatedAt: clock.now() },
      { transaction: t },
    );
    const row = await findDiscipline({ id }, t);
    await writeAudit(
      {
        actor,
        action: 'discipline.updated',
        targetKind: 'discipline',
        targetId: id,
        target: describeSubject(row),
        detail: describeChanges(inWords(before), inWords(row), LABELS),
        evidence: disciplineEvidence(record),
      },
      t,
    );
    await publishDiscipline({ actor, row, before }, t);
    return row;
  });
}

function inWords(row: DisciplineRow) {
  return {
    subject: describeSubject(row),
    kind: DISCIPLINE_KINDS[row.kind],
    state: DISCIPLINE_STATES[row.state],
    documentNo: row.documentNo,
    decidedOn: row.decidedOn ?? '',
    effectiveFromOn: row.effectiveFromOn ?? '',
    effectiveUntilOn: row.effectiveUntilOn ?? '',
    remark: row.remark,
  };
}
