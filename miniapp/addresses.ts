import type { CorrectionFieldKey } from '../bff/contract/corrections/enums.ts';
import type { SectionKey } from '../bff/contract/profile/profile.ts';
import type { TicketCategoryKey } from '../bff/contract/tickets/enums.ts';

/**
 * The one table of pages: every page, what it is given, how its address is built and read. app.config.ts (mini-program)
 * and config/index.ts (H5) take theirs from here.
 */
interface PageAt {
  /** Where the page stands below miniapp/. */
  readonly path: string;
  /** Its addresses on H5, the usual one first. */
  readonly h5: readonly string[];
  /** A page that only H5 has: the mini-program would carry it for nothing. */
  readonly only?: 'h5';
}

const TABLE = {
  home: { path: '/pages/home/index', h5: ['/'] },
  applications: { path: '/pages/applications/index', h5: ['/applications'] },
  account: { path: '/pages/account/index', h5: ['/account'] },
  signIn: { path: '/pages/sign-in/index', h5: ['/sign-in'] },
  notFound: { path: '/pages/not-found/index', h5: ['/not-found'] },
  apply: { path: '/member/apply/index', h5: ['/apply'] },
  application: { path: '/member/application/index', h5: ['/application'] },
  password: { path: '/member/password/index', h5: ['/password'] },
  devices: { path: '/member/devices/index', h5: ['/devices'] },
  bulk: { path: '/member/bulk/index', h5: ['/bulk'] },
  wechat: { path: '/member/wechat/index', h5: ['/wechat-bindings'] },
  inbox: { path: '/member/inbox/index', h5: ['/inbox'] },
  archive: { path: '/member/archive/index', h5: ['/archive'] },
  correction: { path: '/member/correction/index', h5: ['/correction'] },
  correctionForm: { path: '/member/correction-form/index', h5: ['/correction-form'] },
  firmLawyers: { path: '/member/firm-lawyers/index', h5: ['/firm-lawyers'] },
  joining: { path: '/member/joining/index', h5: ['/joining'] },
  photo: { path: '/member/photo/index', h5: ['/photo'] },
  profileViews: { path: '/profile/views/index', h5: ['/profile-views'] },
  registrationForm: { path: '/member/registration-form/index', h5: ['/registration-form'] },
  // What was asked to be corrected stood on a page of its own.
  tickets: { path: '/member/tickets/index', h5: ['/tickets', '/corrections'] },
  ticket: { path: '/member/ticket/index', h5: ['/ticket'] },
  ticketForm: { path: '/member/ticket-form/index', h5: ['/ticket-form'] },
  activities: { path: '/member/activities/index', h5: ['/activities'] },
  activity: { path: '/member/activity/index', h5: ['/activity'] },
  activitySignUp: { path: '/member/activity-sign-up/index', h5: ['/activity-sign-up'] },
  activitySeries: { path: '/desk/activity-series/index', h5: ['/activity-series'] },
  activityLeave: { path: '/member/activity-leave/index', h5: ['/activity-leave'] },
  chat: { path: '/desk/chat/index', h5: ['/chat'] },
  announcements: { path: '/desk/announcements/index', h5: ['/announcements'] },
  announcement: { path: '/desk/announcement/index', h5: ['/announcement'] },
  search: { path: '/desk/search/index', h5: ['/search'] },
  notices: { path: '/desk/notices/index', h5: ['/notices'] },
  activityCode: { path: '/member/activity-code/index', h5: ['/activity-code'] },
  activityLimits: { path: '/desk/activity-limits/index', h5: ['/activity-limits'] },
  hoursClaims: { path: '/desk/hours-claims/index', h5: ['/external-hours'] },
  hoursClaim: { path: '/desk/hours-claim/index', h5: ['/external-hours-claim'] },
  hoursClaimForm: { path: '/desk/hours-claim-form/index', h5: ['/external-hours-form'] },
  firmSignUp: { path: '/desk/firm-sign-up/index', h5: ['/firm-sign-up'] },
  firmHours: { path: '/desk/firm-hours/index', h5: ['/firm-hours'] },
  arrive: { path: '/desk/arrive/index', h5: ['/arrive'] },
  contacts: { path: '/member/contacts/index', h5: ['/contacts'] },
  forgotten: { path: '/member/forgotten/index', h5: ['/forgotten'] },
  help: { path: '/member/help/index', h5: ['/help'] },
  activate: { path: '/member/activate/index', h5: ['/activate'] },
  profile: { path: '/profile/overview/index', h5: ['/profile'] },
  profileSection: { path: '/profile/section/index', h5: ['/profile-section'] },
  profileChange: { path: '/profile/change/index', h5: ['/profile-change'] },
  myData: { path: '/profile/my-data/index', h5: ['/my-data'] },
  yearlyReview: { path: '/profile/yearly/index', h5: ['/yearly-review'] },
  ownFile: { path: '/profile/file/index', h5: ['/own-file'] },
  verify: { path: '/public/verify/index', h5: ['/verify', '/c/:token'] },
  fromWechat: { path: '/public/wechat/index', h5: ['/wechat'], only: 'h5' },
  fromOidc: { path: '/public/oidc/index', h5: ['/oidc'], only: 'h5' },
  entry: { path: '/public/entry/index', h5: ['/entry'], only: 'h5' },
  share: { path: '/public/share/index', h5: ['/s/:token'] },
  privacy: { path: '/public/privacy/index', h5: ['/privacy'] },
  faq: { path: '/public/faq/index', h5: ['/faq'] },
  stopMail: { path: '/public/stop-mail/index', h5: ['/stop-mail'] },
  draw: { path: '/public/draw/index', h5: ['/draw'] },
} as const satisfies Record<string, PageAt>;
export type PageName = keyof typeof TABLE;

