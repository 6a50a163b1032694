import { afterEach, beforeAll, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { MemberActor } from '../../../actor.ts';
import type { TicketCategoryKey } from '../../../contract/tickets/enums.ts';
import type { AnswerTicket } from '../../../contract/tickets/schemas.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { makeTicket } from '../../../test/factories/ticket.ts';
import { installShippedHolidays } from '../../office-hours/install-years.ts';
import { addToTicket } from '../asking/add-to-ticket.ts';
import { answerTicket } from '../desk/answer-ticket.ts';
import { Ticket } from '../model.ts';
import { moveTicket } from '../desk/take-ticket.ts';

useDatabase();
let actor: MemberActor;
beforeAll(async () => {
  await installShippedHolidays();
  actor = await memberActor({ firmId: (await makeFirm()).id });
});
afterEach(releaseClock);

const shanghai = (time: string) => `${time.replace(' ', 'T')}:00+08:00`;
const instant = (time: string) => Date.parse(shanghai(time));
const at = (time: string) => freezeClock(shanghai(time));
const read = (id: number) => Ticket.findByPk(id, { rejectOnEmpty: true });
const doneDueAt = async (id: number) => (await read(id)).doneDueAt;
const staff = staffActor('administrator');

async function answer(id: number, next: AnswerTicket['next']): Promise<void> {
  const { version } = await read(id);
  await answerTicket({ actor: staff, id, input: { version, next, body: '请补充申请编号。' } });
}
async function move(id: number, category: TicketCategoryKey): Promise<void> {
  const { version } = await read(id);
  await moveTicket({ actor: staff, id, version, category });
}
const add = (id: number) =>
  addToTicket({ actor, id, input: { body: '申请编号见附件', attachments: [], idempotencyKey: newKey() } });

/** Asked for something at half past ten, when 390 open minutes are left for solving. */
async function asked(): Promise<number> {
  at('2026-11-30 09:00');
  const { id } = await makeTicket(actor);
  at('2026-11-30 10:30');
  await answer(id, 'asked');
  at('2026-12-02 14:00');
  return id;
}

test('whoever is asked twice has what was left after the first time', async () => {
  const id = await asked();
  await answer(id, 'asked');
  await add(id);
  expect(await doneDueAt(id)).toBe(instant('2026-12-03 11:30'));
});

test('what staff go on with by themselves is due again', async () => {
  const id = await asked();
  await answer(id, 'working');
  const { doneDueAt: due, queueDueAt, doneLeft } = await read(id);
  expect([due, queueDueAt, doneLeft]).toEqual([instant('2026-12-03 11:30'), instant('2026-12-03 11:30'), null]);
});

test('what is solved while it was waiting for its member has the rest of its time when it is opened again', async () => {
  const id = await asked();
  await answer(id, 'solved');
  await add(id);
  expect(await doneDueAt(id)).toBe(instant('2026-12-03 11:30'));
});

test('another category that promises less time shortens what is left of a clock that stands', async () => {
  const id = await asked();
  await move(id, 'sign_in');
  await add(id);
  // Two hours from 14:00.
  expect(await doneDueAt(id)).toBe(instant('2026-12-02 16:00'));
});

test('a promise that comes with another category says that holidays may still come between', async () => {
  at('2026-12-31 17:30');
  const { id } = await makeTicket(actor, { category: 'other' });
  await answer(id, 'working');
  expect((await read(id)).isExpected).toBe(false);
  await move(id, 'payment');
  const { doneDueAt: due, isExpected } = await read(id);
  expect(due).toBeGreaterThan(instant('2027-01-01 00:00'));
  expect(isExpected).toBe(true);
});
