/** Process that asks the queues of a database full of tickets for a page near the top and one far down. */
import '../../../bff/connections.ts';
import '../../../bff/models.ts';
import type { StaffActor } from '../../../bff/actor.ts';
import type { Role } from '../../../bff/contract/accounts/enums.ts';
import type { ListTickets } from '../../../bff/contract/tickets/schemas.ts';
import { Account } from '../../../bff/modules/accounts/model.ts';
import { listOwnTickets, listTickets } from '../../../bff/modules/tickets/desk/list-tickets.ts';
import { Ticket } from '../../../bff/modules/tickets/model.ts';
import { database } from '../../../bff/platform/db/database.ts';
import { turnPages, type List } from './time-lists.ts';

await database.open();
const busy = await Account.findOne({ where: { login: 'bench-staff-1' }, rejectOnEmpty: true });
const { askerId } = await Ticket.findOne({ order: ['id'], rejectOnEmpty: true });
const as = (roles: Role[], accountId = busy.id): StaffActor => ({
  kind: 'staff',
  roles,
  accountId,
  name: '',
  address: '127.0.0.1',
});
const queue =
  (actor: StaffActor, filter: Omit<ListTickets, 'cursor' | 'limit'> = {}): List =>
  (cursor) =>
    listTickets({ actor, ...filter, cursor });
const NOBODY = 2 ** 40;
const LISTS: Record<string, List> = {
  全部: queue(as(['administrator'])),
  一个岗位: queue(as(['registrar'])),
  两个岗位: queue(as(['finance', 'reviewer'])),
  我的: queue(as(['service']), { scope: 'mine' }),
  我的一份也没有: queue(as(['service'], NOBODY), { scope: 'mine' }),
  未分配: queue(as(['service']), { scope: 'unassigned' }),
  一种分类: queue(as(['administrator']), { category: 'complaint' }),
  待补充: queue(as(['registrar']), { state: 'asked' }),
  已关闭: queue(as(['administrator']), { state: 'closed' }),
  已关闭的一种分类: queue(as(['finance']), { state: 'closed', category: 'payment' }),
  我的已关闭: queue(as(['service']), { state: 'closed', scope: 'mine' }),
  我的已关闭一份也没有: queue(as(['service'], NOBODY), { state: 'closed', scope: 'mine' }),
  已取消: queue(as(['reviewer']), { state: 'cancelled' }),
  我的工单: (cursor) =>
    listOwnTickets({
      actor: { kind: 'lawyer', lawyerId: askerId, accountId: 0, name: '', address: '127.0.0.1' },
      cursor,
    }),
};
await turnPages(LISTS);
await database.close();
