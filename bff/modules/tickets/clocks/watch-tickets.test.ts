import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { MemberActor, StaffActor } from '../../../actor.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import '../../../models.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { database, select } from '../../../platform/db/database.ts';
import { useDatabase } from '../../../test/database.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, makeStaffAccount, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { makeTicket } from '../../../test/factories/ticket.ts';
import { doDueWork } from '../../../test/office.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { installShippedHolidays } from '../../office-hours/install-years.ts';
import { clearOfficeDay, setOfficeDay } from '../../office-hours/set-office-day.ts';
import { Message } from '../../outbox/model.ts';
import { readTimeline } from '../../timeline/read-timeline.ts';
import { ofTicket } from '../../../subject.ts';
import { addToTicket } from '../asking/add-to-ticket.ts';
import { answerTicket } from '../desk/answer-ticket.ts';
import { writeNote } from '../desk/notes.ts';
import { takeTicket } from '../desk/take-ticket.ts';
import { Ticket } from '../model.ts';
import { scheduleTicketWatch } from './schedule-ticket-watch.ts';
import { watchTickets } from './watch-tickets.ts';

useDatabase();
const administrator = staffActor('administrator');
let reviewer: StaffActor;
let actor: MemberActor;
beforeAll(async () => {
  await installShippedHolidays();
  const { id } = await makeStaffAccount('assignee', 'correct horse 1', ['reviewer']);
  reviewer = { ...staffActor('reviewer'), accountId: id };
  await makeStaffAccount('colleague', 'correct horse 1', ['reviewer']);
  await makeStaffAccount('chief', 'correct horse 1', ['administrator']);
  await makeStaffAccount('registrar', 'correct horse 1', ['registrar']);
});
beforeEach(async () => {
  await Ticket.update({ isOpen: false, watchAt: 7_258_118_400_000 }, { where: {} });
  at('2026-12-07 09:00');
  actor = await memberActor({ firmId: (await makeFirm({ email: 'office@firm.example.com' })).id });
});
afterEach(releaseClock);

const shanghai = (time: string) => `${time.replace(' ', 'T')}:00+08:00`;
const at = (time: string) => freezeClock(shanghai(time));
const read = (id: number) => Ticket.findByPk(id, { rejectOnEmpty: true });
const took = async (id: number) => takeTicket({ actor: reviewer, id, version: (await read(id)).version });
const answer = async (id: number, next: 'working' | 'asked' | 'solved') =>
  answerTicket({ actor: reviewer, id, input: { version: (await read(id)).version, next, body: '请补充申请编号。' } });
const add = (id: number) =>
  addToTicket({ actor, id, input: { body: '申请编号见附件', attachments: [], idempotencyKey: newKey() } });

/** Who is told of what at that time: login and line. */
async function told(time: string): Promise<string[][]> {
  at(time);
  const before = await Message.max<number, Message>('id');
  await watchTickets();
  const mails = (await Message.findAll({ where: { template: 'tickets_due' }, order: ['id'] })).filter(
    ({ id }) => id > (before ?? 0),
  );
  return mails.map(({ recipient, data }) => [
    recipient.replace('@example.com', ''),
    (data['lines'] ?? '').replaceAll(/工单G\d+：/g, ''),
  ]);
}

