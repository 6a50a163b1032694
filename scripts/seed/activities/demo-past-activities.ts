import { CLEAN_LAWYER, TRANSFERRED_LAWYER } from '../demo-data.ts';
import type { DemoActivity } from './demo-activity.ts';

const [CLEAN, MOVED] = [CLEAN_LAWYER.licenceNo, TRANSFERRED_LAWYER.licenceNo];
const DAY = 24;
const LARGE = { hoursTenths: 30 } as const;

/** Those that are over, and those that members do not see. */
export const PAST_ACTIVITIES: readonly DemoActivity[] = [
  {
    title: '劳动争议裁审衔接讲座',
    kind: 'training',
    details: '劳动争议案件的举证与裁审衔接。',
    opens: -50 * DAY,
    closes: -42 * DAY,
    begins: -40 * DAY,
    capacity: 80,
    more: LARGE,
    signedUp: [{ login: CLEAN }, { login: MOVED }],
    came: [CLEAN],
  },
  {
    title: '建设工程合同实务讲座',
    kind: 'training',
    details: '建设工程价款优先受偿权。',
    opens: -35 * DAY,
    closes: -27 * DAY,
    begins: -25 * DAY,
    capacity: 80,
    more: LARGE,
    signedUp: [{ login: CLEAN }, { login: MOVED }],
    came: [CLEAN],
  },
  {
    title: '行政诉讼实务讲座',
    kind: 'training',
    details: '行政诉讼证据规则。',
    opens: -20 * DAY,
    closes: -9 * DAY,
    begins: -6 * DAY,
    capacity: 80,
    more: LARGE,
    signedUp: [{ login: CLEAN }, { login: MOVED }],
    came: [CLEAN],
  },
  {
    title: '秋季登山活动',
    kind: 'sports',
    details: '文华山登山步道，全程约6公里。',
    opens: -5 * DAY,
    closes: 2 * DAY,
    begins: 4 * DAY,
    capacity: 40,
    signedUp: [{ login: CLEAN }],
    then: 'cancel',
  },
  {
    title: '数据合规沙龙',
    kind: 'forum',
    details: '个人信息保护合规审计。',
    opens: -4 * DAY,
    closes: 3 * DAY,
    begins: 5 * DAY,
    capacity: 30,
    then: 'hide',
  },
  {
    title: '青年律师辩论赛',
    kind: 'other',
    details: '初赛报名。',
    opens: 3 * DAY,
    closes: 10 * DAY,
    begins: 14 * DAY,
    capacity: 64,
    more: { eligibility: { atom: 'practice', maxYears: 5 } },
    then: 'leave-pending',
  },
  {
    title: '律所管理讲座',
    kind: 'training',
    details: '内容待定。',
    opens: 5 * DAY,
    closes: 12 * DAY,
    begins: 16 * DAY,
    capacity: 100,
    then: 'leave-draft',
  },
];
