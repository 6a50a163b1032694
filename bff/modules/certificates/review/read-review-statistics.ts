import { DAY_MS } from '../../../contract/dates.ts';
import { z } from 'zod';
import type { ReviewStatistics } from '../../../contract/review/endpoints.ts';
import { REVIEW_RULES, REVIEW_MODES, OUTCOMES } from '../../../contract/review/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { countRow } from '../../../platform/db/rows.ts';

const ruleRow = z.strictObject({ rule: oneOf(REVIEW_RULES), n: z.int() });

const overruledRow = z.strictObject({ rule: oneOf(REVIEW_RULES), name: z.string(), applications: z.int() });

const labelRow = z.strictObject({ id: z.int(), label: z.string() });

/**
 * How review went in the last days, by time of decision. Every statement reads only the window of a covering index
 * (migration 20261130-11), so its cost follows the decisions of those days, not the years before: with a million applications
 * the last 90 days are some 45,000 at 500 a day. Medians are exact; of an even number, the lower of the middle two.
 */
export async function readReviewStatistics({ days }: { days: number }): Promise<ReviewStatistics> {
  const since = clock.now() - days * DAY_MS;
  const [counts, all, perType, perReviewer, labels, reasons, referred, overruled] = await Promise.all([
    decisions(since),
    medians('0', since),
    medians('type_id', since),
    medians('decided_by', since),
    select(labelRow, 'SELECT id, label FROM certificate_types', []),
    select(
      ruleRow,
      'SELECT rule, COUNT(*) AS n FROM application_referrals WHERE referred_at >= ? GROUP BY rule ORDER BY n DESC, rule',
      [since],
    ),
    select(countRow, 'SELECT COUNT(DISTINCT application_id) AS n FROM application_referrals WHERE referred_at >= ?', [
      since,
    ]),
    select(
      overruledRow,
      `SELECT rule, by_name AS name, COUNT(*) AS applications FROM overruled_doubts WHERE at >= ?
       GROUP BY rule, by_name ORDER BY applications DESC, rule, by_name`,
      [since],
    ),
  ]);
  const sum = (wanted: (row: Decided) => boolean) => counts.filter(wanted).reduce((total, { n }) => total + n, 0);
  const labelOf = new Map(labels.map(({ id, label }) => [id, label]));
  const byPerson = ({ reviewMode }: Decided) => reviewMode === 'manual';
  const isRejected = ({ outcome }: Decided) => outcome === 'rejected';
  return {
    days,
    decided: sum(() => true),
    automatic: sum((row) => !byPerson(row)),
    rejected: sum(isRejected),
    medianMinutes: minutes(all[0]?.ms),
    byType: [...new Set(counts.map(({ typeId }) => typeId))]
      .map((typeId) => ({
        typeId,
        label: labelOf.get(typeId) ?? '',
        automatic: sum((row) => row.typeId === typeId && !byPerson(row)),
        manual: sum((row) => row.typeId === typeId && byPerson(row)),
        rejected: sum((row) => row.typeId === typeId && isRejected(row)),
        medianMinutes: minutes(perType.find(({ part }) => part === typeId)?.ms),
      }))
      .sort((a, b) => b.automatic + b.manual - a.automatic - a.manual || a.typeId - b.typeId),
    byReviewer: [...new Set(counts.filter(byPerson).map(({ decidedBy }) => decidedBy))]
      .map((name) => ({
        name,
        decided: sum((row) => byPerson(row) && row.decidedBy === name),
        rejected: sum((row) => byPerson(row) && row.decidedBy === name && isRejected(row)),
        medianMinutes: minutes(perReviewer.find(({ part }) => part === name)?.ms),
      }))
      .sort((a, b) => b.decided - a.decided),
    referred: referred[0]?.n ?? 0,
    reasons: reasons.map(({ rule, n }) => ({ rule, applications: n })),
    overruled,
  };
}

const decidedRow = z.strictObject({
  reviewMode: oneOf(REVIEW_MODES),
  typeId: z.int(),
  decidedBy: z.string(),
  outcome: oneOf(OUTCOMES),
  n: z.int(),
});
type Decided = z.infer<typeof decidedRow>;

const decisions = (since: number) =>
  select(
    decidedRow,
    `SELECT review_mode AS reviewMode, type_id AS typeId, decided_by AS decidedBy, outcome, COUNT(*) AS n
     FROM applications WHERE review_mode IN ('automatic', 'manual') AND decided_at >= ?
     GROUP BY review_mode, type_id, decided_by, outcome`,
    [since],
  );

const msRow = z.strictObject({ part: z.union([z.string(), z.number()]), ms: z.number() });

/** Median time from submission to a person's decision, without waiting for the member, of each part. */
const medians = (part: '0' | 'type_id' | 'decided_by', since: number) =>
  select(
    msRow,
    `SELECT part, ms FROM (
       SELECT part, ms, ROW_NUMBER() OVER (PARTITION BY part ORDER BY ms) AS place, COUNT(*) OVER (PARTITION BY part) AS n
       FROM (SELECT ${part} AS part, decided_at - submitted_at - member_ms AS ms FROM applications
             WHERE review_mode = 'manual' AND decided_at >= ?) AS decided
     ) AS placed WHERE place * 2 IN (n, n + 1)`,
    [since],
  );

const minutes = (ms: number | undefined): number | null => (ms === undefined ? null : Math.round(ms / 60_000));
