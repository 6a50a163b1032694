import { DISCIPLINE_KINDS, DISCIPLINE_STATES } from '../../../contract/registry/enums.ts';
import { publish } from '../../../events.ts';
import { transaction } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { lockForWriting } from '../facts/lock-subjects.ts';
import { refuseStale } from '../facts/version.ts';
import { DisciplineRecord } from '../model.ts';
import { describeSubject, subjectsOf } from './create-discipline.ts';
import { findDiscipline } from './list-discipline.ts';

/**
 * Takes back a discipline record that should never have been entered (twice, or about somebody else); what was decided and
 * dropped is 已撤案 instead. The audit log keeps all that it said, and why. Throws `not_found`, `changed_meanwhile`.
 */
export async function withdrawDiscipline({
  actor,
  id,
  version,
  reason,
}: {
  actor: StaffActor;
  id: number;
  version: number;
  reason: string;
}): Promise<null> {
  return transaction(async (t) => {
    const seen = await findDiscipline({ id }, t);
    await lockForWriting(subjectsOf([seen]), t);
    const row = await findDiscipline({ id }, t);
    refuseStale(row, version);
    await DisciplineRecord.destroy({ where: { id }, transaction: t });
    const { kind, state, documentNo, decidedOn, effectiveFromOn, effectiveUntilOn, remark } = row;
    const said = [
      DISCIPLINE_KINDS[kind],
      DISCIPLINE_STATES[state],
      documentNo,
      decidedOn && `${decidedOn}决定`,
      effectiveFromOn && `${effectiveFromOn}生效`,
      effectiveUntilOn && `${effectiveUntilOn}届满`,
      remark,
    ].filter(Boolean);
    await writeAudit(
      {
        actor,
        action: 'discipline.withdrawn',
        targetKind: 'discipline',
        targetId: id,
        target: describeSubject(row),
        detail: `撤销原因：${reason}；原记录：${said.join('，')}`,
      },
      t,
    );
    const { subjectKind, subjectId, subjectName: name, subjectLicenceNo: licenceNo } = row;
    await publish(
      'member.changed',
      {
        subject: { kind: subjectKind, id: subjectId, name, licenceNo },
        fact: 'discipline-withdrawn',
        recordId: null,
        // As a letter that lists it names it.
        before: documentNo || (decidedOn ?? '').replaceAll('-', '.'),
        effectiveOn: null,
        words: `行业处分登记撤销：${said.join('，')}`.slice(0, 480),
        by: actor.name,
      },
      t,
    );
    return null;
  });
}
