import type { Transaction } from 'sequelize';
import type { ReviewRule } from '../../../contract/review/enums.ts';
import { database } from '../../../platform/db/database.ts';
import type { Finding } from '../rules/rules.ts';

/**
 * Writes down why an application goes to a person: each rule in doubt once, for the statistics. Where all rules hold it
 * is the type that wants a person.
 */
export async function writeReferral(
  { applicationId, findings, at }: { applicationId: number; findings: readonly Finding[]; at: number },
  t: Transaction,
): Promise<void> {
  const doubtful = new Set(findings.filter(({ result }) => result !== 'holds').map(({ rule }) => rule));
  const rules: ReviewRule[] = doubtful.size > 0 ? [...doubtful] : ['manual_type'];
  // Only counted, never read as rows: it needs no model.
  await database.sequelize.getQueryInterface().bulkInsert(
    'application_referrals',
    rules.map((rule) => ({ application_id: applicationId, rule, referred_at: at })),
    { transaction: t },
  );
}
