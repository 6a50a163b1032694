import { Op, UniqueConstraintError, type Transaction } from 'sequelize';
import { memberIdOf, type MemberActor } from '../../actor.ts';
import { DAY_MS, toShanghaiDate } from '../../contract/dates.ts';
import { TICKET_CATEGORIES } from '../../contract/tickets/enums.ts';
import { MAX_TICKETS_A_DAY } from '../../contract/tickets/limits.ts';
import type { OpenTicketParsed } from '../../contract/tickets/schemas.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { randomToken } from '../../platform/crypto/tokens.ts';
import { sha256 } from '../../platform/crypto/sha256.ts';
import { transaction } from '../../platform/db/database.ts';
import { ofTicket } from '../../subject.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { lockForWriting } from '../registry/facts/lock-subjects.ts';
import { writeEvent } from '../timeline/write-event.ts';
import { Ticket } from './model.ts';
import { readOfficeClock } from './office-clock.ts';
import { startClocks } from './rules.ts';
import { writeMessage } from './write-message.ts';

/**
 * Opens a ticket; the same key with the same content is one ticket, however often it comes. Throws `invalid_fields`,
 * `too_many_requests`, `idempotency_conflict`. Answers its id.
 */
export async function openTicket(asked: { actor: MemberActor; input: OpenTicketParsed }): Promise<number> {
  try {
    return await transaction(async (t) => (await sameTicket(asked, t)) ?? (await open(asked, t)));
  } catch (error) {
    // The twin of a double tap was faster: its row is committed now.
    if (!(error instanceof UniqueConstraintError)) throw error;
    const id = await sameTicket(asked, null);
    if (id === null) throw error;
    return id;
  }
}

const contentHashOf = (input: OpenTicketParsed): string => sha256(JSON.stringify(input));

async function sameTicket(
  { actor, input }: { actor: MemberActor; input: OpenTicketParsed },
  transaction: Transaction | null,
): Promise<number | null> {
  const where = { accountId: actor.accountId, idempotencyKey: input.idempotencyKey };
  const earlier = await Ticket.findOne({ where, transaction });
  if (earlier && earlier.contentHash !== contentHashOf(input)) {
    throw new AppError('idempotency_conflict', { message: '该次提交已用于另一份工单，请刷新页面后重新填写' });
  }
  return earlier?.id ?? null;
}

async function open(
  { actor, input }: { actor: MemberActor; input: OpenTicketParsed },
  t: Transaction,
): Promise<number> {
  const { kind, id } = memberIdOf(actor);
  // Tickets of one member are counted one after the other; the double tap that waited finds the first one here.
  await lockForWriting({ firmIds: kind === 'firm' ? [id] : [], lawyerIds: kind === 'lawyer' ? [id] : [] }, t);
  const earlier = await sameTicket({ actor, input }, t);
  if (earlier !== null) return earlier;
  const now = clock.now();
  const today = { askerKind: kind, askerId: id, openedAt: { [Op.gt]: now - DAY_MS } };
  if ((await Ticket.count({ where: today, transaction: t })) >= MAX_TICKETS_A_DAY) {
    throw new AppError('too_many_requests', {
      message: `一天最多提交${MAX_TICKETS_A_DAY}份工单，请在已有的工单中补充，或拨打服务热线`,
    });
  }
  const { label, role } = TICKET_CATEGORIES[input.category];
  const ticket = await Ticket.create(
    {
      // Until the row has its id: unique all the same.
      number: randomToken(128),
      category: input.category,
      role,
      title: input.title,
      askerKind: kind,
      askerId: id,
      askerName: actor.name,
      accountId: actor.accountId,
      idempotencyKey: input.idempotencyKey,
      contentHash: contentHashOf(input),
      state: 'waiting',
      isOpen: true,
      assigneeId: null,
      assigneeName: '',
      openedAt: now,
      lastMessageAt: now,
      ...startClocks(input.category, now, await readOfficeClock(t)),
      solvedAt: null,
      version: 1,
    },
    { transaction: t },
  );
  const number = ticketNumber(now, ticket.id);
  await ticket.update({ number }, { transaction: t });
  await writeMessage({ ticket, actor, body: input.body, attachments: input.attachments, idempotencyKey: null }, t);
  await writeEvent({ subject: ofTicket(ticket.id), event: 'opened', by: actor }, t);
  const target = `${number} ${label}`;
  await writeAudit({ actor, action: 'ticket.opened', targetKind: 'ticket', targetId: ticket.id, target }, t);
  return ticket.id;
}

/** G + YYMMDD and a running number of at least four digits that never restarts: the row's own id. */
const ticketNumber = (openedAt: number, id: number): string =>
  `G${toShanghaiDate(openedAt).replaceAll('-', '').slice(2)}${String(id).padStart(4, '0')}`;
