import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { Firm, LawyerFirmPeriod, type Lawyer } from '../model.ts';
import { changePeriods, type Practice } from '../rules.ts';

/**
 * Carries a change of firm or status, which takes effect on `on`, into the history of firms. The caller holds the locks
 * (lock-subjects.ts) and writes the lawyer's own row. Throws `invalid_fields`.
 */
export async function recordPractice(lawyer: Lawyer, becomes: Practice, on: string, t: Transaction): Promise<void> {
  if (becomes.firmId !== null && becomes.firmId !== lawyer.firmId) await refuseUnfitFirm(becomes.firmId, t);
  const current = await LawyerFirmPeriod.findOne({ where: { lawyerId: lawyer.id, untilOn: null }, transaction: t });
  const change = changePeriods(current, becomes, on);
  if (typeof change === 'string') throw new AppError('invalid_fields', { fields: { firmSinceOn: change } });
  const isChange = change.current !== 'stays' || change.open !== null;
  if (isChange && on > clock.today()) {
    throw new AppError('invalid_fields', { fields: { firmSinceOn: '转入日期不能晚于今天：保存后即时生效' } });
  }
  if (change.current === 'removed') await current?.destroy({ transaction: t });
  else if (change.current !== 'stays')
    await current?.update({ untilOn: change.current.closeOn, version: current.version + 1 }, { transaction: t });
  if (!change.open) return;
  await refuseOverlap(lawyer.id, change.open.fromOn, t);
  await LawyerFirmPeriod.create(
    { lawyerId: lawyer.id, ...change.open, outsideFirmName: '', untilOn: null },
    { transaction: t },
  );
}

async function refuseUnfitFirm(firmId: number, t: Transaction): Promise<void> {
  const firm = await Firm.findByPk(firmId, { transaction: t });
  if (!firm) throw new AppError('invalid_fields', { fields: { firmId: '没有找到该执业机构，请重新选择' } });
  if (firm.status === 'cancelled') {
    throw new AppError('invalid_fields', { fields: { firmId: '该机构已注销，请选择其他执业机构' } });
  }
}

/** A period that begins before an earlier one ended would put the lawyer in two firms at once. */
async function refuseOverlap(lawyerId: number, fromOn: string, t: Transaction): Promise<void> {
  const last = await LawyerFirmPeriod.max<string | null, LawyerFirmPeriod>('untilOn', {
    where: { lawyerId },
    transaction: t,
  });
  if (last && last >= fromOn) {
    throw new AppError('invalid_fields', { fields: { firmSinceOn: `转入日期应晚于上一执业机构的截止日期${last}` } });
  }
}
