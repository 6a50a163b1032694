/**
 * The house: modules by floor, the ground floor first. A module knows those below it (their types and tables too), never
 * one beside or above it. What must follow above is a reaction (`reactions.ts`), what must be asked above is a port
 * (`payables.ts`, `owners.ts` …). Read by the rule that checks it (`config/floors.test.ts`), and by scripts/dev.
 */
export const FLOORS = [
  ['audit', 'eligibility', 'forms'],
  ['two-person', 'timeline', 'views', 'files', 'imports'],
  ['settings'],
  ['accounts', 'recipients', 'office-hours'],
  ['outbox'],
  ['registry'],
  ['sign-in'],
  ['wechat'],
  ['staff-accounts'],
  ['activation', 'notifications', 'payments', 'privacy', 'faq', 'announcements'],
  ['certificates', 'photos'],
  ['profiles'],
  ['registration-forms'],
  ['papers', 'self-audit', 'tickets', 'activities', 'campaigns'],
  ['bulk', 'verification', 'chat'],
  ['sharing', 'exports', 'search'],
  ['workbench', 'operations', 'home', 'rights'],
] as const;

export type ModuleName = (typeof FLOORS)[number][number];

/**
 * Rooms of the large modules; a room knows those before it. Files at the door (model, policy, present, routes) are the
 * module's own and see all of it.
 */
export const ROOMS: Partial<Record<ModuleName, readonly string[]>> = {
  registry: [
    'facts',
    'eligibility',
    'contacts',
    'records',
    'discipline',
    'firms',
    'lawyers',
    'names',
    'overviews',
    'corrections',
    'sheets',
    'own-file',
  ],
  outbox: ['texts'],
  'sign-in': ['second-factor', 'contacts'],
  payments: ['books', 'refunds', 'paying', 'receipts', 'reconciliation'],
  certificates: [
    'facts',
    'rules',
    'reading',
    'letters',
    'record',
    'types',
    'pre-check',
    'review',
    'applying',
    'completion',
    'issued',
    'matters',
    'ended',
  ],
  papers: ['copies', 'orders', 'bundles', 'printing'],
  bulk: ['paper'],
  chat: ['signals', 'talk', 'desk', 'watching', 'live'],
  tickets: [
    'statistics',
    'numbers',
    'thread',
    'duty',
    'clocks',
    'handover',
    'closing',
    'attachments',
    'asking',
    'help',
    'desk',
    'merging',
    'text-blocks',
    'ratings',
    'field-changes',
  ],
  photos: ['opening', 'retention'],
  'registration-forms': ['compose', 'issuing'],
  activities: ['seats', 'ending', 'presence', 'hours', 'draw', 'signing-up', 'paying', 'office', 'door', 'calendar'],
  rights: ['download', 'retention'],
  campaigns: ['standings', 'running', 'reminding', 'reviewing', 'office'],
  profiles: ['rules', 'facts', 'drafts', 'submitting', 'review', 'changes', 'retention'],
};
