import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import type { MergeTickets } from '../../../contract/ticket-desk/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofTicket } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { lockOpenCorrection } from '../../registry/corrections/of-ticket.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { readOfficeClock } from '../clocks/office-clock.ts';
import { Ticket } from '../model.ts';
import { loadTicketToWork } from '../policy.ts';
import { TicketMerge } from './model.ts';
import { merged, mergedState, stateAndClocksOf } from './rules.ts';

/**
 * Merges two open tickets of one member: the later one into the earlier one, which is answered from now on. Every message
 * stays the row that it is, with its files. Answers the id of the earlier one. Throws as `loadTicketToWork`, and
 * `invalid_fields` where they are not of one member, or not of one queue.
 */
export async function mergeTickets(merge: { actor: StaffActor; id: number; input: MergeTickets }): Promise<number> {
  const { actor, id, input } = merge;
  if (input.otherId === id) throw refused('请选择另一份工单');
  const seen = [
    { actor, id, version: input.version },
    { actor, id: input.otherId, version: input.otherVersion },
  ].sort((a, b) => a.id - b.id);
  return transaction(async (t) => {
    const [target, ticket] = [await loadTicketToWork(seen[0]!, t), await loadTicketToWork(seen[1]!, t)];
    expectOneAsker(target, ticket);
    if (await lockOpenCorrection(ticket.id, t)) throw refused(UNDECIDED);
    await join({ actor, target, ticket }, t);
    return target.id;
  });
}

/** Whoever asks reads the whole thread: strangers' words and files must never come into it. */
function expectOneAsker(target: Ticket, ticket: Ticket): void {
  if (target.askerKind !== ticket.askerKind || target.askerId !== ticket.askerId) {
    throw refused('只能合并同一会员提交的工单');
  }
  // Whoever asked before sign-in has not proved to be the member.
  if (target.isUnverified !== ticket.isUnverified)
    throw refused('登录前的求助没有核实身份，不能与会员登录后提交的工单合并');
  if (target.role !== ticket.role) throw refused('两份工单属于不同岗位，请先改分类再合并');
}

/** The later ticket is no longer worked on by itself, so what it asks of the registry could be decided in neither. */
const UNDECIDED = '较晚的工单要求更正登记信息，请先在那份工单中办结，再合并';

const refused = (message: string) => new AppError('invalid_fields', { fields: { otherId: message } });

async function join(
  { actor, target, ticket }: { actor: StaffActor; target: Ticket; ticket: Ticket },
  t: Transaction,
): Promise<void> {
  const now = clock.now();
  const [targetBefore, ticketBefore] = [stateAndClocksOf(target), stateAndClocksOf(ticket)];
  const targetAfter = mergedState(targetBefore, ticketBefore, now, await readOfficeClock(t));
  await TicketMerge.create(
    {
      ticketId: ticket.id,
      targetId: target.id,
      at: now,
      byId: actor.accountId,
      byName: actor.name,
      ticketBefore,
      targetBefore,
      targetAfter,
      undoneAt: null,
    },
    { transaction: t },
  );
  // What was merged into the later one before stands at the end of the earlier one as well.
  await Ticket.update({ mergedInto: target.id }, { where: { mergedInto: ticket.id }, transaction: t });
  await ticket.update({ ...merged(), mergedInto: target.id, version: ticket.version + 1 }, { transaction: t });
  const lastMessageAt = Math.max(target.lastMessageAt, ticket.lastMessageAt);
  await target.update({ ...targetAfter, lastMessageAt, version: target.version + 1 }, { transaction: t });
  await writeEvent({ subject: ofTicket(ticket.id), event: 'merged', by: actor, note: target.number }, t);
  await writeEvent({ subject: ofTicket(target.id), event: 'joined', by: actor, note: ticket.number }, t);
  const line = { targetKind: 'ticket', targetId: ticket.id, target: ticket.number } as const;
  await writeAudit({ actor, action: 'ticket.merged', ...line, detail: `并入${target.number}` }, t);
}
