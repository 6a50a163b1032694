import type { SubjectKind } from '../bff/contract/registry/enums.ts';

/** Where the staff's client lives on the server. */
export const BASE = '/admin';

/** The one table of pages: where each lives below /admin. The resources open them, and every link is built from here. */
export const PAGES = {
  home: '/',
  applications: '/applications',
  reading: '/applications/reading',
  application: '/applications/:id',
  opinions: '/opinions',
  statistics: '/statistics',
  types: '/types',
  typeNew: '/types/new',
  type: '/types/:id',
  typeEdit: '/types/:id/edit',
  wording: '/types/:id/wording',
  wordings: '/types/:id/compare',
  matters: '/matters',
  papers: '/papers',
  paper: '/papers/:id',
  imports: '/imports',
  importRun: '/imports/:id',
  profileImports: '/profile-imports',
  profileImport: '/profile-imports/:id',
  transfers: '/transfers',
  firms: '/firms',
  firmNew: '/firms/new',
  firm: '/firms/:id',
  firmEdit: '/firms/:id/edit',
  lawyers: '/lawyers',
  lawyerNew: '/lawyers/new',
  lawyer: '/lawyers/:id',
  lawyerEdit: '/lawyers/:id/edit',
  activations: '/activations',
  heldAccounts: '/held-accounts',
  contactChanges: '/contact-changes',
  memberChanges: '/member-changes',
  chat: '/chat',
  chatHistory: '/chat-history',
  chatRatings: '/chat-ratings',
  chatStatistics: '/chat-statistics',
  tickets: '/tickets',
  ticket: '/tickets/:id',
  ticketTextBlocks: '/ticket-text-blocks',
  ticketRatings: '/ticket-ratings',
  ticketStatistics: '/ticket-statistics',
  ticketSteps: '/ticket-statistics/list',
  activityStatistics: '/activity-statistics',
  activities: '/activities',
  activityNew: '/activities/new',
  activity: '/activities/:id',
  activityEdit: '/activities/:id/edit',
  activitySeries: '/activity-series',
  seriesNew: '/activity-series/new',
  series: '/activity-series/:id',
  seriesEdit: '/activity-series/:id/edit',
  announcements: '/announcements',
  announcementNew: '/announcements/new',
  announcement: '/announcements/:id',
  announcementEdit: '/announcements/:id/edit',
  activityDoor: '/activities/:id/door',
  activityHall: '/activities/:id/hall',
  hoursClaims: '/external-hours',
  hoursClaim: '/external-hours/:id',
  activityRefunds: '/activity-refunds',
  activityRestrictions: '/activity-restrictions',
  duty: '/duty',
  handover: '/duty/:id/handover',
  faq: '/faq',
  corrections: '/corrections',
  correction: '/corrections/:id',
  profiles: '/profiles',
  profileProgress: '/profile-progress',
  campaigns: '/campaigns',
  campaignNew: '/campaigns/new',
  campaign: '/campaigns/:id',
  campaignEdit: '/campaigns/:id/edit',
  profile: '/profiles/:id',
  profileFields: '/profile-fields',
  profileChanges: '/profile-changes',
  profileChange: '/profile-changes/:id',
  photos: '/photos',
  photo: '/photos/:id',
  photoSettings: '/photo-settings',
  discipline: '/discipline',
  disciplineNew: '/discipline/new',
  disciplineEdit: '/discipline/:id/edit',
  assessments: '/assessments',
  dues: '/dues',
  recordNew: '/records/:kind/new',
  recordEdit: '/records/:kind/:id/edit',
  payments: '/payments',
  payment: '/payments/:id',
  bills: '/payment-bills',
  differences: '/payment-differences',
  audit: '/audit',
  selfAudits: '/self-audits',
  selfAudit: '/self-audits/:id',
  messages: '/messages',
  jobs: '/jobs',
  retention: '/retention',
  settings: '/settings',
  officeHours: '/office-hours',
  ticketTerms: '/ticket-terms',
  staff: '/staff',
  staffNew: '/staff/new',
  staffMember: '/staff/:id',
  secondFactor: '/second-factor',
  password: '/password',
} as const;
export type PageName = keyof typeof PAGES;

type Value = string | number;
/** Names of the `:parts` of a path. */
type PartOf<Path extends string> = Path extends `${string}:${infer Part}/${infer Rest}`
  ? Part | PartOf<Rest>
  : Path extends `${string}:${infer Part}`
    ? Part
    : never;
type Part<Page extends PageName> = PartOf<(typeof PAGES)[Page]>;
type GivenTo<Page extends PageName> = [Part<Page>] extends [never]
  ? [given?: Record<string, Value>]
  : [given: Record<Part<Page>, Value> & Record<string, Value>];

/** Address of a page: what is given fills the parts of its path, the rest becomes the filters behind it. */
export function pageUrl<Page extends PageName>(page: Page, ...[given = {}]: GivenTo<Page>): string {
  const rest = new Map(Object.entries<Value>(given));
  const path = PAGES[page].replace(/:(\w+)/g, (_, part: string) => {
    const value = rest.get(part);
    rest.delete(part);
    return encodeURIComponent(String(value));
  });
  const query = new URLSearchParams([...rest].map(([key, value]) => [key, String(value)]));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** 证明审核: what waits, oldest first. */
export const REVIEW_DESK = pageUrl('applications', { state: 'pending', order: 'oldest' });

export const applicationUrl = ({ id }: { id: number }): string => pageUrl('application', { id });
export const paperUrl = ({ id }: { id: number }): string => pageUrl('paper', { id });

/** The list of a yearly record over all members; only these two kinds have one. */
export const yearlyUrl = (slug: string): string => pageUrl(slug === 'dues' ? 'dues' : 'assessments');

/** The page of a firm or lawyer. */
export const subjectUrl = (kind: SubjectKind, id: number): string => pageUrl(kind, { id });
