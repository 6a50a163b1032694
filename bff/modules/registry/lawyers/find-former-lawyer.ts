import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { toPlainName } from '../../../contract/names.ts';
import { select } from '../../../platform/db/database.ts';

const nameRow = z.strictObject({ id: z.int(), name: z.string() });

/**
 * The cancelled lawyer who bears exactly this licence number and this name, however its dots and blanks are typed, or
 * null: whoever knows only one of both learns nothing.
 */
export async function findFormerLawyer(
  { licenceNo, name }: { licenceNo: string; name: string },
  t?: Transaction,
): Promise<number | null> {
  const rows = await select(
    nameRow,
    `SELECT id, name FROM lawyers WHERE licence_no = ? AND status = 'cancelled'`,
    [licenceNo],
    t,
  );
  // Compared here: the database's words for people take 𠮷 and case less exactly.
  const typed = toPlainName(name);
  return rows.find((lawyer) => toPlainName(lawyer.name) === typed)?.id ?? null;
}
