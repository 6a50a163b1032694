import type { Transaction } from 'sequelize';
import type { FirmActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { findLawyerByLicence } from '../facts/find-by-licence.ts';
import { Firm } from '../model.ts';
import type { Asked } from './ask-correction.ts';
import { CorrectionRequest } from './correction-model.ts';

/** A lawyer who joins a firm, as the firm writes it. */
export interface WrittenJoining {
  name: string;
  licenceNo: string;
  /** The day on the new licence. */
  on: string;
  reason: string;
}
export type AskedJoining = Asked & { joiningId: number };

/**
 * The move as the registry is asked for it: of the lawyer whom both name and number mean. Null where they mean nobody who
 * could be moved. Throws `invalid_fields` for a lawyer of the firm's own.
 */
export async function joiningOf(
  { firmId }: FirmActor,
  { name, licenceNo, on, reason }: WrittenJoining,
  t: Transaction,
): Promise<AskedJoining | null> {
  const lawyer = (await findLawyerByLicence(licenceNo, t))?.lawyer;
  if (lawyer?.name !== name || lawyer.status === 'cancelled') return null;
  if (lawyer.firmId === firmId) {
    throw new AppError('invalid_fields', { fields: { licenceNo: '该律师已登记在本所，不用申请转入' } });
  }
  const firm = await Firm.findByPk(firmId, { transaction: t, rejectOnEmpty: true });
  if (firm.status === 'cancelled') return null;
  return { joiningId: lawyer.id, field: 'transfer', wanted: `${firm.licenceNo} ${on}`, reason };
}

/** Whether the firm's request for this lawyer is open already; the lawyer is locked. */
export async function isJoiningOpen(
  { firmId }: FirmActor,
  { joiningId }: AskedJoining,
  t: Transaction,
): Promise<boolean> {
  const of = { subjectKind: 'lawyer', subjectId: joiningId, field: 'transfer' } as const;
  const where = { ...of, askerKind: 'firm', askerId: firmId, state: 'open' } as const;
  return (await CorrectionRequest.count({ where, transaction: t })) > 0;
}
