import { QueryTypes, type QueryInterface } from 'sequelize';
import { DAY_MS, startOfShanghaiDay, toShanghaiDate } from '../contract/dates.ts';
import { optional, plainDate } from '../platform/db/columns.ts';
import { addColumn, addIndex, dropColumn, dropIndex } from '../platform/db/ddl.ts';

/** Everything that is counted stands in it, so that no row is opened. */
const COUNTED = ['opened_on', 'assignee_id', 'opened_at', 'taken_at', 'closed_at', 'ended_by', 'ticket_id', 'rating'];

/** The day on which a talk was begun in Shanghai, by which talks are counted. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'chats', 'opened_on', optional(plainDate()));
  const [known] = await q.sequelize.query<{ first: number | null; last: number | null }>(
    'SELECT MIN(opened_at) AS first, MAX(opened_at) AS last FROM chats WHERE opened_on IS NULL',
    { type: QueryTypes.SELECT },
  );
  if (known && known.first !== null) {
    const last = Number(known.last);
    for (let day = startOfShanghaiDay(toShanghaiDate(Number(known.first))); day <= last; day += DAY_MS) {
      await q.sequelize.query(
        'UPDATE chats SET opened_on = ? WHERE opened_on IS NULL AND opened_at >= ? AND opened_at < ?',
        {
          replacements: [toShanghaiDate(day), day, day + DAY_MS],
        },
      );
    }
  }
  await addIndex(q, 'chats', COUNTED);
}

export async function down(q: QueryInterface): Promise<void> {
  await dropIndex(q, 'chats', COUNTED);
  await dropColumn(q, 'chats', 'opened_on');
}