describe('what is not answered or done', () => {
  test('is told of in steps, to more people each time, once each, and only while somebody is there', async () => {
    const { id } = await makeTicket(actor);
    await took(id);
    expect(await told('2026-12-07 10:29')).toEqual([]);
    expect(await told('2026-12-07 10:30')).toEqual([['assignee', '首次答复时限已用75%，今天 11:00 到期']]);
    expect(await told('2026-12-07 10:31')).toEqual([]);
    const late = '首次答复已逾期，应于今天 11:00 前完成';
    expect(await told('2026-12-07 11:00')).toEqual([
      ['assignee', late],
      ['colleague', late],
    ]);
    // At noon nobody is there; what falls due then is said at half past one.
    expect(await told('2026-12-07 12:30')).toEqual([]);
    expect(await told('2026-12-07 14:00')).toEqual([['chief', `${late}（已用时限的150%）`]]);
    expect(await told('2026-12-07 23:59')).toEqual([]);
    expect(await told('2026-12-08 09:00')).toEqual([['assignee', '办结时限已用75%，今天 10:00 到期']]);
    expect(await told('2026-12-08 18:00')).toEqual([]);
    // What was missed in between is told in one mail a person.
    const done = '办结已逾期，应于12月8日 10:00 前完成';
    expect(await told('2026-12-09 09:00')).toEqual([
      ['assignee', done],
      ['colleague', done],
      ['chief', `${done}（已用时限的150%）`],
    ]);
    expect(await told('2026-12-21 09:00')).toEqual([]);
  });

  test('is told of to the role where nobody has taken it', async () => {
    await makeTicket(actor);
    expect((await told('2026-12-07 10:30')).map(([who]) => who)).toEqual(['assignee', 'colleague']);
  });

  test('on a holiday nobody is told, on a working Saturday somebody is', async () => {
    at('2026-09-30 17:00');
    await makeTicket(actor, { category: 'payment' });
    for (const day of ['10-01', '10-03', '10-07']) expect(await told(`2026-${day} 10:00`)).toEqual([]);
    expect(await told('2026-10-10 10:00')).not.toEqual([]);
  });

  test('is told of no more once it is answered; a note is no answer', async () => {
    const [answered, noted] = [await makeTicket(actor), await makeTicket(actor)];
    await answer(answered.id, 'working');
    await writeNote({ actor: reviewer, id: noted.id, body: '已电话联系' });
    await took(noted.id);
    expect(await told('2026-12-07 11:00')).toHaveLength(2);
    expect((await read(answered.id)).basis.first).toBeNull();
    expect((await read(noted.id)).basis.first?.told).toBe(2);
    // Neither of what is solved, asked for or taken back.
    for (const { id } of [answered, noted]) await answer(id, 'solved');
    expect(await told('2026-12-09 09:00')).toEqual([]);
  });

  test('after it was asked for, goes on with the steps that are left', async () => {
    const { id } = await makeTicket(actor, { category: 'sign_in' });
    await told('2026-12-07 10:40');
    expect((await read(id)).basis.done?.told).toBe(1);
    const { version } = await read(id);
    await answerTicket({ actor: administrator, id, input: { version, next: 'asked', body: '请补充账号。' } });
    at('2026-12-08 09:00');
    await add(id);
    expect((await read(id)).basis.done).toMatchObject({ told: 1, minutes: 20, whole: 120 });
    expect(await told('2026-12-08 09:19')).toEqual([]);
    expect(await told('2026-12-08 09:20')).not.toEqual([]);
    expect(await told('2026-12-08 10:19')).toEqual([]);
    expect((await told('2026-12-08 10:20')).map(([who]) => who)).toEqual(['chief']);
  });

  test('says neither what it is about nor who asks', async () => {
    await makeTicket(actor, { title: '林知远转所', body: '林知远律师于11月20日转入本所。' });
    await told('2026-12-07 10:30');
    const [mail] = await Message.findAll({ where: { template: 'tickets_due' }, order: [['id', 'DESC']], limit: 1 });
    for (const word of ['林知远', '转所', actor.name]) expect(JSON.stringify(mail)).not.toContain(word);
  });
});

