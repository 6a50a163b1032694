import { beforeAll, expect, test } from '@jest/globals';
import { TICKET_ROLES, TICKET_STATES } from '../../contract/tickets/enums.ts';
import '../../models.ts';
import { clock } from '../../platform/clock/clock.ts';
import { useDatabase } from '../../test/database.ts';
import { Upload } from '../files/model.ts';
import { TimelineLine } from '../timeline/model.ts';
import { Ticket, TicketMessage, TicketNote } from './model.ts';
import { TicketRating } from './ratings/model.ts';

useDatabase();
let seedDemoTickets: () => Promise<boolean>;

beforeAll(async () => {
  // Scripts lie outside the server's own build.
  const load = (file: string): Promise<unknown> =>
    import(new URL(`../../../scripts/seed/${file}`, import.meta.url).href);
  const { seedDemo } = (await load('demo.ts')) as { seedDemo: () => Promise<boolean> };
  ({ seedDemoTickets } = (await load('demo-tickets.ts')) as { seedDemoTickets: typeof seedDemoTickets });
  await seedDemo();
  expect(await seedDemoTickets()).toBe(true);
});

test('the demo association has a ticket in every state, and one to work on in every queue', async () => {
  const tickets = await Ticket.findAll({ order: ['id'] });
  expect(new Set(tickets.map(({ state }) => state))).toEqual(new Set(Object.keys(TICKET_STATES)));
  const queues = new Set(tickets.filter(({ isOpen }) => isOpen).map(({ role }) => role));
  for (const role of TICKET_ROLES) expect(queues).toContain(role);
  expect(await TimelineLine.count({ where: { subjectKind: 'ticket', event: 'reopened' } })).toBe(1);
  expect(await TicketNote.count()).toBeGreaterThan(0);
  expect(await TicketRating.count()).toBeGreaterThan(0);
  expect(await Upload.count({ where: { ownerKind: 'ticket_message' } })).toBe(1);
});

test('what happened to them lies before now, the earlier ticket with the lower number', async () => {
  const opened = (await Ticket.findAll({ order: ['id'] })).map(({ openedAt }) => openedAt);
  expect(opened).toEqual([...opened].sort((a, b) => a - b));
  const messages = await TicketMessage.findAll();
  for (const { at } of messages) expect(at).toBeLessThan(clock.now());
  // The clock runs again.
  expect(Math.abs(clock.now() - Date.now())).toBeLessThan(60_000);
});

test('tickets that stand are left alone', async () => {
  const before = await Ticket.count();
  expect(await seedDemoTickets()).toBe(false);
  expect(await Ticket.count()).toBe(before);
});
