import { env } from '../../bff/env.ts';
import { Activity, ActivityGroup } from '../../bff/modules/activities/model.ts';
import { cancelActivity } from '../../bff/modules/activities/office/cancel-activity.ts';
import { payableRegistration } from '../../bff/modules/activities/paying/pay-registration.ts';
import { cancelRegistration } from '../../bff/modules/activities/signing-up/cancel-registration.ts';
import { signUp } from '../../bff/modules/activities/signing-up/sign-up.ts';
import { queryPayment } from '../../bff/modules/payments/paying/query-payment.ts';
import { startPayment } from '../../bff/modules/payments/paying/start-payment.ts';
import { clock, releaseClock } from '../../bff/platform/clock/clock.ts';
import { randomToken } from '../../bff/platform/crypto/tokens.ts';
import { makeOne } from './activities/demo-activities.ts';
import type { DemoActivity } from './activities/demo-activity.ts';
import { memberOf, staffOf } from './demo-actors.ts';
import { CLEAN_LAWYER, TRANSFERRED_LAWYER } from './demo-data.ts';

const [CLEAN, MOVED] = [CLEAN_LAWYER.licenceNo, TRANSFERRED_LAWYER.licenceNo];
const DAY = 24;
const KEY_BITS = 128;

const TIMES = { opens: -2 * DAY, closes: 6 * DAY, begins: 10 * DAY } as const;
const ACTIVITIES = {
  paid: {
    ...TIMES,
    title: '企业合规师研修班',
    kind: 'training',
    details: '两天研修，含教材和午餐。',
    capacity: 40,
    feeFen: 20_000,
    more: { hoursTenths: 80 },
  },
  lapsed: {
    ...TIMES,
    title: '法律英语写作训练营',
    kind: 'training',
    details: '小班授课，含批改。',
    capacity: 20,
    feeFen: 10_000,
    signedUp: [{ login: CLEAN }],
  },
  givenBack: {
    ...TIMES,
    title: '律师健步走',
    kind: 'sports',
    details: '含服装和保险。',
    capacity: 60,
    feeFen: 5_000,
  },
  cancelled: {
    ...TIMES,
    title: '摄影采风',
    kind: 'sports',
    details: '古镇采风，含车费。',
    capacity: 30,
    feeFen: 15_000,
  },
} as const satisfies Record<string, DemoActivity>;

/**
 * Activities that cost something, with registrations in every state of their payment: held, paid, released, given back, and
 * of a cancelled one that waits for finance. They are paid at the sandbox, as people would; without one there are none.
 */
export async function seedDemoFees(): Promise<void> {
  if (env.SANDBOX_URL === undefined) return;
  const now = clock.now();
  const ids: Record<string, number> = {};
  try {
    for (const [name, demo] of Object.entries(ACTIVITIES)) ids[name] = await makeOne(demo, now);
  } finally {
    releaseClock();
  }
  await join(ids['paid']!, CLEAN, 'pays');
  await join(ids['paid']!, MOVED, 'waits');
  const id = await join(ids['givenBack']!, CLEAN, 'pays');
  await cancelRegistration({ actor: await memberOf(CLEAN), id });
  await join(ids['cancelled']!, CLEAN, 'pays');
  await join(ids['cancelled']!, MOVED, 'pays');
  await cancel(ids['cancelled']!);
}

/** Signs up now, and pays at once where it is said so; answers the registration. */
async function join(activityId: number, login: string, then: 'pays' | 'waits'): Promise<number> {
  const member = await memberOf(login);
  const group = await ActivityGroup.findOne({ where: { activityId }, rejectOnEmpty: true });
  const input = { groupId: group.id, answers: {}, waits: false, idempotencyKey: randomToken(KEY_BITS) };
  const { registrationId: id } = await signUp({ actor: member, activityId, input });
  if (then === 'waits') return id;
  const way = { channel: 'native', code: undefined, address: '127.0.0.1' } as const;
  const payable = await payableRegistration({ actor: member, id });
  const { payment } = await startPayment({ actor: { ...member, sessionId: 0 }, payable, ...way });
  const body = JSON.stringify({ person: 'zhiyuan', order: payment.outTradeNo });
  const answer = await fetch(`${env.SANDBOX_URL}/sandbox/commands/pay`, { method: 'POST', body });
  if (!answer.ok) throw new Error(`the sandbox did not take a payment: ${await answer.text()}`);
  await queryPayment(payment);
  return id;
}

async function cancel(id: number): Promise<void> {
  const { version, title } = await Activity.findByPk(id, { rejectOnEmpty: true });
  const input = { version, title, reason: '报名人数不足', isUrgent: false };
  await cancelActivity({ actor: await staffOf('events'), id, input });
}
