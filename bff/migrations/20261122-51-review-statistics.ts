import { QueryTypes, type QueryInterface } from 'sequelize';
import { id, identifier, instant, ownedBy } from '../platform/db/columns.ts';
import { addIndex, createTable, dropIndex, dropTable } from '../platform/db/ddl.ts';

/** In the order in which statistics ask: the mode, the window of time, and then only columns that are read. */
const DECISIONS = ['review_mode', 'decided_at', 'type_id', 'decided_by', 'outcome', 'submitted_at'];
const FAILED = ['issue_state', 'submitted_at', 'id'];

/**
 * What the statistics of review read. Decisions come from one covering index: a rollup per day would be a row that a
 * thousand decisions of the same minute wait for, and gives no exact median. Reasons for a referral stand in JSON beside
 * the application, too long to be read by the thousand: each gets a row of its own.
 */
export async function up(q: QueryInterface): Promise<void> {
  await addIndex(q, 'applications', DECISIONS);
  await addIndex(q, 'applications', FAILED);
  await createTable(
    q,
    'application_referrals',
    { id: id(), application_id: ownedBy('applications'), rule: identifier(40), referred_at: instant() },
    { unique: [['application_id', 'rule']], indexes: [['referred_at', 'rule', 'application_id']] },
  );
  await fillReferrals(q);
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'application_referrals');
  await dropIndex(q, 'applications', FAILED);
  await dropIndex(q, 'applications', DECISIONS);
}

interface Waiting {
  id: number;
  submitted_at: number;
  findings: string;
}
const BATCH = 1_000;

/** The reasons of applications that were referred before this table stood; begins anew where it stopped half way. */
async function fillReferrals(q: QueryInterface): Promise<void> {
  const [done] = await q.sequelize.query<{ last: number | null }>(
    'SELECT MAX(application_id) AS last FROM application_referrals',
    { type: QueryTypes.SELECT },
  );
  for (let after = done?.last ?? 0; ;) {
    const rows = await q.sequelize.query<Waiting>(
      "SELECT id, submitted_at, findings FROM applications WHERE review_mode = 'manual' AND id > ? ORDER BY id LIMIT ?",
      { type: QueryTypes.SELECT, replacements: [after, BATCH] },
    );
    const reasons = rows.flatMap((row) =>
      rulesIn(row.findings).map((rule) => ({ application_id: row.id, rule, referred_at: row.submitted_at })),
    );
    if (reasons.length > 0) await q.bulkInsert('application_referrals', reasons);
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.id;
  }
}

function rulesIn(findings: string): string[] {
  const doubtful = (JSON.parse(findings) as { rule: string; result: string }[]).filter((f) => f.result === 'doubtful');
  return doubtful.length > 0 ? [...new Set(doubtful.map(({ rule }) => rule))] : ['manual_type'];
}
