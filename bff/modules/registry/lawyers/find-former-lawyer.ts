import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { select } from '../../../platform/db/database.ts';
import { toNameKey } from '../facts/search-names.ts';

const nameRow = z.strictObject({ id: z.int(), name: z.string() });

/**
 * The cancelled lawyer who bears exactly this licence number and this name, as the registry's search compares names
 * (dots, blanks, case and width do not matter), or null: whoever knows only one of both learns nothing.
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
  // Compared here: the database takes 𠮷 less exactly than the registry's own search.
  const typed = compared(name);
  return rows.find((lawyer) => compared(lawyer.name) === typed)?.id ?? null;
}

/** Accents neither: old lists leave them out. */
const compared = (name: string) => toNameKey(name, 'lawyer').normalize('NFD').replace(/\p{M}/gu, '');