/** What a page's address says besides the page; a page that is not listed takes nothing. */
interface Given {
  /** `why`: the session has ended by itself. */
  signIn: { back?: string | undefined; why?: 'ended' | undefined };
  /** What the list is narrowed down to, as `use-application-filters.ts` reads it. */
  applications: Partial<Record<'type' | 'from' | 'to' | 'state' | 'outcome' | 'standing' | 'search' | 'order', string>>;
  application: { id: number };
  bulk: { id?: number };
  correction: { id: number };
  ticket: { id: number };
  yearlyReview: { id: number };
  /** Which of its views; absent: what may be signed up for. */
  activities: { view?: 'own' | 'hours' };
  inbox: { shown?: 'unread' };
  firmLawyers: { search?: string };
  firmHours: { search?: string };
  activity: { id: number };
  announcement: { id: number };
  search: { q?: string };
  /** A talk that is over, to be read again. */
  chat: { talk?: number };
  /** Absent: all of them, closed. */
  faq: { id?: number };
  activitySignUp: { id: number };
  activitySeries: { id: number };
  activityLeave: { id: number };
  firmSignUp: { id: number };
  hoursClaim: { id: number };
  /** Of a claim that was returned, to mend it; absent: a new one. */
  hoursClaimForm: { id?: number };
  /** The registration whose code is shown. */
  activityCode: { id: number };
  /** `code`: of the screen in the hall. */
  arrive: { code?: string };
  /** `from`: the page on which something went wrong; `title`: filled in, to be changed; `tied`: what it is about, `activity:5`. */
  ticketForm: { category?: TicketCategoryKey; from?: string; title?: string; tied?: string };
  /** `at`: the place of a fault in it, `row.field`. */
  profileSection: { section: SectionKey; at?: string };
  profileChange: { section: SectionKey };
  /** Absent: the member's own entries; which of them is chosen on the page. */
  correctionForm: { field?: CorrectionFieldKey; lawyer?: number };
  /** `q`: a scanned address, as WeChat's scanner hands it over. */
  verify: { token?: string | undefined; q?: string };
  share: { token: string };
  /** The draw of an activity, for anybody. */
  draw: { code: string };
}
type GivenTo<Page extends PageName> = Page extends keyof Given
  ? Partial<Given[Page]> extends Given[Page]
    ? [given?: Given[Page]]
    : [given: Given[Page]]
  : [];

/** Where each page lives in both builds. */
export const PAGES = Object.fromEntries(Object.entries(TABLE).map(([name, { path }]) => [name, path])) as {
  [Page in PageName]: (typeof TABLE)[Page]['path'];
};

/** H5: page → its addresses. */
export const H5_ADDRESSES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.values(TABLE).map(({ path, h5 }) => [path, h5]),
);

/** The pages of one package (pages, member, public, profile, desk) of one of the builds, each as `apply/index`. */
export function pagesOf(root: string, build: 'h5' | 'weapp'): string[] {
  const pages: PageAt[] = Object.values(TABLE).filter(({ path }) => path.startsWith(`/${root}/`));
  return pages.filter(({ only }) => (only ?? build) === build).map(({ path }) => path.slice(root.length + 2));
}

/** The three pages of the tab bar. */
export const TABS = { home: '首页', applications: '我的申请', account: '我的' } as const;
export type Tab = keyof typeof TABS;

/** Address of a page inside this client, parameters encoded. */
export function pageUrl<Page extends PageName>(page: Page, ...[given]: GivenTo<Page>): string {
  const query = queryOf(given);
  return query ? `${PAGES[page]}?${query}` : PAGES[page];
}

/** What stands behind the page in its address: 朋友圈 is told that alone. */
export function pageQuery<Page extends PageName>(_page: Page, ...[given]: GivenTo<Page>): string {
  return queryOf(given);
}

function queryOf(given: object | undefined): string {
  const pairs: [string, unknown][] = Object.entries(given ?? {});
  return pairs
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
    .join('&');
}

/** The parameters of an address, decoded; `text` is what stands behind its question mark. */
export function readQuery(text: string): Record<string, string> {
  const pairs = text.split('&').filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const [key = '', value = ''] = pair.split('=');
      return [key, decode(value)];
    }),
  );
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value.replace(/\+/g, ' '));
  } catch {
    return value;
  }
}

/** Whether an address belongs to a tab page, which the mini-program opens differently. */
export function isTabUrl(url: string): boolean {
  const path = url.split('?')[0];
  return (Object.keys(TABS) as Tab[]).some((tab) => PAGES[tab] === path);
}

/** The page that the server names (`application?id=5`); null for one that this client does not have. */
export function pageNamed(text: string): string | null {
  const [, name = '', id] = /^(\w+)(?:\?id=(\d+))?$/.exec(text) ?? [];
  const page = (Object.keys(PAGES) as PageName[]).find((one) => one === name);
  if (!page) return null;
  return id === undefined ? PAGES[page] : `${PAGES[page]}?${queryOf({ id })}`;
}

/**
 * The page inside this client at an H5 address (`/apply`, `/announcement?id=5`); null for an address that is none of ours, and
 * for those on which nobody stays.
 */
export function pageAt(address: string): string | null {
  const [path = '', ...query] = address.split('?');
  const pages: PageAt[] = Object.values(TABLE);
  const page = pages.find(({ h5, only }) => h5.includes(path) && only === undefined);
  if (!page) return null;
  return query.length > 0 ? `${page.path}?${query.join('?')}` : page.path;
}

/** The page inside this client that a shared link (`https://…/s/<token>`) opens. */
export function pageOfShare(link: string): string {
  return pageUrl('share', { token: link.slice(link.lastIndexOf('/') + 1) });
}
