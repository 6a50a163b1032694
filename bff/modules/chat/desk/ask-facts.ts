import { z } from 'zod';
import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { CHAT_FACTS, type ChatFactKey } from '../../../contract/chat/enums.ts';
import type { ChatFact } from '../../../contract/chat/replies.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select, transaction } from '../../../platform/db/database.ts';
import { ChatMessage, type Chat } from '../model.ts';
import { expectOwn, loadChat } from '../policy.ts';
import { factsToKeep } from '../talk/facts.ts';
import { tellAway } from '../talk/tell-away.ts';
import { writeEvent } from '../talk/write-number.ts';

/** Of a telephone number the member is shown this much: enough to know it, of no use to anybody else. */
const TAIL = 4;

/**
 * Asks the member of an own talk to confirm values: those of the registry as they are now, of this member, whatever the
 * colleague would write. One question at a time. Throws `not_found`, `wrong_state`, `invalid_fields` for what is not
 * registered.
 */
export async function askFacts(asked: {
  actor: StaffActor;
  id: number;
  fields: readonly ChatFactKey[];
}): Promise<void> {
  const { actor, id, fields } = asked;
  await transaction(async (t) => {
    const chat = await loadChat(actor, id, t);
    expectOwn(actor, chat);
    await expectAnswered(chat, t);
    const body = factsToKeep(await readFacts(chat, fields, t));
    const change = { lastBy: 'staff', lastAt: clock.now(), askedAt: null } as const;
    await writeEvent(chat, { event: 'facts_asked', by: actor, body }, change, t);
    await tellAway(chat, t);
  });
}

async function expectAnswered(chat: Chat, t: Transaction): Promise<void> {
  const of = (event: string[]) => ChatMessage.count({ where: { chatId: chat.id, event }, transaction: t });
  if ((await of(['facts_asked'])) > (await of(['facts_right', 'facts_wrong']))) {
    throw new AppError('wrong_state', { message: '上一次核对会员还没有答复' });
  }
}

const registered = z.strictObject({
  name: z.string(),
  licenceNo: z.string(),
  phone: z.string(),
  firm: z.string().nullable(),
});
const REGISTERED = {
  firm: 'SELECT name, licence_no AS licenceNo, phone, NULL AS firm FROM firms WHERE id = ?',
  lawyer: `SELECT l.name AS name, l.licence_no AS licenceNo, l.phone AS phone, f.name AS firm
    FROM lawyers l LEFT JOIN firms f ON f.id = l.firm_id WHERE l.id = ?`,
} as const;

async function readFacts(chat: Chat, fields: readonly ChatFactKey[], t: Transaction): Promise<ChatFact[]> {
  const [row] = await select(registered, REGISTERED[chat.memberKind], [chat.memberId], t);
  if (!row) throw new AppError('not_found');
  const tail = row.phone.replace(/\D/g, '').slice(-TAIL);
  const values: Record<ChatFactKey, string> = {
    name: row.name,
    licenceNo: row.licenceNo,
    firm: row.firm ?? '',
    phone: tail.length === TAIL ? tail : '',
  };
  const labels: Partial<Record<ChatFactKey, string>> = CHAT_FACTS[chat.memberKind];
  return fields.map((field) => {
    const label = labels[field];
    if (label === undefined || values[field] === '') {
      throw new AppError('invalid_fields', { fields: { fields: `登记中没有“${label ?? '执业机构'}”，请另选` } });
    }
    return { field, label, value: values[field] };
  });
}
