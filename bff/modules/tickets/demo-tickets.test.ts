import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { TICKET_ROLES, TICKET_STATES } from '../../contract/tickets/enums.ts';
import '../../models.ts';
import { toShanghaiMinute } from '../../contract/dates.ts';
import { clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { useDatabase } from '../../test/database.ts';
import { Upload } from '../files/model.ts';
import { CorrectionRequest } from '../registry/corrections/correction-model.ts';
import { TimelineLine } from '../timeline/model.ts';
import { staffActor } from '../../test/factories/registry.ts';
import { listTickets } from './desk/list-tickets.ts';
import { Ticket, TicketMessage, TicketNote } from './model.ts';
import { TicketRating } from './ratings/model.ts';

useDatabase();
afterEach(releaseClock);
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
  expect(await Upload.count({ where: { ownerKind: 'ticket_message' } })).toBe(2);
  expect(tickets.filter(({ tiedKind }) => tiedKind !== null).length).toBeGreaterThan(0);
  // A firm asks for a lawyer who is not yet its own.
  expect(await CorrectionRequest.count({ where: { askerKind: 'firm', field: 'transfer' } })).toBe(1);
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

describe.each(['2026-11-29 20:00', '2026-11-30 08:00', '2026-10-09 09:20', '2026-02-24 10:00', '2027-01-01 12:00'])(
  'begun at %s',
  (time) => {
    test('every state is there, nothing happened at night, and clocks are green, amber and red', async () => {
      await Ticket.destroy({ where: {} });
      await CorrectionRequest.destroy({ where: {} });
      await TimelineLine.destroy({ where: { subjectKind: 'ticket' } });
      freezeClock(`${time.replace(' ', 'T')}:00+08:00`);
      expect(await seedDemoTickets()).toBe(true);
      freezeClock(`${time.replace(' ', 'T')}:00+08:00`);
      const tickets = await Ticket.findAll();
      expect(new Set(tickets.map(({ state }) => state))).toEqual(new Set(Object.keys(TICKET_STATES)));
      for (const { openedAt } of tickets) expect(toShanghaiMinute(openedAt).slice(11)).toMatch(/^(09|1[0-7]):/);
      const { items } = await listTickets({ actor: staffActor('administrator'), limit: 100 });
      const left = items.map(({ leftMinutes }) => leftMinutes).filter((minutes) => minutes !== null);
      expect(left.some((minutes) => minutes < 0)).toBe(true);
      expect(items.some(({ isSoon, leftMinutes }) => isSoon && (leftMinutes ?? -1) >= 0)).toBe(true);
      expect(items.some(({ isSoon, leftMinutes }) => !isSoon && leftMinutes !== null)).toBe(true);
    });
  },
);
