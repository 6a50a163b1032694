/** Where each page lives; app.config.ts and config/index.ts (addresses on H5) name the same paths. */
export const PAGES = {
  home: '/pages/home/index',
  applications: '/pages/applications/index',
  account: '/pages/account/index',
  signIn: '/pages/sign-in/index',
  notFound: '/pages/not-found/index',
  apply: '/member/apply/index',
  application: '/member/application/index',
  password: '/member/password/index',
  devices: '/member/devices/index',
  bulk: '/member/bulk/index',
  wechat: '/member/wechat/index',
  inbox: '/member/inbox/index',
  archive: '/member/archive/index',
  contacts: '/member/contacts/index',
  forgotten: '/member/forgotten/index',
  activate: '/member/activate/index',
  verify: '/public/verify/index',
  fromWechat: '/public/wechat/index',
  share: '/public/share/index',
  privacy: '/public/privacy/index',
  stopMail: '/public/stop-mail/index',
} as const;
export type PageName = keyof typeof PAGES;

/** The three pages of the tab bar. */
export const TABS = { home: '首页', applications: '我的申请', account: '我的' } as const;
export type Tab = keyof typeof TABS;

/** Address of a page inside this client, parameters encoded. */
export function pageUrl(page: PageName, params: Record<string, string | number> = {}): string {
  const query = Object.entries(params).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return query.length ? `${PAGES[page]}?${query.join('&')}` : PAGES[page];
}

/** Whether an address belongs to a tab page, which the mini-program opens differently. */
export function isTabUrl(url: string): boolean {
  const path = url.split('?')[0];
  return (Object.keys(TABS) as Tab[]).some((tab) => PAGES[tab] === path);
}
