import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { within } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { nameAndNumber } from '../firms/create-firm.ts';
import { findFirm, type FirmRecord } from '../firms/find-firm.ts';
import { lockForWriting } from '../facts/lock-subjects.ts';
import { publishChanges } from '../facts/publish-changes.ts';
import { Firm } from '../model.ts';
import { refuseStale } from '../facts/version.ts';

/**
 * Sets how a firm is called in English and confirms it as of today: from then on letters in two languages use it. A new
 * Chinese name ends that (update-firm.ts). Throws `not_found`, `changed_meanwhile`.
 */
export async function confirmEnglishName(
  {
    actor,
    id,
    input: { englishName, version },
  }: {
    actor: StaffActor;
    id: number;
    input: { englishName: string; version: number };
  },
  outer?: Transaction,
): Promise<FirmRecord> {
  return within(outer, async (t) => {
    await lockForWriting({ firmIds: [id], lawyerIds: [] }, t);
    const firm = await Firm.findByPk(id, { transaction: t, rejectOnEmpty: new AppError('not_found') });
    refuseStale(firm, version);
    const before = firm.englishName;
    if (before === englishName && firm.englishNameConfirmedOn !== null) return findFirm({ id }, t);
    await firm.update(
      { englishName, englishNameConfirmedOn: clock.today(), version: firm.version + 1, updatedAt: clock.now() },
      { transaction: t },
    );
    await writeAudit(
      {
        actor,
        action: 'firm.english-name-confirmed',
        targetKind: 'firm',
        targetId: id,
        target: nameAndNumber(firm),
        detail: before && before !== englishName ? `${before}→${englishName}` : englishName,
      },
      t,
    );
    const subject = { kind: 'firm', id, name: firm.name, licenceNo: firm.licenceNo } as const;
    const fact = { fact: 'name', label: '英文名称', before, after: englishName, effectiveOn: null } as const;
    await publishChanges({ subject, by: actor.name, facts: [fact] }, t);
    return findFirm({ id }, t);
  });
}
