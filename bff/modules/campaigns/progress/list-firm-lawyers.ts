import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { FirmActor } from '../../../actor.ts';
import { LAWYER_CATEGORIES, LAWYER_STATUSES } from '../../../contract/registry/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { COMMON_SECTIONS, FIRM_PROGRESS, firmProgressOf } from '../../../contract/profile-progress/enums.ts';
import type { FirmLawyer } from '../../../contract/profile-progress/replies.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { selectPage, type Condition, type ListPage } from '../../../platform/db/keyset.ts';
import { flag } from '../../../platform/db/rows.ts';
import { writeXlsx, type SheetCell } from '../../../platform/xlsx/write-xlsx.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { toNameKey, toSearchTerm } from '../../registry/facts/search-names.ts';

const row = z.strictObject({
  id: z.int(),
  name: z.string(),
  licenceNo: z.string(),
  category: oneOf(LAWYER_CATEGORIES),
  status: oneOf(LAWYER_STATUSES),
  done: z.int(),
  isApproved: flag,
});

interface Asked {
  actor: FirmActor;
  search?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

/**
 * 律师列表. A lawyer who was approved once counts as done: a profile that was given back to be mended stays in force, and the
 * firm learns nothing of it. The figure tells how much is filled in, whatever a reviewer said of it.
 */
export async function listFirmLawyers({ actor, search, cursor, limit }: Asked): Promise<ListPage<FirmLawyer>> {
  const where: Condition[] = [{ sql: 'l.firm_id = ?', values: [actor.firmId] }];
  const term = toSearchTerm(search);
  // One firm's lawyers are few enough to be looked through.
  if (term !== '') {
    where.push({
      sql: 'INSTR(l.name_key, ?) > 0 OR INSTR(l.licence_no, ?) > 0',
      values: [toNameKey(term, 'lawyer'), term.toUpperCase()],
    });
  }
  const page = await selectPage({
    row,
    columns: `l.id, l.name, l.licence_no AS licenceNo, l.category, l.status, COALESCE(p.done_sections, 0) AS done,
      CASE WHEN p.approved_snapshot_id IS NULL THEN 0 ELSE 1 END AS isApproved`,
    from: 'lawyers l LEFT JOIN profiles p ON p.lawyer_id = l.id',
    where,
    order: { by: 'l.name_key', id: 'l.id', direction: 'ascending' },
    cursor,
    limit,
  });
  const items = page.items.map(({ done, isApproved, ...lawyer }) => ({
    ...lawyer,
    percent: isApproved ? 100 : Math.floor((done * 100) / COMMON_SECTIONS),
    isDone: isApproved === 1,
  }));
  return { ...page, items };
}

const COLUMNS = [
  { label: '姓名', width: 14 },
  { label: '执业证号', width: 22 },
  { label: '执业类别', width: 16 },
  { label: '状态', width: 12 },
  { label: '信息补全进度', width: 14 },
  { label: '是否完成', width: 20 },
];
const cellsOf = ({ name, licenceNo, category, status, percent, isDone }: FirmLawyer): SheetCell[] => [
  name,
  licenceNo,
  LAWYER_CATEGORIES[category],
  LAWYER_STATUSES[status],
  `${percent}%`,
  FIRM_PROGRESS[firmProgressOf({ isDone, percent })],
];

const PAGE_ROWS = 500;

/** The same list as an .xlsx file, written while it is downloaded; a line of the log says who took it. */
export async function exportFirmLawyers(asked: {
  actor: FirmActor;
  search?: string | undefined;
}): Promise<{ stream: Readable; fileName: string }> {
  const { actor } = asked;
  const line = { action: 'list.exported', targetKind: 'list', targetId: actor.firmId, target: '律师列表' } as const;
  await transaction((t) => writeAudit({ actor, ...line, detail: asked.search ?? '' }, t));
  const stream = writeXlsx({ name: '律师列表', columns: COLUMNS }, pagesOf(asked));
  return { stream, fileName: `律师列表-${clock.today()}.xlsx` };
}

async function* pagesOf(asked: Omit<Asked, 'cursor' | 'limit'>): AsyncGenerator<SheetCell[][]> {
  for (let cursor: string | undefined; ;) {
    const { items, next } = await listFirmLawyers({ ...asked, cursor, limit: PAGE_ROWS });
    yield items.map(cellsOf);
    if (next === null) return;
    cursor = next;
  }
}
