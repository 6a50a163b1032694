import { QueryTypes, type Transaction } from 'sequelize';
import type { ProgressState } from '../../../contract/profile-progress/enums.ts';
import { database } from '../../../platform/db/database.ts';

/** Where somebody is counted; null: nowhere. */
export type Counted = { firmId: number; state: ProgressState } | null;

/** Stands for all firms together, as a number that no firm has. */
export const ALL_FIRMS = -1;
/** Stands for everybody, as the number of a campaign that does not exist. */
export const EVERYBODY = 0;

/**
 * Counts somebody in another place than before. Rows are touched in one order, that of all firms last, because everybody
 * waits for it: so nobody waits for anybody in a ring, and nobody for long.
 */
export async function moveCount(campaignId: number, from: Counted, to: Counted, t: Transaction): Promise<void> {
  if (from?.firmId === to?.firmId && from?.state === to?.state) return;
  const sums = new Map<string, { firmId: number; state: ProgressState; by: number }>();
  const add = (firmId: number, state: ProgressState, by: 1 | -1) => {
    const key = `${firmId} ${state}`;
    sums.set(key, { firmId, state, by: (sums.get(key)?.by ?? 0) + by });
  };
  for (const [place, by] of [
    [from, -1],
    [to, 1],
  ] as const) {
    if (!place) continue;
    add(place.firmId, place.state, by);
    add(ALL_FIRMS, place.state, by);
  }
  const inOrder = [...sums.values()]
    .filter(({ by }) => by !== 0)
    .sort((a, b) => b.firmId - a.firmId || (a.state < b.state ? -1 : 1));
  for (const { firmId, state, by } of inOrder) await addTo({ campaignId, firmId, state, by }, t);
}

/** Adds to one counter; a row that is not there begins. */
export async function addTo(
  count: { campaignId: number; firmId: number; state: ProgressState; by: number },
  t: Transaction,
): Promise<void> {
  const { campaignId, firmId, state, by } = count;
  const onDuplicate =
    database.dialect === 'mysql'
      ? 'ON DUPLICATE KEY UPDATE n = n + ?'
      : 'ON CONFLICT (campaign_id, firm_id, state) DO UPDATE SET n = n + ?';
  await database.sequelize.query(
    `INSERT INTO profile_counts (campaign_id, firm_id, state, n) VALUES (?, ?, ?, ?) ${onDuplicate}`,
    { replacements: [campaignId, firmId, state, by, by], type: QueryTypes.INSERT, transaction: t },
  );
}
