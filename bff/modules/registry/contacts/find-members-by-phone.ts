import { z } from 'zod';
import { type SubjectKind, SUBJECT_KINDS } from '../../../contract/registry/enums.ts';
import { select } from '../../../platform/db/database.ts';
import { settledSince } from './opening-contacts.ts';
import { oneOf } from '../../../contract/reply-parts.ts';

const memberRow = z.strictObject({ kind: oneOf(SUBJECT_KINDS), id: z.int() });

/**
 * Firms and lawyers that are registered with a telephone number and have not been cancelled; two at most are enough. A
 * number that was changed a few days ago opens nothing yet.
 */
export async function findMembersByPhone(phone: string): Promise<{ kind: SubjectKind; id: number }[]> {
  if (phone === '') return [];
  const settled = "status <> 'cancelled' AND (phone_changed_at IS NULL OR phone_changed_at <= ?)";
  const since = settledSince();
  return select(
    memberRow,
    `SELECT 'firm' AS kind, id FROM firms WHERE phone = ? AND ${settled}
     UNION ALL SELECT 'lawyer' AS kind, id FROM lawyers WHERE phone = ? AND ${settled} LIMIT 2`,
    [phone, since, phone, since],
  );
}
