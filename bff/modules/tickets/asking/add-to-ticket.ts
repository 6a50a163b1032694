import { Op, UniqueConstraintError, type Transaction } from 'sequelize';
import type { MemberActor } from '../../../actor.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { MAX_ADDITIONS_A_DAY } from '../../../contract/tickets/limits.ts';
import type { TextDoubt } from '../../../contract/text-doubts.ts';
import type { AddToTicketParsed } from '../../../contract/tickets/schemas.ts';
import { takeIdentities } from '../../../contract/text.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofTicket } from '../../../subject.ts';
import { listFiles } from '../../files/list-files.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { assignTicket, coverTicket } from '../duty/assign-ticket.ts';
import { TicketMessage, type Ticket } from '../model.ts';
import { readOfficeClock } from '../clocks/office-clock.ts';
import { loadTicket } from '../policy.ts';
import { askerMay, isSolved, reopenedClocks, resumedClocks, type Clocks } from '../rules.ts';
import { hasNumbers } from '../numbers/keep-numbers.ts';
import { noteStep } from '../statistics/note-step.ts';
import { answeredIn } from '../thread/read-thread.ts';
import { ofMessage, writeMessage } from '../thread/write-message.ts';

interface Added {
  actor: MemberActor;
  id: number;
  input: AddToTicketParsed;
  doubt?: TextDoubt | null;
}

/**
 * Adds what a member has to say to an own ticket: one that waits for it goes on, one that is solved is opened again. The
 * same key with the same words and files is one message. Throws `not_found`, `wrong_state` once it is over,
 * `invalid_fields` for files that are gone, `idempotency_conflict` for something else under the same key,
 * `too_many_requests`. Answers the id of the ticket that it was said in.
 */
export async function addToTicket(added: Added): Promise<number> {
  try {
    return await transaction((t) => add(added, t));
  } catch (error) {
    // The other request of a double tap has written the same message.
    if (!(error instanceof UniqueConstraintError)) throw error;
    if (!(await isSaid(added))) throw error;
    return added.id;
  }
}

async function add(added: Added, t: Transaction): Promise<number> {
  const { actor, id, input, doubt } = added;
  // What is said to a ticket that was merged meanwhile is said where it is answered now.
  const ticket = await answeredIn(await loadTicket(actor, id, t), t);
  if (await isSaid({ id: ticket.id, input }, t)) return ticket.id;
  if (!askerMay(ticket, clock.now()).add) throw new AppError('wrong_state', { message: OVER });
  await limitAdditions(ticket.id, t);
  const { body, attachments, identityFiles, idempotencyKey } = input;
  await writeMessage({ ticket, actor, body, attachments, identityFiles, doubt, idempotencyKey }, t);
  const event = isSolved(ticket.state) ? 'reopened' : 'added';
  await writeEvent({ subject: ofTicket(ticket.id), event, by: actor }, t);
  if (event === 'reopened') await noteStep({ ticket, personId: ticket.assigneeId ?? 0, step: 'reopened' }, t);
  await ticket.update(
    { ...(await afterAdding(ticket, t)), lastMessageAt: clock.now(), version: ticket.version + 1 },
    { transaction: t },
  );
  if (ticket.assigneeId === null) {
    if (event === 'reopened') await assignTicket(ticket, t);
  } else await coverTicket(ticket, t);
  return ticket.id;
}
const OVER = '该工单已结束，如仍有问题请在工单页提交新工单，新工单会附上这份工单的链接';

/** Whether it was said under this key before. Throws `idempotency_conflict` when something else was. */
async function isSaid({ id, input }: Pick<Added, 'id' | 'input'>, t?: Transaction): Promise<boolean> {
  const where = { ticketId: id, idempotencyKey: input.idempotencyKey };
  const said = await TicketMessage.findOne({ where, ...(t && { transaction: t }) });
  if (!said) return false;
  const files = (await listFiles(ofMessage(said.id), t)).map((file) => file.id);
  const { masked, numbers } = takeIdentities(input.body);
  const isSaidSo = said.body === masked && (await hasNumbers(said.id, numbers, t));
  const isSame = isSaidSo && files.sort().join() === [...input.attachments].sort().join();
  if (!isSame) throw new AppError('idempotency_conflict', { message: SAID });
  return true;
}
const SAID = '您刚才提交的补充说明已收到；修改后的内容如需补充，请再次提交';

/** Messages of a ticket are counted one after the other: its row is locked. */
async function limitAdditions(ticketId: number, t: Transaction): Promise<void> {
  const where = { ticketId, byKind: 'member' as const, at: { [Op.gt]: clock.now() - DAY_MS } };
  if ((await TicketMessage.count({ where, transaction: t })) < MAX_ADDITIONS_A_DAY) return;
  throw new AppError('too_many_requests', {
    message: `一份工单一天最多补充${MAX_ADDITIONS_A_DAY}次，请明天再补充，或拨打服务热线`,
  });
}

type Change = Partial<Clocks & Pick<Ticket, 'state' | 'isOpen' | 'solvedAt'>>;

async function afterAdding(ticket: Ticket, t: Transaction): Promise<Change> {
  const { state, category } = ticket;
  if (state === 'waiting' || state === 'working') return {};
  const office = await readOfficeClock(t);
  const now = clock.now();
  if (state === 'asked') return { state: 'working', ...resumedClocks(ticket, now, office) };
  return { state: 'working', isOpen: true, solvedAt: null, ...reopenedClocks(category, ticket, now, office) };
}
