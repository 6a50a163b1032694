import { afterEach, beforeAll, beforeEach } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { FirmActor, InSession, LawyerActor, MemberActor, StaffActor } from '../../actor.ts';
import { Account, Session } from '../../modules/accounts/model.ts';
import { actorOf } from '../../modules/accounts/policy.ts';
import { takeChat } from '../../modules/chat/desk/take-chat.ts';
import { touchDesk } from '../../modules/chat/live/touch.ts';
import { Chat, ChatDesk } from '../../modules/chat/model.ts';
import { sendMessage } from '../../modules/chat/talk/send-message.ts';
import { startChat } from '../../modules/chat/talk/start-chat.ts';
import { installShippedHolidays } from '../../modules/office-hours/install-years.ts';
import { TicketDuty } from '../../modules/tickets/duty/model.ts';
import { setPresence } from '../../modules/tickets/duty/set-duty.ts';
import { freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { hashToken } from '../../platform/crypto/tokens.ts';
import { staffToken } from '../trouble/trouble.ts';
import { memberActor } from './registry.ts';

/** A Monday, 10:00 in Shanghai: the desk may be open. */
export const CHAT_MORNING = Date.UTC(2026, 10, 30, 2);

/** Every test of the file on that morning, before there is a talk or anybody at the desk. */
export function useChatMorning(): void {
  beforeAll(installShippedHolidays);
  beforeEach(async () => {
    freezeClock(CHAT_MORNING);
    await Chat.destroy({ where: {} });
    await ChatDesk.destroy({ where: {} });
    await TicketDuty.destroy({ where: {} });
  });
  afterEach(releaseClock);
}

/** Whoever a token belongs to. */
async function actorBehind(token: string): Promise<StaffActor & InSession> {
  const session = await Session.findOne({ where: { tokenHash: hashToken(token) }, rejectOnEmpty: true });
  const account = await Account.findByPk(session.accountId, { rejectOnEmpty: true });
  return actorOf(account, { id: session.id, address: '127.0.0.1' }) as StaffActor & InSession;
}

/** One of 客服 who is there, with the page of the desk open. */
export async function openDesk(): Promise<{ token: string; actor: StaffActor & InSession }> {
  const token = await staffToken('service');
  const actor = await actorBehind(token);
  await setPresence({ actor, accountId: actor.accountId, isPresent: true });
  await touchDesk(actor.accountId);
  return { token, actor };
}

/** A talk that waits. Somebody has to be there. */
export async function makeChat(
  member: { firmId: number } | { lawyerId: number },
  subject = '',
): Promise<{ chat: Chat; actor: FirmActor | LawyerActor }> {
  const actor = await memberActor(member);
  return { chat: await startChat({ actor, subject }), actor };
}

/** A talk that was taken. */
export async function makeTalk(member: { firmId: number } | { lawyerId: number }) {
  const desk = await openDesk();
  const { chat, actor } = await makeChat(member);
  await takeChat({ actor: desk.actor, id: Number(chat.id) });
  return { id: Number(chat.id), desk, member: actor };
}

/** Says something. */
export const say = (actor: MemberActor | StaffActor, id: number, text: string, clientId: string = randomUUID()) =>
  sendMessage({ actor, id, input: { kind: 'text', clientId, text } });
