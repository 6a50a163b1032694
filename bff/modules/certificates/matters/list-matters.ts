import { z } from 'zod';
import type { MatterRow } from '../../../contract/matters/endpoints.ts';
import { MATTER_STATES } from '../../../contract/matters/enums.ts';
import type { listMatters as query } from '../../../contract/matters/schemas.ts';
import { toIso, toShanghaiDate } from '../../../contract/dates.ts';
import { SUBJECT_KINDS } from '../../../contract/registry/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { AppError } from '../../../errors.ts';
import { selectPage, type Condition, type ListPage } from '../../../platform/db/keyset.ts';
import { overdueSince } from '../../office-hours/read-overdue.ts';
import { flag } from '../../../platform/db/rows.ts';
import { CertificateMatter } from './model.ts';

const row = z.strictObject({
  id: z.int(),
  state: oneOf(MATTER_STATES),
  subjectKind: oneOf(SUBJECT_KINDS),
  subjectId: z.int(),
  subjectName: z.string(),
  words: z.string(),
  changedBy: z.string(),
  changedAt: z.int(),
  applicationId: z.int(),
  number: z.string(),
  typeLabel: z.string(),
  holder: z.string(),
  decidedAt: z.int(),
  isPublic: flag,
  reason: z.string(),
  settledBy: z.string(),
  settledAt: z.int().nullable(),
});

const LIST = {
  row,
  columns: `m.id, m.state, f.subject_kind AS subjectKind, f.subject_id AS subjectId, f.subject_name AS subjectName,
    f.words, f.changed_by AS changedBy, f.changed_at AS changedAt, c.application_id AS applicationId, c.number,
    ty.label AS typeLabel, a.applicant_name AS holder, c.decided_at AS decidedAt, m.is_public AS isPublic, m.reason,
    m.settled_by AS settledBy, m.settled_at AS settledAt`,
  from: `certificate_matters m JOIN fact_changes f ON f.id = m.change_id
    JOIN certificates c ON c.id = m.certificate_id JOIN applications a ON a.id = c.application_id
    JOIN certificate_types ty ON ty.id = a.type_id`,
  counted: 'certificate_matters m',
} as const;

/** Letters whose facts have changed: those that are open the oldest first, anything else the latest first. */
export async function listMatters(list: z.output<typeof query>): Promise<ListPage<MatterRow>> {
  const where: Condition[] = list.state ? [{ sql: 'm.state = ?', values: [list.state] }] : [];
  if (list.waited) where.push(await overdueSince("m.state = 'open' AND f.changed_at"));
  const direction = list.state === 'open' ? 'ascending' : 'descending';
  const page = await selectPage({
    ...LIST,
    ...(list.waited && { counted: LIST.from }),
    where,
    order: { by: 'm.id', id: 'm.id', direction },
    cursor: list.cursor,
    limit: list.limit,
  });
  return { ...page, items: page.items.map(present) };
}

/** How many are open about one certificate, for its page. */
export const countOpenMatters = (certificateId: number): Promise<number> =>
  CertificateMatter.count({ where: { certificateId, state: 'open' } });

/** One of them. Throws `not_found`. */
export async function findMatter(id: number): Promise<MatterRow> {
  const where = [{ sql: 'm.id = ?', values: [id] }];
  const page = await selectPage({
    ...LIST,
    where,
    order: { by: 'm.id', id: 'm.id', direction: 'ascending' },
    limit: 1,
  });
  const [found] = page.items;
  if (!found) throw new AppError('not_found');
  return present(found);
}

function present({ decidedAt, changedAt, settledAt, isPublic, ...matter }: z.infer<typeof row>): MatterRow {
  return {
    ...matter,
    issuedOn: toShanghaiDate(decidedAt),
    isPublic: Boolean(isPublic),
    changedAt: toIso(changedAt),
    settledAt: toIso(settledAt),
  };
}
