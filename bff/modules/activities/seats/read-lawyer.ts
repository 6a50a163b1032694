import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { LAWYER_STATUSES } from '../../../contract/registry/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { AppError } from '../../../errors.ts';
import { select } from '../../../platform/db/database.ts';

const lawyerRow = z.strictObject({
  name: z.string(),
  licenceNo: z.string(),
  email: z.string(),
  status: oneOf(LAWYER_STATUSES),
  firmId: z.int().nullable(),
});
export type LawyerRow = z.infer<typeof lawyerRow>;

/** What activities have to know of a lawyer. Throws `not_found`. */
export async function readLawyer(id: number, t?: Transaction): Promise<LawyerRow> {
  const [lawyer] = await select(
    lawyerRow,
    'SELECT name, licence_no AS licenceNo, email, status, firm_id AS firmId FROM lawyers WHERE id = ?',
    [id],
    t,
  );
  if (!lawyer) throw new AppError('not_found');
  return lawyer;
}
