import type { SubjectKind } from '../../contract/enums.ts';
import { select } from '../../platform/db/database.ts';

/** Firms and lawyers that are registered with a telephone number and have not been cancelled; two at most are enough. */
export async function findMembersByPhone(phone: string): Promise<{ kind: SubjectKind; id: number }[]> {
  if (phone === '') return [];
  return select<{ kind: SubjectKind; id: number }>(
    `SELECT 'firm' AS kind, id FROM firms WHERE phone = ? AND status <> 'cancelled'
     UNION ALL SELECT 'lawyer' AS kind, id FROM lawyers WHERE phone = ? AND status <> 'cancelled' LIMIT 2`,
    [phone, phone],
  );
}
