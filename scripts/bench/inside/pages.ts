/** Process that asks every long list of a filled database for a page near the top and one far down. */
import '../../../bff/connections.ts';
import '../../../bff/models.ts';
import { listAudit } from '../../../bff/modules/audit/list-audit.ts';
import type { MemberActor } from '../../../bff/actor.ts';
import {
  listOwnApplications,
  listQueue,
  type QueueFilter,
} from '../../../bff/modules/certificates/applying/list-applications.ts';
import { database, select } from '../../../bff/platform/db/database.ts';
import { idRow } from '../../../bff/platform/db/rows.ts';
import { turnPages, type List } from './time-lists.ts';

await database.open();
const member = await busiestMember();
const queue =
  (filter: Omit<QueueFilter, 'order'>): List =>
  (cursor) =>
    listQueue({ ...filter, cursor, order: 'newest' });
const LISTS: Record<string, List> = {
  我的证明: (cursor) => listOwnApplications(member, { cursor, order: 'newest' }),
  证明管理: queue({}),
  待审批: queue({ state: 'pending' }),
  驳回: queue({ outcome: 'rejected' }),
  人工审核: queue({ mode: 'manual' }),
  一种类型: queue({ type: 'firm-clean' }),
  按名称: queue({ search: '江海' }),
  操作日志: (cursor) => listAudit({ cursor }),
};
await turnPages(LISTS);
await database.close();

async function busiestMember(): Promise<MemberActor> {
  const [row] = await select(
    idRow,
    `SELECT applicant_id AS id FROM applications WHERE applicant_kind = 'firm'
     GROUP BY applicant_id ORDER BY COUNT(*) DESC LIMIT 1`,
    [],
  );
  if (!row) throw new Error('no firm has applied in this database');
  return { kind: 'firm', firmId: row.id } as MemberActor;
}
