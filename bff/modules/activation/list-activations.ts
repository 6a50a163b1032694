import { z } from 'zod';
import { type ActivationChannel, type ActivationState, ACTIVATION_CHANNELS } from '../../contract/activation/enums.ts';
import { type SubjectKind, SUBJECT_KINDS } from '../../contract/registry/enums.ts';
import { toPlainName } from '../../contract/names.ts';
import { toHalfWidth } from '../../contract/text.ts';
import { clock } from '../../platform/clock/clock.ts';
import { select } from '../../platform/db/database.ts';
import { inList, selectPage, startsWith, type Condition, type ListPage } from '../../platform/db/keyset.ts';
import { oneOf } from '../../contract/reply-parts.ts';

/** A member's account that nobody has opened yet. */
export interface Unopened {
  accountId: number;
  kind: SubjectKind;
  memberId: number;
  name: string;
  login: string;
  firmName: string;
  requestedAt: number | null;
  /** The last code that was handed out and is not replaced; it may have expired. */
  code: { channel: ActivationChannel; issuedBy: string; issuedAt: number; expiresAt: number } | null;
}
type Line = Omit<Unopened, 'code'>;

/** Accounts, of one kind or of both, that nobody has opened yet, in the order in which they were made. */
export async function listActivations(list: {
  kind?: SubjectKind | undefined;
  state?: ActivationState | undefined;
  search?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<ListPage<Unopened>> {
  const { kind, state, search } = list;
  const where = [...OF_KIND(kind), ...searched(search), ...(state ? inState(state) : [])];
  return withCodes(await page({ where, cursor: list.cursor, limit: list.limit }));
}

/** One member's account, if nobody has opened it yet. */
export async function findActivation({ kind, id }: { kind: SubjectKind; id: number }): Promise<Unopened | null> {
  const column = kind === 'firm' ? 'a.firm_id' : 'a.lawyer_id';
  const where = [...OF_KIND(kind), { sql: `${column} = ?`, values: [id] }];
  return (await withCodes(await page({ where }))).items[0] ?? null;
}

const OF_KIND = (kind: SubjectKind | undefined): Condition[] => [
  { sql: 'a.password_hash IS NULL AND a.is_closed = 0', values: [] },
  kind ? { sql: 'a.kind = ?', values: [kind] } : { sql: "a.kind IN ('firm', 'lawyer')", values: [] },
];

function searched(search: string | undefined): Condition[] {
  if (!search) return [];
  const name = startsWith('a.name', toPlainName(search));
  const login = toHalfWidth(search).replace(/\s/g, '').toUpperCase();
  return [{ sql: `(${name.sql}) OR a.login = ? OR a.alt_login = ?`, values: [...name.values, login, login] }];
}

const STANDING = `SELECT 1 FROM activation_codes c
  WHERE c.account_id = a.id AND c.used_at IS NULL AND c.ended_at IS NULL AND c.expires_at`;

function inState(state: ActivationState): Condition[] {
  const now = clock.now();
  if (state === 'sent') return [{ sql: `EXISTS (${STANDING} > ?)`, values: [now] }];
  if (state === 'requested') return [{ sql: 'a.activation_requested_at IS NOT NULL', values: [] }];
  if (state === 'expired') return [{ sql: `EXISTS (${STANDING} <= ?)`, values: [now] }];
  return [{ sql: `NOT EXISTS (${STANDING} > ?) AND a.activation_requested_at IS NULL`, values: [0] }];
}

const unopenedRow = z.strictObject({
  kind: oneOf(SUBJECT_KINDS),
  name: z.string(),
  accountId: z.int(),
  memberId: z.int(),
  login: z.string(),
  firmName: z.string(),
  requestedAt: z.int().nullable(),
});

async function page(list: { where: Condition[]; cursor?: string | undefined; limit?: number | undefined }) {
  return selectPage({
    row: unopenedRow,
    columns: `a.id AS accountId, a.kind, COALESCE(a.firm_id, a.lawyer_id) AS memberId, a.name, a.login,
      COALESCE(f.name, '') AS firmName, a.activation_requested_at AS requestedAt`,
    from: 'accounts a LEFT JOIN lawyers l ON l.id = a.lawyer_id LEFT JOIN firms f ON f.id = l.firm_id',
    counted: 'accounts a',
    where: list.where,
    order: { by: 'a.id', id: 'a.id', direction: 'ascending' },
    cursor: list.cursor,
    limit: list.limit,
  });
}

const codeRow = z.strictObject({
  accountId: z.int(),
  channel: oneOf(ACTIVATION_CHANNELS),
  issuedBy: z.string(),
  issuedAt: z.int(),
  expiresAt: z.int(),
});

async function withCodes(found: ListPage<Line>): Promise<ListPage<Unopened>> {
  const ids = inList(found.items.map(({ accountId }) => accountId));
  const codes = await select(
    codeRow,
    `SELECT account_id AS accountId, channel, issued_by_name AS issuedBy, issued_at AS issuedAt, expires_at AS expiresAt
       FROM activation_codes WHERE account_id IN ${ids.sql} AND used_at IS NULL AND ended_at IS NULL`,
    ids.values,
  );
  const byAccount = new Map(codes.map(({ accountId, ...code }) => [accountId, code]));
  return { ...found, items: found.items.map((line) => ({ ...line, code: byAccount.get(line.accountId) ?? null })) };
}