describe('who does not add what was asked for', () => {
  const events = async (id: number) => (await readTimeline(ofTicket(id))).map(({ event }) => event);
  const inbox = async () =>
    (await InboxEntry.findAll({ where: { page: `ticket?id=${ticket}` }, order: ['id'] })).map(({ event }) => event);
  let ticket: number;
  beforeEach(async () => {
    ticket = (await makeTicket(actor)).id;
    at('2026-12-07 10:30');
    await answer(ticket, 'asked');
  });

  test('is reminded after five working days, and after ten it has ended; a word opens it again', async () => {
    await told('2026-12-14 10:29');
    expect(await events(ticket)).not.toContain('reminded');
    await told('2026-12-14 10:30');
    await told('2026-12-14 10:31');
    expect((await events(ticket)).filter((event) => event === 'reminded')).toHaveLength(1);
    expect(await inbox()).toEqual(['ticket_answered', 'ticket_reminder']);
    const [mail] = await Message.findAll({ where: { template: 'ticket_reminder' } });
    expect(mail?.data).toMatchObject({ until: '2026-12-21' });
    await told('2026-12-21 10:29');
    expect((await read(ticket)).state).toBe('asked');
    await told('2026-12-21 10:30');
    const { state, isOpen, doneLeft } = await read(ticket);
    expect([state, isOpen, doneLeft]).toEqual(['lapsed', false, 390]);
    expect(await inbox()).toEqual(['ticket_answered', 'ticket_reminder', 'ticket_lapsed']);
    at('2026-12-28 10:29');
    await doDueWork();
    await add(ticket);
    expect(await read(ticket)).toMatchObject({ state: 'working', isOpen: true, solvedAt: null });
    expect((await events(ticket)).at(-1)).toBe('reopened');
  });

  test('without a word for seven days more it is closed', async () => {
    await told('2026-12-14 10:30');
    await told('2026-12-21 10:30');
    advanceClock(7 * DAY_MS);
    await doDueWork();
    expect((await read(ticket)).state).toBe('closed');
  });

  test('an addition in time, or another word of the staff, begins the days anew', async () => {
    await told('2026-12-14 10:30');
    at('2026-12-18 10:00');
    await answer(ticket, 'asked');
    await told('2026-12-21 10:30');
    expect((await read(ticket)).state).toBe('asked');
    await add(ticket);
    await told('2026-12-31 17:00');
    expect((await read(ticket)).state).toBe('working');
  });

  test('whoever was reminded late has five working days all the same', async () => {
    await told('2026-12-24 09:00');
    await told('2026-12-30 17:59');
    expect((await read(ticket)).state).toBe('asked');
    await told('2026-12-31 09:00');
    expect((await read(ticket)).state).toBe('lapsed');
  });

  test('days on which the office is closed do not count', async () => {
    const input = { version: 0, kind: 'off', reason: '换届大会' } as const;
    await setOfficeDay({ actor: administrator, date: '2026-12-10', input });
    const version = clock.now();
    advanceClock(5_000);
    await doDueWork();
    await told('2026-12-14 10:30');
    expect(await events(ticket)).not.toContain('reminded');
    await told('2026-12-15 10:30');
    expect(await events(ticket)).toContain('reminded');
    await clearOfficeDay({ actor: administrator, date: '2026-12-10', version });
  });
});

test('the look is taken every five minutes of the office hours, however many processes ask for it', async () => {
  at('2026-12-11 17:57');
  await database.sequelize.query("DELETE FROM jobs WHERE name = 'watch-ticket-clocks'");
  await Promise.all([scheduleTicketWatch(), scheduleTicketWatch()]);
  at('2026-12-11 17:52');
  await scheduleTicketWatch();
  const runs = z.strictObject({ at: z.int() });
  const waiting = await select(
    runs,
    "SELECT run_at AS at FROM jobs WHERE name = 'watch-ticket-clocks' ORDER BY run_at",
    [],
  );
  expect(waiting.map((job) => job.at)).toEqual(
    ['2026-12-11 17:55', '2026-12-14 09:00'].map((time) => Date.parse(shanghai(time))),
  );
  at('2026-12-11 17:55');
  await doDueWork();
  expect(
    await select(runs, "SELECT run_at AS at FROM jobs WHERE name = 'watch-ticket-clocks' AND state = 'ready'", []),
  ).toHaveLength(1);
});
