import { HOUR_MS } from '../../../bff/contract/dates.ts';
import type { Eligibility } from '../../../bff/contract/eligibility/schemas.ts';
import { answerQuestion } from '../../../bff/modules/activities/meeting/answer-question.ts';
import { drawQuestions } from '../../../bff/modules/activities/meeting/draw-questions.ts';
import { windowOf } from '../../../bff/modules/activities/meeting/question-times.ts';
import { Activity, Registration } from '../../../bff/modules/activities/model.ts';
import { CodeQuestion } from '../../../bff/modules/activities/presence/question-model.ts';
import { ActivitySeries } from '../../../bff/modules/activities/sessions/model.ts';
import { Lawyer } from '../../../bff/modules/registry/model.ts';
import { clock, freezeClock, releaseClock } from '../../../bff/platform/clock/clock.ts';
import { memberOf, staffOf } from '../demo-actors.ts';
import { CLEAN_LAWYER, TRANSFERRED_LAWYER } from '../demo-data.ts';
import { makeOne } from './demo-activities.ts';
import type { DemoActivity } from './demo-activity.ts';

const DAY = 24;
const AT = { opens: -DAY, closes: 8 * DAY } as const;
const [ATTENDED, RUNNING] = ['劳动争议裁审衔接讲座', '数据出境合规线上讲座'];
const CAMP = '青年律师实务训练营';

/**
 * Activities for those of a district who lack hours of a kind, for those who were not at an earlier one and for those who are
 * invited by name; an online one that asks for presence. Needs the demo activities and series, and is there once.
 */
export async function seedDemoEligible(): Promise<boolean> {
  if ((await CodeQuestion.count()) > 0) return false;
  const now = clock.now();
  try {
    for (const [n, { title, kind, details, eligibility }] of (await narrowOnes()).entries()) {
      const begins = (13 + n) * DAY;
      const more = { hoursTenths: 30, eligibility };
      await makeOne({ title, kind, details, ...AT, begins, capacity: 60, more }, now);
    }
    await askForPresence(now);
  } finally {
    releaseClock();
  }
  return true;
}

async function narrowOnes(): Promise<
  (Pick<DemoActivity, 'title' | 'kind' | 'details'> & { eligibility: Eligibility })[]
> {
  const where = { title: ATTENDED };
  const attended = await Activity.findOne({ where, order: ['id'], rejectOnEmpty: true });
  const camp = await ActivitySeries.findOne({ where: { title: CAMP }, rejectOnEmpty: true });
  const licenceNo = [CLEAN_LAWYER.licenceNo, TRANSFERRED_LAWYER.licenceNo];
  const invited = await Lawyer.findAll({ where: { licenceNo }, attributes: ['id'], order: ['id'] });
  return [
    {
      title: '职业道德与执业纪律补学专场',
      kind: 'ethics',
      details: '<p>面向文华区本年度职业道德与执业纪律学时不足的律师。</p>',
      eligibility: {
        all: [
          { atom: 'district', in: ['文华区'] },
          { atom: 'hours', year: 'this', kind: 'ethics', below: 12 },
        ],
      },
    },
    {
      title: '劳动争议裁审衔接讲座（重讲）',
      kind: 'training',
      details: '<p>内容与上一期相同，已参加过的律师请把名额留给同行。</p>',
      eligibility: { atom: 'attended', activityId: attended.id, title: ATTENDED, isNot: true },
    },
    {
      title: '青年律师实务训练营结业交流',
      kind: 'forum',
      details: '<p>面向参加过训练营至少两场的律师。</p>',
      eligibility: { atom: 'attended', seriesId: camp.id, title: CAMP, sessions: 2 },
    },
    {
      title: '律师执业纪律建设座谈会',
      kind: 'meeting',
      details: '<p>面向受邀律师。</p>',
      eligibility: { atom: 'list', lawyerIds: invited.map(({ id }) => id) },
    },
  ];
}

/** Drawn the day before; who is there has answered the first. */
async function askForPresence(now: number): Promise<void> {
  const activity = await Activity.findOne({ where: { title: RUNNING }, rejectOnEmpty: true });
  freezeClock(activity.beginsAt - DAY * HOUR_MS);
  await drawQuestions({ actor: await staffOf('events'), id: activity.id, input: { count: 3 } });
  const where = { activityId: activity.id, ordinal: 1 };
  const first = await CodeQuestion.findOne({ where, rejectOnEmpty: true });
  freezeClock(Math.min(windowOf(first, activity).from, now));
  const actor = await memberOf(CLEAN_LAWYER.licenceNo);
  const own = { activityId: activity.id, accountId: actor.accountId };
  const { id } = await Registration.findOne({ where: own, rejectOnEmpty: true });
  await answerQuestion({ actor, id, input: { code: first.code } });
}
