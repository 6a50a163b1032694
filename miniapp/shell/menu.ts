import { TABS, type PageName } from '../addresses.ts';
import { useWide } from '../platform/page/screen.ts';

/** The side menu of the PC layout: entry → label. */
export const MENU = {
  home: '首页',
  apply: '我要申请',
  applications: '我的证明',
  firmLawyers: '律师列表',
  activities: '活动报名',
  announcements: '通知公告',
  inbox: '消息',
  chat: '联系客服',
  tickets: '我的工单',
  faq: '常见问题',
  account: '账户',
  verify: '核验证明',
} as const satisfies Partial<Record<PageName, string>>;
export type MenuEntry = keyof typeof MENU;

/** Entries that firms alone have. */
const OF_FIRMS: readonly MenuEntry[] = ['firmLawyers'];

/** The entries of a member of this kind; of nobody, what everybody has. */
export const menuOf = (kind: 'firm' | 'lawyer' | undefined): MenuEntry[] =>
  (Object.keys(MENU) as MenuEntry[]).filter((entry) => kind === 'firm' || !OF_FIRMS.includes(entry));

/** How the page of one's own applications is called where the reader sees it: in the menu of a PC, or in the tab bar. */
export const useApplicationsName = (): string => (useWide() ? MENU.applications : TABS.applications);
