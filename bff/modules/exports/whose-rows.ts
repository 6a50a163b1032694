import { z } from 'zod';
import { select } from '../../platform/db/database.ts';
import { inList } from '../../platform/db/keyset.ts';
import type { SubjectKind } from '../../contract/registry/enums.ts';

/** Tables of modules below that SQL of this one reads. */
export const reads = ['accounts', 'applications'] as const;

/** Of which lawyers a page of a list speaks: they read of it in 谁看过我的信息. */
export type WhoseRows<Row> = (rows: readonly Row[]) => readonly number[] | Promise<readonly number[]>;

export const ofRow: WhoseRows<{ lawyerId: number }> = (rows) => rows.map(({ lawyerId }) => lawyerId);

export const ofSubject: WhoseRows<{ subjectKind: SubjectKind; subjectId: number }> = (rows) =>
  rows.filter(({ subjectKind }) => subjectKind === 'lawyer').map(({ subjectId }) => subjectId);

const lawyerRow = z.strictObject({ lawyerId: z.int() });

async function lawyersBy(sql: string, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const list = inList(ids);
  const rows = await select(lawyerRow, `${sql} IN ${list.sql}`, list.values);
  return rows.map(({ lawyerId }) => lawyerId);
}

/** Applicants. */
export const ofApplications = (ids: readonly number[]): Promise<number[]> =>
  lawyersBy("SELECT applicant_id AS lawyerId FROM applications WHERE applicant_kind = 'lawyer' AND id", ids);

export const ofAccounts = (ids: readonly number[]): Promise<number[]> =>
  lawyersBy('SELECT lawyer_id AS lawyerId FROM accounts WHERE lawyer_id IS NOT NULL AND id', ids);
