import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, optional, ownedBy } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** 签到提问 of online activities: at what part of it each is asked, and who has answered. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'code_questions',
    {
      id: id(),
      activity_id: ownedBy('activities'),
      ordinal: integer(),
      /** Of the time in which it may be asked, in thousandths: it moves with the activity. */
      permille: integer(),
      code: identifier(4),
    },
    { unique: [['activity_id', 'ordinal']] },
  );
  await createTable(
    q,
    'code_answers',
    {
      id: id(),
      question_id: ownedBy('code_questions'),
      registration_id: ownedBy('activity_registrations'),
      /** Wrong ones. */
      tries: integer(),
      answered_at: optional(instant()),
    },
    { unique: [['question_id', 'registration_id']], indexes: [['registration_id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'code_answers');
  await dropTable(q, 'code_questions');
}
