import { addDays, DAY_MS, HOUR_MS, startOfShanghaiDay, toShanghaiDate } from '../../bff/contract/dates.ts';
import type { AnnouncementInput } from '../../bff/contract/announcements/schemas.ts';
import { confirmAnnouncement } from '../../bff/modules/announcements/mark-announcements.ts';
import { Announcement } from '../../bff/modules/announcements/model.ts';
import {
  publishAnnouncement,
  remindOfAnnouncement,
  withdrawAnnouncement,
} from '../../bff/modules/announcements/publish-announcement.ts';
import { createAnnouncement } from '../../bff/modules/announcements/write-announcement.ts';
import { clock, freezeClock, releaseClock } from '../../bff/platform/clock/clock.ts';
import { DEMO_ACCOUNTS } from './demo-accounts.ts';
import { memberOf, staffOf } from './demo-actors.ts';

interface DemoAnnouncement {
  /** Published so many days before now; absent: a draft. */
  daysAgo?: number;
  /** Appears so many days from now. */
  inDays?: number;
  pinnedForDays?: number;
  validForDays?: number;
  more?: Partial<AnnouncementInput>;
  then?: 'withdraw' | 'remind';
  title: string;
  body: string;
}

const DEMO: readonly DemoAnnouncement[] = [
  {
    title: '关于开展2027年度考核工作的通知',
    daysAgo: 2,
    pinnedForDays: 30,
    more: { category: 'notice', mustConfirm: true },
    then: 'remind',
    body:
      '<p>各律师事务所、各会员：</p><p>2027年度考核工作定于1月4日开始，现将有关事项通知如下。</p>' +
      '<h3>一、时间安排</h3><table><tbody><tr><th>事项</th><th>时间</th></tr>' +
      '<tr><td>律师自评、提交材料</td><td>1月4日至1月29日</td></tr>' +
      '<tr><td>律所初评</td><td>2月1日至2月12日</td></tr><tr><td>协会评定、公示</td><td>3月1日至3月26日</td></tr></tbody></table>' +
      '<h3>二、需要提前完成的事项</h3><ol><li>核对登记信息，有误的及时申请更正；</li><li>完成信息补全并提交审核；</li>' +
      '<li>缴清2026年度会费。</li></ol><p>联系电话：<a href="tel:0700-88886601">0700-88886601</a>。</p>',
  },
  {
    title: '元旦假期办公安排',
    daysAgo: 1,
    validForDays: 60,
    more: { category: 'service' },
    body:
      '<p>1月1日至3日放假。放假期间可以照常申请电子证明，系统自动审核的即时出具；须人工审核的，节后第一个工作日起办理。</p>' +
      '<p>窗口和电话暂停服务，节后恢复。</p>',
  },
  {
    title: '《民法典》合同编实务系列讲座安排',
    daysAgo: 5,
    more: { category: 'training', audience: 'lawyer' },
    body:
      '<p>系列讲座共四期，每期3学时，地点为律协培训厅。</p><ul><li>第一期：合同的订立与效力</li><li>第二期：违约责任</li>' +
      '<li>第三期：担保</li><li>第四期：典型合同</li></ul><p>请在“活动报名”中报名，名额以页面显示为准。</p>',
  },
  {
    title: '关于规范律师事务所名称牌匾的提示',
    daysAgo: 9,
    more: { category: 'notice', audience: 'firm' },
    body: '<p>请各律师事务所对照执业许可证核对办公场所牌匾、网站和公众号使用的名称，不一致的请于年底前更正。</p>',
  },
  {
    title: '2026年度优秀青年律师拟表彰名单公示',
    daysAgo: 20,
    more: { category: 'publicity' },
    body: '<p>经各律所推荐、协会评审，拟对12名青年律师予以表彰，现予公示。公示期五个工作日，如有异议请以书面形式反映。</p>',
  },
  {
    title: '系统升级维护公告',
    inDays: 3,
    more: { category: 'system' },
    body: '<p>系统将于周六22:00至次日2:00升级维护，期间暂停服务，请提前安排。</p>',
  },
  {
    title: '关于调整窗口受理时间的通知',
    daysAgo: 40,
    then: 'withdraw',
    more: { category: 'service' },
    body: '<p>窗口受理时间调整为工作日9:00至17:00。</p>',
  },
  {
    title: '会员体检安排（征求意见稿）',
    more: { category: 'service' },
    body: '<p>体检时间、地点和项目待定。</p>',
  },
];

const inputOf = (demo: DemoAnnouncement, now: number): AnnouncementInput => ({
  title: demo.title,
  body: demo.body,
  category: 'notice',
  audience: 'everybody',
  eligibility: null,
  pinnedUntil: demo.pinnedForDays === undefined ? null : now + demo.pinnedForDays * DAY_MS,
  validUntil: demo.validForDays === undefined ? null : now + demo.validForDays * DAY_MS,
  mustConfirm: false,
  attachments: [],
  ...demo.more,
});

/**
 * Announcements of the demo association in every state, each brought there by the acts themselves at the times at which
 * they are said to have happened. Needs the demo accounts, and leaves announcements that stand alone: then it answers false.
 */
export async function seedDemoAnnouncements(): Promise<boolean> {
  if ((await Announcement.count()) > 0) return false;
  const now = clock.now();
  try {
    for (const demo of DEMO) await makeOne(demo, now);
  } finally {
    releaseClock();
  }
  return true;
}

async function makeOne(demo: DemoAnnouncement, now: number): Promise<void> {
  const actor = await staffOf('service');
  const { daysAgo = 0, inDays } = demo;
  // At an hour of the day at which an office publishes.
  const morning = startOfShanghaiDay(addDays(toShanghaiDate(now), -daysAgo)) + 9 * HOUR_MS;
  freezeClock(Math.min(morning, now - HOUR_MS));
  const id = await createAnnouncement({ actor, input: inputOf(demo, now) });
  if (demo.daysAgo === undefined && inDays === undefined) return;
  const at = inDays === undefined ? null : startOfShanghaiDay(addDays(toShanghaiDate(now), inDays)) + 9 * HOUR_MS;
  await publishAnnouncement({ actor, id, input: { version: 1, at } });
  freezeClock(now - HOUR_MS);
  if (demo.then === 'withdraw') await withdrawAnnouncement({ actor, id, input: { version: 2 } });
  if (demo.then === 'remind') {
    const firm = DEMO_ACCOUNTS.find(({ label }) => label.includes('律所'));
    if (firm) await confirmAnnouncement({ actor: await memberOf(firm.login), id });
    await remindOfAnnouncement({ actor, id, input: { version: 2 } });
  }
}
