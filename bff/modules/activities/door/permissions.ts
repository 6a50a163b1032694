import { HALL_STEP_MS, hallCode } from '../../../contract/door/code.ts';
import { HOUR_MS } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { memberActor, staffActor } from '../../../test/factories/registry.ts';
import type { Cast } from '../../../test/permissions/callers.ts';
import { answer, staff, type Row } from '../../../test/permissions/row.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { hallDigits, hallMac } from './codes.ts';
import { DoorDevice, Scan } from './model.ts';
import { openDoor } from './open-door.ts';

const events = { realm: 'staff', passes: staff('events'), hasObject: true } as const;

/** An activity that begins in half an hour, and the lawyer's registration. */
async function hall({ lawyer }: Pick<Cast, 'lawyer'>) {
  const now = clock.now();
  const times = { closesAt: now + HOUR_MS / 4, beginsAt: now + HOUR_MS / 2, endsAt: now + 3 * HOUR_MS };
  const { activity, groups } = await makeActivity(times);
  const actor = await memberActor({ lawyerId: lawyer.id });
  const input = { groupId: groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
  const { registrationId } = await signUp({ actor, activityId: activity.id, input });
  return { id: activity.id, registrationId };
}
async function device(): Promise<{ token: string; row: DoorDevice }> {
  const { activity } = await makeActivity();
  const actor = staffActor('events');
  const { token } = await openDoor({ actor, activityId: activity.id, input: { entrance: '1号口' } });
  return { token, row: await DoorDevice.findOne({ where: { activityId: activity.id }, rejectOnEmpty: true }) };
}
const ofActivity = async () => ({ params: { id: (await makeActivity()).activity.id } });

/** The staff of 活动 see to the door; its devices scan with a token of their own, and lawyers are there themselves. */
export const PERMISSIONS: Record<string, Row> = {
  showOwnCode: {
    realm: 'member',
    passes: { ...answer(200, 'lawyer'), ...answer(404, 'other lawyer') },
    hasObject: true,
    call: async (cast) => ({ params: { id: (await hall(cast)).registrationId } }),
  },
  arrive: {
    realm: 'member',
    // Who has not signed up is told so.
    passes: { ...answer(200, 'lawyer'), ...answer(409, 'other lawyer') },
    call: async (cast) => {
      const { id } = await hall(cast);
      const step = Math.floor(clock.now() / HALL_STEP_MS);
      const code = hallCode({ activityId: id, step, mac: hallMac(id, step) });
      return { body: { code, digits: hallDigits(id) } };
    },
  },
  openDoor: { ...events, call: async () => ({ ...(await ofActivity()), body: { entrance: '1号口' } }) },
  showDoor: { ...events, call: ofActivity },
  showHallScreen: { ...events, call: ofActivity },
  showHallDigits: { ...events, call: ofActivity },
  dismissDevice: { ...events, call: async () => ({ params: { id: (await device()).row.id } }) },
  decideScan: {
    ...events,
    call: async () => {
      const { row } = await device();
      const now = clock.now();
      const { id } = await Scan.create({
        activityId: row.activityId,
        deviceId: row.id,
        number: 1,
        registrationId: null,
        read: 'x',
        direction: 'in',
        way: 'code',
        deviceAt: now,
        at: now,
        receivedAt: now,
        doubt: 'unknown',
      });
      return { params: { id }, body: { verdict: 'refused' } };
    },
  },
  readRoster: { realm: 'public', answer: 200, call: async () => ({ body: { token: (await device()).token } }) },
  sendScans: {
    realm: 'public',
    answer: 200,
    call: async () => ({
      body: { token: (await device()).token, sentAt: clock.now(), scans: [], waiting: 0, since: 0 },
    }),
  },
};
