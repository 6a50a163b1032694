import { clock, freezeClock, releaseClock } from '../../../bff/platform/clock/clock.ts';
import { HOUR_MS } from '../../../bff/contract/dates.ts';
import { createSeries } from '../../../bff/modules/activities/series/write-series.ts';
import { signUpWhole } from '../../../bff/modules/activities/series/sign-up-whole.ts';
import { ActivitySeries } from '../../../bff/modules/activities/sessions/model.ts';
import { randomToken } from '../../../bff/platform/crypto/tokens.ts';
import { memberOf, staffOf } from '../demo-actors.ts';
import { CLEAN_LAWYER } from '../demo-data.ts';
import { makeOne } from './demo-activities.ts';
import type { DemoActivity } from './demo-activity.ts';

const CLEAN = CLEAN_LAWYER.licenceNo;
const DAY = 24;
const KEY_BITS = 128;

const session = (
  title: string,
  at: Pick<DemoActivity, 'opens' | 'closes' | 'begins'>,
  more: Partial<DemoActivity> = {},
): DemoActivity => ({
  title,
  kind: 'training',
  details: '<p>讲授和分组演练，请携带笔记本电脑。</p>',
  capacity: 60,
  ...at,
  ...more,
});

/** Signed up for as a whole: three days to come. */
const CAMP: readonly DemoActivity[] = ['阅卷与证据梳理', '庭前准备', '庭审发问'].map((title, n) =>
  session(`青年律师训练营：${title}`, { opens: -2 * DAY, closes: 13 * DAY, begins: (15 + n) * DAY }),
);

/** Chosen one by one: one is over, one is to come, one has yet to open. Hours are given for two of them. */
const LECTURES: readonly DemoActivity[] = [
  session(
    '合同编实务讲座（一）：订立与效力',
    { opens: -30 * DAY, closes: -22 * DAY, begins: -20 * DAY },
    { signedUp: [{ login: CLEAN }], came: [CLEAN] },
  ),
  session(
    '合同编实务讲座（二）：违约责任',
    { opens: -DAY, closes: 9 * DAY, begins: 11 * DAY },
    { signedUp: [{ login: CLEAN }] },
  ),
  session('合同编实务讲座（三）：担保', { opens: 12 * DAY, closes: 22 * DAY, begins: 25 * DAY }),
];

/** 系列 of the demo association, of both kinds. Needs the demo accounts, and leaves series that stand alone: then it answers false. */
export async function seedDemoSeries(): Promise<boolean> {
  if ((await ActivitySeries.count()) > 0) return false;
  const now = clock.now();
  const actor = await staffOf('events');
  try {
    const camp = await createSeries({
      actor,
      input: {
        title: '青年律师实务训练营',
        details:
          '<p>连续三天，一次报名全部场次，各场可以分别请假。</p><ul><li>面向执业五年以内的律师</li><li>每场3学时</li></ul>',
        way: 'whole',
        needed: 0,
      },
    });
    for (const one of CAMP) await makeOne(within(camp, one), now);
    freezeClock(now - HOUR_MS);
    const member = await memberOf(CLEAN);
    await signUpWhole({ actor: member, id: camp, input: { waits: true, idempotencyKey: randomToken(KEY_BITS) } });
    const lectures = await createSeries({
      actor,
      input: {
        title: '《民法典》合同编实务系列讲座',
        details: '<p>共三讲，可以任选；<strong>到场满两讲</strong>的记入学时。</p>',
        way: 'each',
        needed: 2,
      },
    });
    for (const one of LECTURES) await makeOne(within(lectures, one), now);
  } finally {
    releaseClock();
  }
  return true;
}

const within = (seriesId: number, one: DemoActivity): DemoActivity => ({
  ...one,
  more: { hoursTenths: 30, seriesId, ...one.more },
});
