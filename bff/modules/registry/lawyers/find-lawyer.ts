import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { select } from '../../../platform/db/database.ts';
import { identityDoubts } from '../../../contract/registry/identity.ts';
import { maskIdentity } from '../../../contract/text.ts';
import { decryptIdentity } from '../facts/identity.ts';
import { Firm, Lawyer } from '../model.ts';
import { doubtLicenceNo } from '../rules.ts';
import { day } from '../../../contract/reply-parts.ts';

export interface LawyerRecord {
  lawyer: Lawyer;
  firmName: string;
  identityMasked: string;
  /** The earliest first. */
  periods: { firmName: string; fromOn: string; untilOn: string | null }[];
  warnings: string[];
}

const periodRow = z.strictObject({ firmName: z.string(), fromOn: day, untilOn: day.nullable() });

/** A lawyer with firm, history of firms, masked identity number and doubts about both numbers. Throws `not_found`. */
export async function findLawyer({ id }: { id: number }, t?: Transaction): Promise<LawyerRecord> {
  const transaction = t ?? null;
  const lawyer = await Lawyer.findByPk(id, { transaction, rejectOnEmpty: new AppError('not_found') });
  const firm = lawyer.firmId === null ? null : await Firm.findByPk(lawyer.firmId, { transaction });
  const periods = await select(
    periodRow,
    `SELECT COALESCE(f.name, p.outside_firm_name) AS firmName, p.from_on AS fromOn, p.until_on AS untilOn
     FROM lawyer_firm_periods p LEFT JOIN firms f ON f.id = p.firm_id WHERE p.lawyer_id = ? ORDER BY p.from_on`,
    [id],
    t,
  );
  const identity = decryptIdentity(lawyer);
  const { identityKind, sex, firstPractisedOn } = lawyer;
  return {
    lawyer,
    firmName: firm?.name ?? '',
    identityMasked: maskIdentity(identity),
    periods,
    warnings: [...doubtLicenceNo(lawyer), ...identityDoubts({ identityKind, number: identity, sex, firstPractisedOn })],
  };
}
