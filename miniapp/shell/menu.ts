import type { PageName } from '../addresses.ts';

/** The side menu of the PC layout: entry → label. */
export const MENU = {
  home: '首页',
  apply: '我要申请',
  applications: '我的证明',
  activities: '活动报名',
  announcements: '通知公告',
  inbox: '消息',
  tickets: '我的工单',
  faq: '常见问题',
  account: '账户',
  verify: '核验证明',
} as const satisfies Partial<Record<PageName, string>>;
export type MenuEntry = keyof typeof MENU;
