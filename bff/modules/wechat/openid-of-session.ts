import { z } from 'zod';
import type { InSession, MemberActor } from '../../actor.ts';
import { select } from '../../platform/db/database.ts';

const person = z.strictObject({ appid: z.string(), openid: z.string() });
const OF_SESSION = `SELECT b.appid, b.openid FROM wechat_sessions s JOIN wechat_bindings b ON b.id = s.binding_id
  WHERE s.session_id = ?`;

/** The person at the app whose binding opened the actor's session; null for a session that WeChat did not open. */
export async function openidOfSession({
  actor,
}: {
  actor: MemberActor & InSession;
}): Promise<{ appid: string; openid: string } | null> {
  const [found] = await select(person, OF_SESSION, [actor.sessionId]);
  return found ?? null;
}
