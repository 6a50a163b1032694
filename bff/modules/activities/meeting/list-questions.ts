import { z } from 'zod';
import type { CodeQuestions } from '../../../contract/activity-meeting/replies.ts';
import { toIso } from '../../../contract/dates.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { Activity } from '../model.ts';
import { windowOf } from './question-times.ts';

const row = z.strictObject({
  ordinal: z.int(),
  permille: z.int(),
  code: z.string(),
  answered: z.int(),
});

/** 签到提问 of an activity as its staff read them, with the digits that the host is to say. Throws `not_found`. */
export async function listQuestions(id: number): Promise<CodeQuestions> {
  const activity = await Activity.findByPk(id, { rejectOnEmpty: new AppError('not_found') });
  const rows = await select(
    row,
    `SELECT q.ordinal, q.permille, q.code, COUNT(a.id) AS answered
      FROM code_questions q LEFT JOIN code_answers a ON a.question_id = q.id AND a.answered_at IS NOT NULL
      WHERE q.activity_id = ? GROUP BY q.id, q.ordinal, q.permille, q.code ORDER BY q.ordinal`,
    [id],
  );
  return {
    now: toIso(clock.now()),
    mayDraw: clock.now() < activity.beginsAt && (activity.state === 'published' || activity.state === 'hidden'),
    items: rows.map(({ permille, ...question }) => {
      const { from, to } = windowOf({ permille }, activity);
      return { ...question, from: toIso(from), until: toIso(to) };
    }),
  };
}
