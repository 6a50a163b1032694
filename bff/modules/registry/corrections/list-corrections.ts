import { z } from 'zod';
import type { CorrectionRow } from '../../../contract/corrections/endpoints.ts';
import {
  CORRECTION_FIELD_KEYS,
  CORRECTION_STATES,
  correctionField,
  correctionWords,
} from '../../../contract/corrections/enums.ts';
import type { listCorrections as query } from '../../../contract/corrections/schemas.ts';
import { toIso } from '../../../contract/dates.ts';
import { SUBJECT_KINDS } from '../../../contract/registry/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { selectPage, type Condition, type ListPage } from '../../../platform/db/keyset.ts';
import { isClaim } from './of-ticket.ts';

const row = z.strictObject({
  id: z.int(),
  subjectKind: oneOf(SUBJECT_KINDS),
  subjectId: z.int(),
  field: z.enum(CORRECTION_FIELD_KEYS),
  present: z.string(),
  wanted: z.string(),
  state: oneOf(CORRECTION_STATES),
  requestedAt: z.int(),
  askerKind: oneOf(SUBJECT_KINDS),
  askerId: z.int(),
  askerName: z.string(),
  ticketId: z.int(),
});

/** Requests of a member, or of all: those that wait the oldest first, anything else the latest first. */
export async function listCorrections(list: z.output<typeof query>): Promise<ListPage<CorrectionRow>> {
  const where: Condition[] = [];
  if (list.state) where.push({ sql: 'c.state = ?', values: [list.state] });
  if (list.subjectKind) where.push({ sql: 'c.subject_kind = ?', values: [list.subjectKind] });
  if (list.subjectId) where.push({ sql: 'c.subject_id = ?', values: [list.subjectId] });
  const page = await selectPage({
    row,
    columns: `c.id, c.subject_kind AS subjectKind, c.subject_id AS subjectId, c.field, c.present, c.wanted, c.state,
      c.requested_at AS requestedAt, c.asker_kind AS askerKind, c.asker_id AS askerId, c.asker_name AS askerName,
      c.ticket_id AS ticketId`,
    from: 'correction_requests c',
    where,
    order: { by: 'c.id', id: 'c.id', direction: list.state === 'open' ? 'ascending' : 'descending' },
    cursor: list.cursor,
    limit: list.limit,
  });
  return { ...page, items: page.items.map(presentRow) };
}

function presentRow(one: z.infer<typeof row>): CorrectionRow {
  const { label, input } = correctionField(one.subjectKind, one.field) ?? { label: one.field, input: 'words' as const };
  return {
    id: one.id,
    label,
    present: correctionWords(input, one.present),
    wanted: correctionWords(input, one.wanted),
    state: one.state,
    requestedAt: toIso(one.requestedAt),
    askerName: one.askerName,
    isClaim: isClaim(one),
    ticketId: one.ticketId,
  };
}
