import { z } from 'zod';
import type { StaffActor } from '../../../actor.ts';
import { REVIEW_RULES } from '../../../contract/review/enums.ts';
import type { OwnWordsReply } from '../../../contract/review/replies.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { select } from '../../../platform/db/database.ts';

/** As many as can be taken in at a glance beside the field. */
const OFFERED = 3;
/** How far back words are looked for: some weeks of a reviewer's work. */
const LOOKED_AT = 300;

const wordsRow = z.strictObject({ rule: oneOf(REVIEW_RULES), words: z.string() });

/** The last words with which this reviewer has settled doubts, by rule, the latest first, each once. */
export async function listOwnWords({ actor }: { actor: StaffActor }): Promise<OwnWordsReply> {
  const rows = await select(
    wordsRow,
    'SELECT rule, words FROM overruled_doubts WHERE account_id = ? ORDER BY id DESC LIMIT ?',
    [actor.accountId, LOOKED_AT],
  );
  const byRule = new Map<string, Set<string>>();
  for (const { rule, words } of rows) {
    const known = byRule.get(rule) ?? new Set();
    if (known.size < OFFERED) byRule.set(rule, known.add(words));
  }
  return { words: [...byRule].flatMap(([rule, known]) => [...known].map((words) => ({ rule, words }) as OwnWords)) };
}
type OwnWords = OwnWordsReply['words'][number];
