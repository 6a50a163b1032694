import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { Firm, FirmFormerName, Lawyer } from '../model.ts';

export interface FirmRecord {
  firm: Firm;
  /** The latest first. */
  formerNames: FirmFormerName[];
  lawyerCount: number;
}

/** A firm with its former names and the number of its practising lawyers. Throws `not_found`. */
export async function findFirm({ id }: { id: number }, t?: Transaction): Promise<FirmRecord> {
  const transaction = t ?? null;
  const firm = await Firm.findByPk(id, { transaction, rejectOnEmpty: new AppError('not_found') });
  const formerNames = await FirmFormerName.findAll({
    where: { firmId: id },
    order: [
      ['untilOn', 'DESC'],
      ['id', 'DESC'],
    ],
    transaction,
  });
  const lawyerCount = await Lawyer.count({
    where: { firmId: id, status: 'active', category: 'practising' },
    transaction,
  });
  return { firm, formerNames, lawyerCount };
}
