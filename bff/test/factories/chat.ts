import { randomUUID } from 'node:crypto';
import type { FirmActor, InSession, LawyerActor, MemberActor, StaffActor } from '../../actor.ts';
import { Account, Session } from '../../modules/accounts/model.ts';
import { actorOf } from '../../modules/accounts/policy.ts';
import { takeChat } from '../../modules/chat/desk/take-chat.ts';
import { touchDesk } from '../../modules/chat/live/touch.ts';
import type { Chat } from '../../modules/chat/model.ts';
import { sendMessage } from '../../modules/chat/talk/send-message.ts';
import { startChat } from '../../modules/chat/talk/start-chat.ts';
import { setPresence } from '../../modules/tickets/duty/set-duty.ts';
import { hashToken } from '../../platform/crypto/tokens.ts';
import { staffToken } from '../trouble/trouble.ts';
import { memberActor } from './registry.ts';

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
