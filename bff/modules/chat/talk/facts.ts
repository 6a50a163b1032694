import { z } from 'zod';
import type { MemberActor } from '../../../actor.ts';
import type { ChatEvent } from '../../../contract/chat/enums.ts';
import { chatFact, type ChatFact } from '../../../contract/chat/replies.ts';
import type { AnswerChatFacts } from '../../../contract/chat/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ChatMessage } from '../model.ts';
import { loadChatToSpeak } from '../policy.ts';
import { writeEvent } from './write-number.ts';

/** Events that keep values of the registry as their words. */
const WITH_FACTS: readonly (ChatEvent | null)[] = ['facts_asked', 'facts_wrong'];

/** What a number asks to confirm, or says is wrong; null: it is neither. */
export function factsIn({ event, body }: { event: ChatEvent | null; body: string }): ChatFact[] | null {
  return WITH_FACTS.includes(event) ? z.array(chatFact).parse(JSON.parse(body)) : null;
}

/** The same, as it is kept. */
export const factsToKeep = (facts: readonly ChatFact[]): string => JSON.stringify(facts);

/**
 * The member says whether what the desk asked about is right, or which of it is not; once. Throws `not_found`, `wrong_state`
 * where it was answered otherwise or the talk is over, `invalid_fields` for what was not asked.
 */
export async function answerFacts(asked: { actor: MemberActor; id: number; input: AnswerChatFacts }): Promise<void> {
  const { actor, id, input } = asked;
  await transaction(async (t) => {
    const chat = await loadChatToSpeak(actor, id, t);
    const about = { chatId: id, seq: input.seq, event: 'facts_asked' } as const;
    const question = await ChatMessage.findOne({ where: about, transaction: t });
    if (!question) throw new AppError('not_found');
    const event = input.answer === 'right' ? 'facts_right' : 'facts_wrong';
    const fact = input.answer === 'right' ? null : factsIn(question)?.find(({ field }) => field === input.field);
    if (fact === undefined) throw new AppError('invalid_fields', { fields: { field: '这一项没有在核对' } });
    const body = fact === null ? '' : factsToKeep([fact]);
    const where = { chatId: id, event: ['facts_right', 'facts_wrong'], about: input.seq };
    const earlier = await ChatMessage.findOne({ where, transaction: t });
    if (earlier) {
      // The second tap says the same; another answer comes too late.
      if (earlier.event === event && earlier.body === body) return;
      throw new AppError('wrong_state', { message: '这次核对您已经答复过了' });
    }
    const now = clock.now();
    const change = { lastBy: 'member', lastAt: now, memberSeenAt: now, toldAt: null, askedAt: null } as const;
    await writeEvent(chat, { event, by: actor, about: input.seq, body }, change, t);
  });
}
