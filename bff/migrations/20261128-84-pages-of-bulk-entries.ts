import type { QueryInterface } from 'sequelize';

/** Entries about bulk applications from before pages were kept lead to the page of all of them. */
export async function up(q: QueryInterface): Promise<void> {
  await q.sequelize.query(`UPDATE inbox_entries SET page = 'bulk' WHERE event = 'bulk_done' AND page = ''`);
}

export async function down(q: QueryInterface): Promise<void> {
  await q.sequelize.query(`UPDATE inbox_entries SET page = '' WHERE page = 'bulk'`);
}
