import { z } from 'zod';
import { memberIdOf, type MemberActor } from '../../../actor.ts';
import { CHAT_STATES } from '../../../contract/chat/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { select } from '../../../platform/db/database.ts';
import { conjunction, containsAny } from '../../../platform/db/keyset.ts';

const foundRow = z.strictObject({ id: z.int(), subject: z.string(), state: oneOf(CHAT_STATES), openedAt: z.int() });
export type FoundTalk = z.infer<typeof foundRow>;

/** The member's own talks in whose question or words `term` stands, the latest first; no others are looked through. */
export async function searchOwnTalks(asked: { actor: MemberActor; term: string; limit: number }): Promise<FoundTalk[]> {
  const { kind, id } = memberIdOf(asked.actor);
  const said = containsAny(['m.body'], asked.term);
  const subject = containsAny(['c.subject'], asked.term);
  const where = conjunction([
    { sql: 'c.member_kind = ? AND c.member_id = ?', values: [kind, id] },
    {
      sql: `${subject.sql} OR EXISTS (SELECT 1 FROM chat_messages m
        WHERE m.chat_id = c.id AND m.kind = 'text' AND ${said.sql})`,
      values: [...subject.values, ...said.values],
    },
  ]);
  return select(
    foundRow,
    `SELECT c.id, c.subject, c.state, c.opened_at AS openedAt FROM chats c${where.sql}
     ORDER BY c.opened_at DESC, c.id DESC LIMIT ?`,
    [...where.values, asked.limit],
  );
}
