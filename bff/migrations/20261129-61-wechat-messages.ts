import type { QueryInterface } from 'sequelize';

/**
 * Subscribe messages of WeChat are messages like mails and texts; `inbox_entries.wechat` is written no more and goes with a
 * later release. What waited under the old job is not sent: the inbox and the mail have told it.
 */
export async function up(q: QueryInterface): Promise<void> {
  await q.sequelize.query("DELETE FROM jobs WHERE name = 'tell-by-wechat' AND state <> 'done'");
}

/** Nothing was added. */
export async function down(): Promise<void> {}
