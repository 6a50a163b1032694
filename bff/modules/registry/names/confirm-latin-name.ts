import type { Transaction } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { publishChanges } from '../facts/publish-changes.ts';
import { Lawyer } from '../model.ts';

/**
 * Confirms how a lawyer is called in Latin letters, and on what ground: from then on letters print that name and no other.
 * The lawyer is locked for writing. Confirmed already: nothing happens.
 */
export async function confirmLatinName(
  what: { actor: StaffActor; lawyerId: number; latinName: string; reason: string },
  t: Transaction,
): Promise<void> {
  const { actor, lawyerId, latinName, reason } = what;
  const lawyer = await Lawyer.findByPk(lawyerId, { transaction: t, rejectOnEmpty: true });
  if (lawyer.latinName === latinName && lawyer.latinNameConfirmedOn !== null) return;
  const before = lawyer.latinName;
  await lawyer.update(
    { latinName, latinNameConfirmedOn: clock.today(), version: lawyer.version + 1, updatedAt: clock.now() },
    { transaction: t },
  );
  await writeAudit(
    {
      actor,
      action: 'lawyer.latin-name-confirmed',
      targetKind: 'lawyer',
      targetId: lawyerId,
      target: `${lawyer.name}（执业证号：${lawyer.licenceNo}）`,
      detail: `${before && before !== latinName ? `${before}→${latinName}` : latinName}（依据：${reason}）`,
    },
    t,
  );
  const subject = { kind: 'lawyer', id: lawyerId, name: lawyer.name, licenceNo: lawyer.licenceNo } as const;
  const fact = { fact: 'name', label: '外文姓名', before, after: latinName, effectiveOn: null } as const;
  await publishChanges({ subject, by: actor.name, facts: [fact] }, t);
}
