import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, DAY_MS, startOfShanghaiDay, toShanghaiDate } from '../../bff/contract/dates.ts';
import { minuteOf } from '../../bff/contract/office-hours/periods.ts';
import { uploadFile } from '../../bff/modules/files/upload-file.ts';
import { openMinutesBetween, workingDaysAgo, type Calendar } from '../../bff/modules/office-hours/calendar.ts';
import { installShippedHolidays } from '../../bff/modules/office-hours/install-years.ts';
import { readCalendar } from '../../bff/modules/office-hours/read-calendar.ts';
import { addToTicket } from '../../bff/modules/tickets/asking/add-to-ticket.ts';
import { answerTicket } from '../../bff/modules/tickets/desk/answer-ticket.ts';
import { cancelTicket } from '../../bff/modules/tickets/asking/cancel-ticket.ts';
import { TicketDuty } from '../../bff/modules/tickets/duty/model.ts';
import { setLeave, setPresence } from '../../bff/modules/tickets/duty/set-duty.ts';
import { watchTickets } from '../../bff/modules/tickets/clocks/watch-tickets.ts';
import { closeTicket } from '../../bff/modules/tickets/closing/close-ticket.ts';
import { listMergeable } from '../../bff/modules/tickets/merging/list-mergeable.ts';
import { mergeTickets } from '../../bff/modules/tickets/merging/merge-tickets.ts';
import { Ticket } from '../../bff/modules/tickets/model.ts';
import { writeNote } from '../../bff/modules/tickets/desk/notes.ts';
import { openTicket } from '../../bff/modules/tickets/asking/open-ticket.ts';
import { openFieldChange } from '../../bff/modules/tickets/field-changes/open-field-change.ts';
import { openJoining } from '../../bff/modules/tickets/field-changes/open-joining.ts';
import { rateTicket } from '../../bff/modules/tickets/ratings/rate-ticket.ts';
import { addTextBlock } from '../../bff/modules/tickets/text-blocks/keep-text-blocks.ts';
import { takeTicket } from '../../bff/modules/tickets/desk/take-ticket.ts';
import { clock, freezeClock, releaseClock } from '../../bff/platform/clock/clock.ts';
import { randomToken } from '../../bff/platform/crypto/tokens.ts';
import { root } from '../../bff/platform/paths.ts';
import { memberOf, staffOf } from './demo-actors.ts';
import { DEMO_TEXT_BLOCKS } from './demo-text-blocks.ts';
import { DEMO_TICKETS, type DemoStep, type DemoTicket, type DemoTime } from './demo-tickets-data.ts';

/**
 * Tickets of the demo association in every state, each brought there by the acts themselves, at the times at which they
 * are said to have happened. Needs the demo accounts, and leaves tickets that stand alone: then it answers false.
 */
export async function seedDemoTickets(): Promise<boolean> {
  if ((await Ticket.count()) > 0) return false;
  // Clocks of tickets count the days that the calendar knows.
  await installShippedHolidays();
  const now = clock.now();
  const calendar = await readCalendar('tickets');
  const ids = new Map<DemoTicket, number>();
  const acts = DEMO_TICKETS.flatMap((ticket) => [
    { at: instantOf(ticket.opened, now, calendar), run: async () => void ids.set(ticket, await openOne(ticket)) },
    ...ticket.steps.map((step) => ({
      at: instantOf(step, now, calendar),
      run: () => goOn(ticket, ids.get(ticket) ?? 0, step),
    })),
  ]);
  try {
    // In the order of the days: numbers of tickets and lines of the audit log run with time.
    for (const { at, run } of acts.sort((a, b) => a.at - b.at)) {
      freezeClock(at);
      await run();
    }
  } finally {
    releaseClock();
  }
  const actor = await staffOf('service');
  for (const input of DEMO_TEXT_BLOCKS) await addTextBlock({ actor, input });
  await seedDuty();
  return true;
}

/** Somebody there, somebody away (who never said anything), and somebody on leave. */
async function seedDuty(): Promise<void> {
  for (const login of ['service', 'reviewer']) {
    const actor = await staffOf(login);
    await setPresence({ actor, accountId: actor.accountId, isPresent: true });
  }
  const [actor, standIn] = [await staffOf('finance'), await staffOf('admin')];
  const { accountId } = actor;
  const version = (await TicketDuty.findOne({ where: { accountId } }))?.leaveVersion ?? 1;
  const leave = { version, from: clock.today(), until: addDays(clock.today(), 4), standInId: standIn.accountId };
  await setLeave({ actor, accountId, leave });
}

const KEY_BITS = 128;

/** Longer ago nothing of the demo lies that is told in open minutes. */
const MOST_DAYS = 30;

function instantOf(when: DemoTime, now: number, calendar: Calendar): number {
  if (!('openMinutesAgo' in when)) {
    const day = toShanghaiDate(workingDaysAgo(calendar, now, when.daysAgo));
    return startOfShanghaiDay(day) + minuteOf(when.time) * 60_000;
  }
  let [early, late] = [now - MOST_DAYS * DAY_MS, now];
  while (late - early > 60_000) {
    const middle = Math.floor((early + late) / 2);
    if (openMinutesBetween(calendar, middle, now) >= when.openMinutesAgo) early = middle;
    else late = middle;
  }
  // The later end: what was asked for with the door is not put a minute before it opened.
  return late;
}

async function openOne({ asker, file, change, joining, tied, category, title, body }: DemoTicket): Promise<number> {
  const actor = await memberOf(asker);
  const attachments: string[] = [];
  if (file) {
    const bytes = await readFile(join(root, file.path));
    attachments.push((await uploadFile({ actor, name: file.name, bytes })).token);
  }
  const idempotencyKey = randomToken(KEY_BITS);
  if (change) return openFieldChange({ actor, input: { ...change, reason: body, attachments, idempotencyKey } });
  if (joining) {
    const { name, licenceNo, daysAgo } = joining;
    const input = { name, licenceNo, on: addDays(clock.today(), -daysAgo), reason: body, attachments, idempotencyKey };
    return openJoining({ actor, input });
  }
  return openTicket({
    actor,
    input: { category, title, body, attachments, idempotencyKey, ...(tied ? { tied } : {}) },
  });
}

async function goOn({ asker }: DemoTicket, id: number, step: DemoStep): Promise<void> {
  const { version, solvedAt } = await Ticket.findByPk(id, { rejectOnEmpty: true });
  switch (step.act) {
    case 'take':
      return takeTicket({ actor: await staffOf(step.by), id, version });
    case 'note':
      return writeNote({ actor: await staffOf(step.by), id, body: step.body });
    case 'answer': {
      const { next, body } = step;
      return answerTicket({ actor: await staffOf(step.by), id, input: { version, next, body } });
    }
    case 'add': {
      const input = { body: step.body, attachments: [], idempotencyKey: randomToken(KEY_BITS) };
      return void (await addToTicket({ actor: await memberOf(asker), id, input }));
    }
    case 'cancel':
      return cancelTicket({ actor: await memberOf(asker), id });
    case 'merge': {
      const actor = await staffOf(step.by);
      const [other] = (await listMergeable({ actor, id })).items;
      if (!other) throw new Error(`ticket ${id} has none to be merged with`);
      const input = { version, otherId: other.id, otherVersion: other.version };
      return void (await mergeTickets({ actor, id, input }));
    }
    case 'rate':
      return rateTicket({ actor: await memberOf(asker), id, input: { rating: step.rating, words: step.words } });
    case 'watch':
      return watchTickets();
    case 'close':
      return closeTicket({ ticketId: id, solvedAt: solvedAt ?? 0 });
  }
}
