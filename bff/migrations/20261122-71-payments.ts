import type { QueryInterface } from 'sequelize';
import { fen, id, identifier, instant, integer, optional, plainDate, reference, text } from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** Money that came by WeChat Pay, money that goes back, and what does not agree with the bill. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'payments',
    {
      id: id(),
      account_id: reference('accounts'),
      application_id: reference('applications'),
      /** What it pays for: `paper`, and the id of the paper order. */
      purpose: identifier(20),
      subject_id: integer(),
      /** Holds the subject while it can be paid or is: one payment at a time, by the database's own word. */
      open_key: optional(identifier(40)),
      out_trade_no: identifier(32),
      description: text(60),
      applicant_name: text(100),
      amount_fen: fen(),
      channel: identifier(10),
      appid: identifier(32),
      mchid: identifier(32),
      state: identifier(12),
      transaction_id: optional(identifier(64)),
      created_at: instant(),
      /** Nobody can pay after it. */
      expires_at: instant(),
      paid_at: optional(instant()),
      closed_at: optional(instant()),
    },
    {
      unique: [['open_key'], ['out_trade_no'], ['transaction_id']],
      indexes: [
        ['application_id', 'id'],
        ['state', 'id'],
        ['paid_at', 'id'],
      ],
    },
  );
  await createTable(
    q,
    'refunds',
    {
      id: id(),
      payment_id: reference('payments'),
      out_refund_no: identifier(40),
      amount_fen: fen(),
      reason: text(40),
      state: identifier(20),
      /** null: the system, when what was paid for will not come. */
      requested_by: optional(reference('accounts')),
      requested_by_name: text(100),
      decided_by_name: text(100),
      refund_id: optional(identifier(64)),
      last_error: text(200),
      created_at: instant(),
      finished_at: optional(instant()),
    },
    {
      unique: [['out_refund_no']],
      indexes: [
        ['payment_id', 'id'],
        ['state', 'id'],
        ['created_at', 'id'],
      ],
    },
  );
  await createTable(
    q,
    'payment_differences',
    {
      id: id(),
      kind: identifier(30),
      /** Day of the bill; the day it was found for what notices and queries say. */
      bill_on: plainDate(),
      out_trade_no: identifier(32),
      out_refund_no: identifier(40),
      ours_fen: optional(fen()),
      theirs_fen: optional(fen()),
      found_at: instant(),
      resolved_at: optional(instant()),
      resolved_by_name: text(100),
      note: text(200),
    },
    { unique: [['kind', 'bill_on', 'out_trade_no', 'out_refund_no']], indexes: [['resolved_at', 'id']] },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  await dropTable(q, 'payment_differences');
  await dropTable(q, 'refunds');
  await dropTable(q, 'payments');
}
