import { randomBytes } from 'node:crypto';
import { QueryTypes, type QueryInterface } from 'sequelize';
import { DAY_MS, toShanghaiDate } from '../contract/dates.ts';
import { identifier, integer, optional } from '../platform/db/columns.ts';
import { addColumn, addIndex, dropColumn, dropKey } from '../platform/db/ddl.ts';

/**
 * What members say is wrong in the registry is worked on in tickets: every request becomes one, with its words, files,
 * history and messages; what is open is open there. Begun again it goes on with the requests that have none yet.
 */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'correction_requests', 'ticket_id', optional(integer()));
  await addColumn(q, 'correction_requests', 'ticket_number', optional(identifier(24)));
  await addColumn(q, 'correction_requests', 'proposal_id', optional(integer()));
  await addIndex(q, 'correction_requests', ['ticket_id']);
  const requests = await q.sequelize.query<Request>(
    'SELECT * FROM correction_requests WHERE ticket_id IS NULL ORDER BY id',
    {
      type: QueryTypes.SELECT,
    },
  );
  for (const request of requests) await adopt(q, request);
}

interface Request {
  id: number;
  subject_kind: string;
  field: string;
  reason: string;
  asker_kind: string;
  asker_id: number;
  asker_name: string;
  account_id: number;
  idempotency_key: string;
  content_hash: string;
  state: 'open' | 'adopted' | 'refused' | 'withdrawn';
  requested_at: number;
  opinion: string;
  ended_by_name: string;
  ended_at: number | null;
}

/** No clock runs: 2200-01-01. */
const NEVER = 7_258_118_400_000;
/** What had no promise is to be done two days after it has come. */
const TWO_DAYS = 2 * DAY_MS;
const CATEGORIES: Record<string, string> = {
  name: 'name',
  identity: 'identity',
  licenceNo: 'licence_no',
  firm: 'transfer',
};
const EVENTS: Record<string, string> = { requested: 'opened', withdrawn: 'cancelled' };

async function adopt(q: QueryInterface, request: Request): Promise<void> {
  const { id, state } = request;
  await q.sequelize.transaction(async (t) => {
    const write = async (sql: string, replacements: unknown[]) =>
      q.sequelize.query(sql, { replacements, transaction: t });
    const read = async <Row extends object>(sql: string, replacements: unknown[]) =>
      q.sequelize.query<Row>(sql, { replacements, transaction: t, type: QueryTypes.SELECT });
    const isOpen = state === 'open';
    const doneDueAt = isOpen ? Date.now() + TWO_DAYS : null;
    const endedAt = request.ended_at ?? request.requested_at;
    const draft = randomBytes(12).toString('hex');
    const category = request.subject_kind === 'firm' ? 'registry' : (CATEGORIES[request.field] ?? 'registry');
    await write(
      `INSERT INTO tickets (number, category, role, title, asker_kind, asker_id, asker_name, account_id, idempotency_key,
         content_hash, state, is_open, assignee_id, assignee_name, opened_at, last_message_at, first_due_at, done_due_at,
         done_left, is_expected, queue_due_at, solved_at, version)
       VALUES (?, ?, 'registrar', '更正登记信息', ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, NULL, ?, NULL, 0, ?, ?, 1)`,
      [
        draft,
        category,
        request.asker_kind,
        request.asker_id,
        request.asker_name,
        request.account_id,
        request.idempotency_key,
        request.content_hash,
        isOpen ? 'waiting' : state === 'withdrawn' ? 'cancelled' : 'closed',
        isOpen ? 1 : 0,
        state === 'withdrawn' ? '' : request.ended_by_name,
        request.requested_at,
        isOpen ? request.requested_at : endedAt,
        doneDueAt,
        doneDueAt ?? NEVER,
        isOpen || state === 'withdrawn' ? null : endedAt,
      ],
    );
    const [ticket] = await read<{ id: number }>('SELECT id FROM tickets WHERE number = ?', [draft]);
    const ticketId = Number(ticket?.id);
    const day = toShanghaiDate(Number(request.requested_at)).slice(2).replaceAll('-', '');
    const number = `G${day}${String(ticketId).padStart(4, '0')}`;
    await write('UPDATE tickets SET number = ? WHERE id = ?', [number, ticketId]);
    await write(
      `INSERT INTO ticket_messages (ticket_id, at, by_kind, by_id, by_name, body, idempotency_key)
       VALUES (?, ?, 'member', ?, ?, ?, NULL)`,
      [ticketId, request.requested_at, request.account_id, request.asker_name, request.reason],
    );
    const [message] = await read<{ id: number }>('SELECT id FROM ticket_messages WHERE ticket_id = ?', [ticketId]);
    if (request.opinion !== '') {
      await write(
        `INSERT INTO ticket_messages (ticket_id, at, by_kind, by_id, by_name, body, idempotency_key)
         VALUES (?, ?, 'staff', 0, ?, ?, NULL)`,
        [ticketId, endedAt, request.ended_by_name, request.opinion],
      );
    }
    await write(
      `UPDATE uploads SET owner_kind = 'ticket_message', owner_id = ? WHERE owner_kind = 'correction' AND owner_id = ?`,
      [Number(message?.id), id],
    );
    for (const [was, is] of Object.entries(EVENTS)) {
      await write(
        `UPDATE timeline_entries SET event = ? WHERE subject_kind = 'correction' AND subject_id = ? AND event = ?`,
        [is, id, was],
      );
    }
    await write(
      `UPDATE timeline_entries SET subject_kind = 'ticket', subject_id = ? WHERE subject_kind = 'correction' AND subject_id = ?`,
      [ticketId, id],
    );
    await write('UPDATE correction_requests SET ticket_id = ?, ticket_number = ? WHERE id = ?', [ticketId, number, id]);
  });
}

/** Tickets stay: what was said in them since stands nowhere else. */
export async function down(q: QueryInterface): Promise<void> {
  await dropKey(q, 'ix', 'correction_requests', ['ticket_id']);
  for (const column of ['proposal_id', 'ticket_number', 'ticket_id'])
    await dropColumn(q, 'correction_requests', column);
}
