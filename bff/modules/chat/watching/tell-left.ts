import { clock } from '../../../platform/clock/clock.ts';
import { select, transaction } from '../../../platform/db/database.ts';
import { idRow } from '../../../platform/db/rows.ts';
import { HOUR_MS } from '../../../contract/dates.ts';
import { Chat } from '../model.ts';
import { AWAY_AFTER_MS, tellAway } from '../talk/tell-away.ts';

/** What was answered longer ago was told of by then, or lies where the inbox leads to. */
const LATELY_MS = HOUR_MS;
/** Talks of one look; the next look follows a minute later. */
const AT_ONCE = 200;

/** A talk whose member has not seen the last answer, and of which nobody was told. */
const UNSEEN = `c.told_at IS NULL AND c.last_by = 'staff' AND c.member_seen_at <= ? AND c.last_at > ? AND EXISTS (
    SELECT 1 FROM chat_messages m WHERE m.chat_id = c.id AND m.seq > c.member_read AND m.by_kind = 'staff'
      AND (m.kind <> 'event' OR m.event = 'facts_asked'))`;
// One statement each: a talk that is over is found by when it ended, one under way by its state.
const LOOKS = [
  `SELECT c.id FROM chats c WHERE c.state = 'talking' AND ${UNSEEN} ORDER BY c.id LIMIT ?`,
  `SELECT c.id FROM chats c WHERE c.closed_at > ? AND ${UNSEEN} ORDER BY c.id LIMIT ?`,
] as const;

/**
 * Tells members who left just before they were answered: when the answer came, their page could still have been open. A
 * mini-program in the background hears nothing any more after five seconds.
 */
export async function tellWhoLeft(): Promise<void> {
  const now = clock.now();
  const [seen, since] = [now - AWAY_AFTER_MS, now - LATELY_MS];
  const [talking, over] = LOOKS;
  const found = [
    ...(await select(idRow, talking, [seen, since, AT_ONCE])),
    ...(await select(idRow, over, [since, seen, since, AT_ONCE])),
  ];
  for (const { id } of found) {
    await transaction(async (t) => {
      const chat = await Chat.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
      // Read, or answered by the member, a moment ago: there is nothing to tell.
      if (chat?.lastBy === 'staff') await tellAway(chat, t);
    });
  }
}
