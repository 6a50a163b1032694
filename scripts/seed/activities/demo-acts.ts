import { HOUR_MS } from '../../../bff/contract/dates.ts';
import {
  digitsAt,
  activityKey,
  registrationName,
  registrationSecret,
} from '../../../bff/modules/activities/door/codes.ts';
import { openDoor } from '../../../bff/modules/activities/door/open-door.ts';
import { takeScans } from '../../../bff/modules/activities/door/take-scans.ts';
import { Registration } from '../../../bff/modules/activities/model.ts';
import { admitRegistrations } from '../../../bff/modules/activities/office/admit-registrations.ts';
import { removeRegistration } from '../../../bff/modules/activities/office/remove-registration.ts';
import { expireOffer } from '../../../bff/modules/activities/seats/expire-offer.ts';
import { declineOffer } from '../../../bff/modules/activities/signing-up/answer-offer.ts';
import { askLeave } from '../../../bff/modules/activities/signing-up/ask-leave.ts';
import { cancelRegistration } from '../../../bff/modules/activities/signing-up/cancel-registration.ts';
import { memberCode } from '../../../bff/contract/door/code.ts';
import { clock, freezeClock } from '../../../bff/platform/clock/clock.ts';
import { memberOf, staffOf } from '../demo-actors.ts';
import type { DemoAct } from './demo-activity.ts';

/** What became of registrations of one activity, in this order and at the times at which it is said to have happened. */
export async function actOn({
  activityId,
  acts,
  now,
}: {
  activityId: number;
  acts: readonly DemoAct[];
  now: number;
}): Promise<void> {
  for (const { who, does, at } of acts) {
    freezeClock(now + at * HOUR_MS);
    const { id } = await registrationOf(activityId, who);
    await ACTS[does]({ activityId, id, who });
  }
}

async function registrationOf(activityId: number, login: string): Promise<Registration> {
  const { accountId } = await memberOf(login);
  return Registration.findOne({ where: { activityId, accountId }, order: [['id', 'DESC']], rejectOnEmpty: true });
}

interface On {
  activityId: number;
  id: number;
  who: string;
}

const ACTS: Record<DemoAct['does'], (on: On) => Promise<unknown>> = {
  cancels: async ({ id, who }) => cancelRegistration({ actor: await memberOf(who), id }),
  declines: async ({ id, who }) => declineOffer({ actor: await memberOf(who), id }),
  'asks for leave': async ({ id, who }) => {
    const input = { reason: 'court', note: '原定庭审改期至当日下午', attachments: [] } as const;
    return askLeave({ actor: await memberOf(who), id, input: { ...input, attachments: [] } });
  },
  'lets it expire': async ({ id }) => {
    const { offerUntil } = await Registration.findByPk(id, { rejectOnEmpty: true });
    freezeClock(offerUntil ?? clock.now());
    return expireOffer({ registrationId: id });
  },
  'is admitted': (on) => decide(on, 'admit'),
  'is refused': (on) => decide(on, 'refuse'),
  'is removed': async ({ id }) =>
    removeRegistration({
      actor: await staffOf('events'),
      id,
      input: { reason: '与另一场次重复报名，已与本人电话确认' },
    }),
  'is let in at the door': letIn,
};

const decide = async ({ activityId, id }: On, verdict: 'admit' | 'refuse') => {
  const reason = verdict === 'refuse' ? '本期面向未参加过往期的律师' : '';
  const input = { registrationIds: [id], verdict, reason };
  return admitRegistrations({ actor: await staffOf('events'), activityId, input });
};

/** By the code on the telephone, and after it a code that is none of ours: somebody has to look at it. */
async function letIn({ activityId, id }: On): Promise<void> {
  const actor = await staffOf('events');
  const { token } = await openDoor({ actor, activityId, input: { entrance: '1号入口' } });
  const key = activityKey(activityId);
  const sentAt = clock.now();
  const digits = digitsAt(registrationSecret(key, id), sentAt);
  const read = memberCode({ activityId, name: registrationName(key, id), digits });
  const scan = { registrationId: id, direction: 'in', way: 'code', deviceAt: sentAt, offsetMs: 0 } as const;
  const scans = [
    { ...scan, number: 1, read },
    { ...scan, number: 2, read: 'https://u.example.com/card/8812', registrationId: null },
  ];
  await takeScans({ input: { token, sentAt, scans, waiting: 0, since: 0, isLeaving: false } });
}
