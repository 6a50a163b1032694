import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { FirmActor } from '../../../actor.ts';
import { shanghaiYear } from '../../../contract/dates.ts';
import type { FirmHours } from '../../../contract/firm-hours/replies.ts';
import type { FirmHoursAsked } from '../../../contract/firm-hours/schemas.ts';
import { HOURS_KINDS, HOURS_MODES } from '../../../contract/records/enums.ts';
import { LAWYER_CATEGORIES, LAWYER_STATUSES } from '../../../contract/registry/enums.ts';
import type { HoursRequirement } from '../../../contract/hours-requirements/schemas.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select, transaction } from '../../../platform/db/database.ts';
import { inList, selectPage, type Condition, type ListPage } from '../../../platform/db/keyset.ts';
import { writeXlsx, type SheetCell } from '../../../platform/xlsx/write-xlsx.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { requiredOf, requiredSql, requirementOf, tenthsOf, type AskedPart } from '../records/hours-requirement.ts';
import { toNameKey, toSearchTerm } from '../facts/search-names.ts';

interface Asked extends FirmHoursAsked {
  actor: FirmActor;
  cursor?: string | undefined;
  limit?: number | undefined;
}

const row = z.strictObject({
  id: z.int(),
  name: z.string(),
  licenceNo: z.string(),
  status: oneOf(LAWYER_STATUSES),
  category: oneOf(LAWYER_CATEGORIES),
  firstPractisedOn: z.string(),
});
const sumRow = z.strictObject({ lawyerId: z.int(), kind: oneOf(HOURS_KINDS), tenths: z.int(), onsite: z.int() });

/** Hours that count, of the days of one year. */
const COUNTING = "h.state = 'checked_in' AND h.held_on >= ? AND h.held_on <= ?";
const daysOf = (year: number) => [`${year}-01-01`, `${year}-12-31`];

/** 本所律师学时: totals by kind of each of the firm's lawyers in a year, by name. Nothing of the courses and their proofs. */
export async function listFirmHours(asked: Asked): Promise<ListPage<FirmHours>> {
  const { cursor, limit } = asked;
  const year = yearOf(asked);
  const requirement = requirementOf(await readSettings(), year);
  const page = await selectPage({
    row,
    columns: 'l.id, l.name, l.licence_no AS licenceNo, l.status, l.category, l.first_practised_on AS firstPractisedOn',
    from: 'lawyers l',
    where: conditionsOf(asked, { year, requirement }),
    order: { by: 'l.name_key', id: 'l.id', direction: 'ascending' },
    cursor,
    limit,
  });
  const sums = await sumsOf(
    page.items.map(({ id }) => id),
    year,
  );
  const items = page.items.map(({ category, firstPractisedOn, ...lawyer }) => {
    const asks = requiredOf(requirement, { category, firstPractisedOn }, year);
    const required = {
      requiredTenths: asks.totalTenths,
      requiredEthicsTenths: tenthsOf(asks, 'ethics'),
      requiredEthicsOnsiteTenths: tenthsOf(asks, 'ethicsOnsite'),
      requiredBusinessTenths: tenthsOf(asks, 'business'),
    };
    const { ethics = 0, ethicsOnsite = 0, business = 0, other = 0 } = sums.get(lawyer.id) ?? {};
    const kinds = {
      ethicsTenths: ethics,
      ethicsOnsiteTenths: ethicsOnsite,
      businessTenths: business,
      otherTenths: other,
    };
    return { ...lawyer, year, ...kinds, totalTenths: ethics + business + other, ...required };
  });
  return { ...page, items };
}

const yearOf = ({ year }: FirmHoursAsked): number => year ?? shanghaiYear(clock.now());

function conditionsOf(
  { actor, search, lacking }: Asked,
  { year, requirement }: { year: number; requirement: HoursRequirement },
): Condition[] {
  // Nobody asks hours of who has left the association.
  const where: Condition[] = [{ sql: "l.firm_id = ? AND l.status <> 'cancelled'", values: [actor.firmId] }];
  const term = toSearchTerm(search);
  // One firm's lawyers are few enough to be looked through.
  if (term !== '') {
    where.push({
      sql: 'INSTR(l.name_key, ?) > 0 OR INSTR(l.licence_no, ?) > 0',
      values: [toNameKey(term, 'lawyer'), term.toUpperCase()],
    });
  }
  if (lacking) where.push(lackingIn(requirement, year));
  return where;
}

/** Which records count towards what is asked. */
const COUNTS: Record<AskedPart, string> = {
  total: '',
  ethics: " AND h.kind = 'ethics'",
  ethicsOnsite: " AND h.kind = 'ethics' AND h.mode = 'onsite'",
  business: " AND h.kind = 'business'",
};

