import type { QueryInterface } from 'sequelize';

/** Claims whose hours were removed since are no longer accepted; who runs this again changes nothing. */
export async function up(q: QueryInterface): Promise<void> {
  await q.sequelize.query(
    `UPDATE hours_claims SET state = 'revoked', accepted_tenths = NULL, live_key = NULL WHERE state = 'accepted'
       AND hours_record_id NOT IN (SELECT id FROM activity_hours)`,
  );
}

/** What was removed is not there again. */
export async function down(): Promise<void> {
  await Promise.resolve();
}
