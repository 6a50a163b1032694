import type { QueryInterface } from 'sequelize';
import {
  flag,
  id,
  identifier,
  instant,
  integer,
  json,
  optional,
  ownedBy,
  plainDate,
  text,
} from '../platform/db/columns.ts';
import { createTable, dropTable } from '../platform/db/ddl.ts';

/** 年度信息补全: campaigns, whom each is for, and what each was reminded of. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'campaigns',
    {
      id: id(),
      title: text(60),
      /** Key of CAMPAIGN_KINDS. */
      kind: identifier(20),
      state: identifier(20),
      words: text(500),
      eligibility: optional(json()),
      opens_on: plainDate(),
      due_on: plainDate(),
      grace_until: plainDate(),
      is_priority: flag(),
      /** The last lawyer who was looked at whether it is for him. */
      gathered_to: integer(),
      /** Up to which firm the digest of that day has come. */
      digested_on: optional(plainDate()),
      digested_to: integer(),
      created_by: text(50),
      created_at: instant(),
      opened_at: optional(instant()),
      closed_at: optional(instant()),
      closed_by: text(50),
      version: integer(),
    },
    { indexes: [['state', 'id']] },
  );
  await createTable(
    q,
    'campaign_members',
    {
      id: id(),
      campaign_id: ownedBy('campaigns'),
      lawyer_id: ownedBy('lawyers'),
      // 0: in no firm.
      firm_id: integer(),
      state: identifier(20),
      done_at: optional(instant()),
      is_late: flag(),
      /** 延期: his own deadline; null: the campaign's. */
      due_on: optional(plainDate()),
      /** Of 延期 or 豁免, with who granted it. */
      reason: text(200),
      granted_by: text(50),
    },
    {
      unique: [['campaign_id', 'lawyer_id']],
      indexes: [
        ['campaign_id', 'state', 'id'],
        ['campaign_id', 'firm_id', 'id'],
      ],
    },
  );
  await createTable(
    q,
    'campaign_reminders',
    {
      id: id(),
      campaign_id: ownedBy('campaigns'),
      lawyer_id: ownedBy('lawyers'),
      /** Key of REMINDER_STEPS. */
      step: identifier(10),
      sent_on: plainDate(),
    },
    {
      // One a step, whatever becomes of the deadline; one a day over all campaigns.
      unique: [
        ['campaign_id', 'lawyer_id', 'step'],
        ['lawyer_id', 'sent_on'],
      ],
    },
  );
}

export async function down(q: QueryInterface): Promise<void> {
  for (const table of ['campaign_reminders', 'campaign_members', 'campaigns']) await dropTable(q, table);
}
