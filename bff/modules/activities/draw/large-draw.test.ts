import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import '../../../models.ts';
import { LIVE_STATES } from '../../../contract/activities/enums.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeCrowd, signUpCrowd } from '../../../test/factories/activities/crowd.ts';
import { hold, toDraw } from '../../../test/factories/activities/draw.ts';
import { isFull } from '../../../test/heavy.ts';
import { Registration } from '../model.ts';
import { waitingPosition } from '../signing-up/waiting-position.ts';
import { giveDrawnSeats } from './give-drawn-seats.ts';
import { ActivityDraw, DrawTicket } from './model.ts';
import { showDraw } from './show-draw.ts';

useDatabase();
beforeEach(() => freezeClock('2026-12-01T09:00:00+08:00'));
afterEach(releaseClock);

/** The walk of the spec (activities.md, Walks, 5); a tenth of it in the daily run. */
const [PEOPLE, SEATS] = isFull ? [1_800, 50] : [180, 5];
const SCRIPT = join(import.meta.dirname, '../../../test/trouble/recompute-draw.ts');

test('many for few: an independent script comes to the order in which seats and the waiting list were given', async () => {
  const made = await toDraw({ capacity: SEATS });
  const { activity } = made;
  await signUpCrowd({ activity, groupId: made.groups[0]!.id, lawyerIds: await makeCrowd(PEOPLE), state: 'drawing' });
  await hold(made);
  // Two processes at once do the same.
  await Promise.all([1, 2].map(() => giveDrawnSeats({ activityId: activity.id })));

  const { code } = await ActivityDraw.findOne({ where: { activityId: activity.id }, rejectOnEmpty: true });
  const page = await showDraw({ code, address: '203.0.113.9' });
  const env = { NODE_NO_WARNINGS: '1' };
  const said = execFileSync(process.execPath, [SCRIPT], { input: JSON.stringify(page), env }).toString();
  const { seedHolds, listHolds, order } = JSON.parse(said) as {
    seedHolds: boolean;
    listHolds: boolean;
    order: string[];
  };
  expect([seedHolds, listHolds, order.length]).toEqual([true, true, PEOPLE]);
  const tickets = await DrawTicket.findAll({ where: { activityId: activity.id } });
  const whose = new Map(tickets.map(({ ticket, registrationId }) => [ticket, registrationId]));
  const all = await Registration.findAll({ where: { activityId: activity.id, state: [...LIVE_STATES] } });
  const byId = new Map(all.map((one) => [one.id, one]));
  const inOrder = order.map((ticket) => byId.get(whose.get(ticket)!)!);
  expect(inOrder.map(({ state }) => state)).toEqual(inOrder.map((_, at) => (at < SEATS ? 'registered' : 'waiting')));
  expect((await activity.reload()).taken).toBe(SEATS);
  expect(await waitingPosition(inOrder[SEATS]!)).toBe(1);
  expect(await waitingPosition(inOrder.at(-1)!)).toBe(PEOPLE - SEATS);
  // Control: neither who signed up first nor the smallest number comes first.
  const asSignedUp = [...tickets].sort((a, b) => a.registrationId - b.registrationId).map(({ ticket }) => ticket);
  expect(order).not.toEqual(asSignedUp);
  expect(order).not.toEqual([...order].sort());
});
