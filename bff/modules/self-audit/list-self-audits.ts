import { z } from 'zod';
import type { SelfAuditFaultRow, SelfAuditRow } from '../../contract/self-audit/endpoints.ts';
import { selfAuditFaultRow } from '../../contract/self-audit/replies.ts';
import { AppError } from '../../errors.ts';
import { selectPage, type ListPage } from '../../platform/db/keyset.ts';
import { SelfAudit } from './model.ts';
import { presentRound } from './present.ts';
import { SELF_AUDIT_SCOPES } from '../../contract/self-audit/enums.ts';
import { oneOf } from '../../contract/reply-parts.ts';

const roundRow = z.strictObject({
  faulty: z.int(),
  id: z.int(),
  scope: oneOf(SELF_AUDIT_SCOPES),
  checked: z.int(),
  orphans: z.int(),
  startedBy: z.string(),
  startedAt: z.int(),
  finishedAt: z.int().nullable(),
});

/** Rounds, the latest first. */
export async function listSelfAudits(query: {
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<ListPage<SelfAuditRow>> {
  const page = await selectPage({
    row: roundRow,
    columns: `s.id, s.scope, s.started_at AS startedAt, s.finished_at AS finishedAt, s.checked, s.faulty, s.orphans,
      s.started_by AS startedBy`,
    from: 'self_audits s',
    where: [],
    order: { by: 's.id', id: 's.id', direction: 'descending' },
    ...query,
  });
  return { ...page, items: page.items.map(presentRound) };
}

/** What was wrong in a round, in the order in which it was found. Throws `not_found`. */
export async function listSelfAuditFaults(query: {
  id: number;
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<ListPage<SelfAuditFaultRow>> {
  const { id, ...paging } = query;
  if (!(await SelfAudit.findByPk(id))) throw new AppError('not_found');
  return selectPage({
    row: selfAuditFaultRow,
    columns: 'f.id, f.number, f.application_id AS applicationId, f.kind, f.detail',
    from: 'self_audit_faults f',
    where: [{ sql: 'f.self_audit_id = ?', values: [id] }],
    order: { by: 'f.id', id: 'f.id', direction: 'ascending' },
    ...paging,
  });
}
