import { Op, type Transaction } from 'sequelize';
import { memberIdOf, type MemberActor } from '../../../actor.ts';
import { HOUR_MS, toShanghaiDate } from '../../../contract/dates.ts';
import { CHAT_CLOSED_FOR } from '../../../contract/chat/enums.ts';
import { MAX_CHATS_AN_HOUR } from '../../../contract/chat/limits.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { lockForWriting } from '../../registry/facts/lock-subjects.ts';
import { Chat, ChatPause } from '../model.ts';
import { signalDesk } from '../signals/publish.ts';
import { NO_OFFER } from './no-offer.ts';
import { readDoor } from './read-door.ts';

/** The talk of a member that is under way; null: none. */
export async function findCurrent(actor: MemberActor, t?: Transaction): Promise<Chat | null> {
  const { kind, id } = memberIdOf(actor);
  return Chat.findOne({
    where: { memberKind: kind, memberId: id, state: ['waiting', 'talking'] },
    order: [['id', 'DESC']],
    ...(t && { transaction: t }),
  });
}

/**
 * Takes a place in the queue. While a talk of the member is under way, that talk is the answer, so that a tap that comes
 * twice makes one talk. Throws `wrong_state` in words while nobody can be asked, `too_many_requests`.
 */
export async function startChat({ actor, subject }: { actor: MemberActor; subject: string }): Promise<Chat> {
  const current = await findCurrent(actor);
  if (current) return current;
  const door = await readDoor();
  if (door.closedFor !== null) {
    throw new AppError('wrong_state', {
      message: `${CHAT_CLOSED_FOR[door.closedFor]}，请转为工单，协会将在办公时间内答复`,
    });
  }
  return transaction(async (t) => {
    const { kind, id } = memberIdOf(actor);
    // Talks of one member begin one after the other; the double tap that waited finds the first one here.
    await lockForWriting({ firmIds: kind === 'firm' ? [id] : [], lawyerIds: kind === 'lawyer' ? [id] : [] }, t);
    const earlier = await findCurrent(actor, t);
    if (earlier) return earlier;
    const now = clock.now();
    await expectNotPaused({ kind, id }, now, t);
    const lately = { memberKind: kind, memberId: id, openedAt: { [Op.gt]: now - HOUR_MS } };
    if ((await Chat.count({ where: lately, transaction: t })) >= MAX_CHATS_AN_HOUR) {
      throw new AppError('too_many_requests', {
        message: `一小时内最多发起${MAX_CHATS_AN_HOUR}次咨询，请稍后再试，或转为工单`,
      });
    }
    const chat = await Chat.create(
      {
        memberKind: kind,
        memberId: id,
        memberName: actor.name,
        accountId: actor.accountId,
        subject,
        state: 'waiting',
        lastSeq: 0,
        queuedAt: now,
        assigneeId: null,
        assigneeName: '',
        ...NO_OFFER,
        memberRead: 0,
        staffRead: 0,
        lastBy: 'member',
        openedAt: now,
        openedOn: toShanghaiDate(now),
        lastAt: now,
        takenAt: null,
        closedAt: null,
        endedBy: null,
        memberSeenAt: now,
        askedAt: null,
        toldAt: null,
        ticketId: null,
        ticketNumber: '',
        rating: null,
        ratingWords: null,
        ratedAt: null,
      },
      { transaction: t },
    );
    t.afterCommit(() => void signalDesk());
    return chat;
  });
}

/** Whoever is paused still writes tickets, which is where to object. */
async function expectNotPaused(
  { kind, id }: { kind: Chat['memberKind']; id: number },
  now: number,
  t: Transaction,
): Promise<void> {
  const where = { memberKind: kind, memberId: id, untilAt: { [Op.gt]: now } };
  const pause = await ChatPause.findOne({ where, transaction: t });
  if (!pause) return;
  throw new AppError('wrong_state', {
    message: `在线咨询已暂停24小时（${pause.reason}）。有异议的，请提交工单，工单不受影响`,
  });
}