/** Lacks of the total, of a kind of which some are asked for, or of that on the spot. */
function lackingIn(requirement: HoursRequirement, year: number): Condition {
  const values: (string | number)[] = [];
  const parts = (Object.keys(COUNTS) as AskedPart[]).map((what) => {
    const required = requiredSql(requirement, year, what);
    values.push(...daysOf(year), ...required.values);
    return `(SELECT COALESCE(SUM(h.tenths), 0) FROM activity_hours h WHERE h.lawyer_id = l.id AND ${COUNTING}${
      COUNTS[what]
    }) < ${required.sql}`;
  });
  return { sql: parts.join(' OR '), values };
}

type Sums = Partial<Record<keyof typeof HOURS_KINDS | 'ethicsOnsite', number>>;
async function sumsOf(lawyerIds: readonly number[], year: number): Promise<Map<number, Sums>> {
  const sums = new Map<number, Sums>();
  if (lawyerIds.length === 0) return sums;
  const lawyers = inList(lawyerIds);
  const rows = await select(
    sumRow,
    `SELECT h.lawyer_id AS lawyerId, h.kind, SUM(h.tenths) AS tenths,
       SUM(CASE WHEN h.mode = 'onsite' THEN h.tenths ELSE 0 END) AS onsite FROM activity_hours h
     WHERE h.lawyer_id IN ${lawyers.sql} AND ${COUNTING} GROUP BY h.lawyer_id, h.kind`,
    [...lawyers.values, ...daysOf(year)],
  );
  for (const { lawyerId, kind, tenths, onsite } of rows) {
    sums.set(lawyerId, { ...sums.get(lawyerId), [kind]: tenths, ...(kind === 'ethics' && { ethicsOnsite: onsite }) });
  }
  return sums;
}

const COLUMNS = [
  { label: '年度', width: 8 },
  { label: '姓名', width: 14 },
  { label: '执业证号', width: 22 },
  { label: '状态', width: 12 },
  { label: `${HOURS_KINDS.ethics}学时`, width: 24 },
  { label: `其中${HOURS_MODES.onsite}`, width: 10 },
  { label: `${HOURS_KINDS.business}学时`, width: 12 },
  { label: `${HOURS_KINDS.other}学时`, width: 12 },
  { label: '学时合计', width: 12 },
  { label: '当年应修', width: 12 },
  { label: `应修${HOURS_KINDS.ethics}`, width: 24 },
  { label: `应修其中${HOURS_MODES.onsite}`, width: 14 },
  { label: `应修${HOURS_KINDS.business}`, width: 12 },
  { label: '还缺', width: 10 },
];
const cellsOf = (one: FirmHours): SheetCell[] => [
  one.year,
  one.name,
  one.licenceNo,
  LAWYER_STATUSES[one.status],
  one.ethicsTenths / 10,
  one.ethicsOnsiteTenths / 10,
  one.businessTenths / 10,
  one.otherTenths / 10,
  one.totalTenths / 10,
  one.requiredTenths / 10,
  one.requiredEthicsTenths / 10,
  one.requiredEthicsOnsiteTenths / 10,
  one.requiredBusinessTenths / 10,
  Math.max(0, one.requiredTenths - one.totalTenths) / 10,
];

const PAGE_ROWS = 500;
const TITLE = '本所律师学时';

/** The same list as an .xlsx file, written while it is downloaded; a line of the log says who took it. */
export async function exportFirmHours(
  asked: Omit<Asked, 'cursor' | 'limit'>,
): Promise<{ stream: Readable; fileName: string }> {
  const { actor, search, lacking } = asked;
  const year = yearOf(asked);
  const line = { action: 'list.exported', targetKind: 'list', targetId: actor.firmId, target: TITLE } as const;
  const detail = [`${year}年度`, lacking ? '未修满' : '', search ?? ''].filter(Boolean).join('；');
  await transaction((t) => writeAudit({ actor, ...line, detail }, t));
  const stream = writeXlsx({ name: TITLE, columns: COLUMNS }, pagesOf({ ...asked, year }));
  return { stream, fileName: `${TITLE}-${year}年度-${clock.today()}.xlsx` };
}

async function* pagesOf(asked: Omit<Asked, 'cursor' | 'limit'>): AsyncGenerator<SheetCell[][]> {
  for (let cursor: string | undefined; ;) {
    const { items, next } = await listFirmHours({ ...asked, cursor, limit: PAGE_ROWS });
    yield items.map(cellsOf);
    if (next === null) return;
    cursor = next;
  }
}
