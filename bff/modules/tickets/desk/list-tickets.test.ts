import { expect, test } from '@jest/globals';
import '../../../models.ts';
import type { Role } from '../../../contract/accounts/enums.ts';
import { TICKET_ORDERS, TICKET_SCOPES, TICKET_STATES } from '../../../contract/tickets/enums.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { makeTicket } from '../../../test/factories/ticket.ts';
import { installShippedHolidays } from '../../office-hours/install-years.ts';
import { Ticket } from '../model.ts';
import { listTickets } from './list-tickets.ts';

useDatabase();

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as Key[];

test('every filter with every other one finds what is so, whichever index it walks', async () => {
  await installShippedHolidays();
  const actor = await memberActor({ firmId: (await makeFirm()).id });
  const { id } = await makeTicket(actor);
  const { category, role } = await Ticket.findByPk(id, { rejectOnEmpty: true });
  const staff = (roles: readonly Role[]) => ({ ...staffActor(role), roles: [...roles] });
  const found: string[] = [];
  for (const state of [undefined, ...keysOf(TICKET_STATES)]) {
    const isOpen = state === undefined || state === 'waiting' || state === 'working' || state === 'asked';
    await Ticket.update({ state: state ?? 'waiting', isOpen }, { where: { id } });
    for (const scope of keysOf(TICKET_SCOPES))
      for (const order of keysOf(TICKET_ORDERS))
        for (const kind of [undefined, category])
          for (const roles of [[role], [role, 'finance'], ['administrator']] as const) {
            const { items } = await listTickets({ actor: staff(roles), state, scope, order, category: kind });
            const isMeant =
              scope === 'all' || scope === 'unassigned' || (scope === 'ours' && isOpen && state !== 'asked');
            if ((items.length === 1) !== isMeant) found.push(`${state} ${scope} ${order} ${kind} ${roles.join()}`);
          }
  }
  expect(found).toEqual([]);
});

test('what has ended is found by any part of the asker’s name, where nobody’s begins so', async () => {
  const actor = await memberActor({ firmId: (await makeFirm({ name: '江海听潮律师事务所' })).id });
  const { id } = await makeTicket(actor);
  await Ticket.update({ state: 'closed', isOpen: false }, { where: { id } });
  const found = async (search: string) =>
    (await listTickets({ actor: staffActor('administrator'), state: 'closed', scope: 'all', search })).items.map(
      (row) => row.id,
    );
  expect(await found('江海听')).toEqual([id]);
  expect(await found('听潮')).toEqual([id]);
  expect(await found('潮听')).toEqual([]);
});
