import { activityEndpoints } from '../../contract/activities/endpoints.ts';
import { activationEndpoints } from '../../contract/activation/endpoints.ts';
import { MEMBER_CHANGE_DAYS } from '../../contract/activation/enums.ts';
import { chatDeskEndpoints } from '../../contract/chat/endpoints.ts';
import { DAY_MS, shanghaiYear } from '../../contract/dates.ts';
import { ROLES, type Role } from '../../contract/accounts/enums.ts';
import { externalHoursEndpoints } from '../../contract/external-hours/endpoints.ts';
import { photoEndpoints } from '../../contract/photos/endpoints.ts';
import { profileChangeEndpoints } from '../../contract/profile-changes/endpoints.ts';
import { profileEndpoints } from '../../contract/profile/endpoints.ts';
import { ticketEndpoints } from '../../contract/tickets/endpoints.ts';
import { certificateEndpoints } from '../../contract/certificates/endpoints.ts';
import { matterEndpoints } from '../../contract/matters/endpoints.ts';
import { officeHoursEndpoints } from '../../contract/office-hours/endpoints.ts';
import { DUE_FROM_MONTH } from '../../contract/office-hours/limits.ts';
import { operationsEndpoints } from '../../contract/operations/endpoints.ts';
import {
  SETTINGS_CHANGES,
  TYPE_CHANGES,
  WAITING,
  WAITING_CAP,
  type WaitingKey,
} from '../../contract/operations/enums.ts';
import { paperEndpoints } from '../../contract/papers/endpoints.ts';
import { paymentEndpoints } from '../../contract/payments/endpoints.ts';
import { registryEndpoints } from '../../contract/registry/endpoints.ts';
import { changeEndpoints } from '../../contract/two-person/endpoints.ts';
import { clock } from '../../platform/clock/clock.ts';
import { select } from '../../platform/db/database.ts';
import { countRow } from '../../platform/db/rows.ts';
import { inList } from '../../platform/db/keyset.ts';
import { STATUS_CHANGED } from '../activities/status-changes/changed-status.ts';
import type { StaffActor } from '../../actor.ts';

/** Roles that work on what waits, and the rows that wait; each is found by an index. */
export interface Waiting {
  roles: readonly Role[];
  rows: string;
  values?: (actor: StaffActor) => unknown[];
  /** SQL for the epoch ms since when one of those rows waits; absent: it does not say. */
  since?: string;
  /** Those of the rows that have waited longer than they may; `working-day`: than one working day of the office. */
  late?: 'working-day' | { sql: string; values: () => unknown[] };
  /** What of it is the actor's own; it need not wait. */
  mine?: Own;
}
interface Own {
  rows: string;
  values: (actor: StaffActor) => unknown[];
}

const settings = inList([...SETTINGS_CHANGES]);
const types = inList([...TYPE_CHANGES]);
const elsewhere = inList([...SETTINGS_CHANGES, ...TYPE_CHANGES]);
const unopened = 'accounts a WHERE a.password_hash IS NULL AND a.is_closed = 0';
const openChanges = "change_requests WHERE state = 'waiting' AND expires_at > ?";

/** As many places as there are roles: the statement is the same for everybody. */
const MAX_ROLES = Object.keys(ROLES).length;
const ROLES_OF_ACTOR = Array(MAX_ROLES).fill('?').join(', ');

export const QUEUES: Record<WaitingKey, Waiting> = {
  applications: {
    roles: certificateEndpoints.listQueue.access,
    rows: "applications WHERE state = 'pending'",
    // Of what was completed, without the time in which it waited for its member.
    since: 'submitted_at + member_ms',
    late: 'working-day',
    mine: {
      rows: "applications WHERE attended_by_id = ? AND state = 'pending'",
      values: ({ accountId }) => [accountId],
    },
  },
  papers: {
    roles: paperEndpoints.markPrinted.access,
    rows: "paper_orders WHERE state IN ('to_print', 'to_mail')",
    since: 'state_since',
    late: 'working-day',
  },
  activationRequests: {
    roles: activationEndpoints.listActivations.access,
    // Few have asked, many have no password: the plus keeps SQLite from beginning with those (MySQL reads over it).
    rows: `accounts WHERE activation_requested_at > 0 AND +password_hash IS NULL AND is_closed = 0
      AND +kind IN ('firm', 'lawyer')`,
    since: 'activation_requested_at',
  },
  contactChanges: {
    roles: activationEndpoints.listContactChanges.access,
    rows: "contact_changes WHERE state = 'waiting'",
    since: 'asked_at',
  },
  // The others end by themselves.
  heldAccounts: {
    roles: activationEndpoints.listHeld.access,
    rows: 'account_holds WHERE ended_at IS NULL AND held_until IS NULL',
  },
  memberChanges: {
    roles: activationEndpoints.listMemberChanges.access,
    rows: `member_changes c WHERE c.field IN ('identity', 'head') AND c.changed_at > ? AND c.confirmed_at IS NULL
      AND ((c.subject_kind = 'firm' AND EXISTS (SELECT 1 FROM ${unopened} AND a.firm_id = c.subject_id))
        OR (c.subject_kind = 'lawyer' AND EXISTS (SELECT 1 FROM ${unopened} AND a.lawyer_id = c.subject_id)))`,
    values: () => [clock.now() - MEMBER_CHANGE_DAYS * DAY_MS],
  },
  openCases: {
    roles: registryEndpoints.createDiscipline.access,
    rows: "discipline_records WHERE state = 'open'",
  },
  unverified: {
    roles: registryEndpoints.updateLawyer.access,
    rows: "lawyers WHERE identity_matched_on IS NULL AND status = 'active'",
  },
  pendingLawyers: { roles: registryEndpoints.updateLawyer.access, rows: "lawyers WHERE pending_change > ''" },
  pendingFirms: { roles: registryEndpoints.updateFirm.access, rows: "firms WHERE pending_change > ''" },
  photos: {
    roles: photoEndpoints.listPhotos.access,
    rows: "profile_photos WHERE state = 'pending'",
    since: 'COALESCE(referred_at, created_at)',
    late: 'working-day',
  },
  profiles: {
    roles: profileEndpoints.listProfiles.access,
    rows: "profiles WHERE state = 'waiting'",
    since: 'submitted_at',
    late: 'working-day',
  },
  profileChanges: {
    roles: profileChangeEndpoints.listProfileChanges.access,
    rows: "profile_changes WHERE state = 'waiting'",
    since: 'created_at',
    late: 'working-day',
  },
  // Of the queues of one's roles; of an administrator's, all.
  tickets: {
    roles: ticketEndpoints.listTickets.access,
    rows: `tickets WHERE is_open = 1 AND state <> 'asked' AND (? = 1 OR role IN (${ROLES_OF_ACTOR}))`,
    values: ({ roles }) => [
      roles.includes('administrator') ? 1 : 0,
      ...Array.from({ length: MAX_ROLES }, (_, at) => roles[at] ?? ''),
    ],
    since: 'opened_at',
    late: { sql: 'queue_due_at < ?', values: () => [clock.now()] },
    mine: { rows: 'tickets WHERE assignee_id = ? AND is_open = 1', values: ({ accountId }) => [accountId] },
  },
  chats: {
    roles: chatDeskEndpoints.takeChat.access,
    rows: "chats WHERE state = 'waiting'",
    since: 'queued_at',
    mine: { rows: "chats WHERE assignee_id = ? AND state = 'talking'", values: ({ accountId }) => [accountId] },
  },
  // Nobody agrees to what he entered himself.
  activities: {
    roles: activityEndpoints.publishActivity.access,
    rows: "activities WHERE state = 'pending' AND (submitted_by_id IS NULL OR submitted_by_id <> ?)",
    values: ({ accountId }) => [accountId],
    mine: { rows: "activities WHERE state = 'draft' AND created_by_id = ?", values: ({ accountId }) => [accountId] },
  },
  // By the activities that are still to come: those who signed up over the years are no longer looked through.
  registrations: {
    roles: activityEndpoints.admitRegistrations.access,
    rows: `activities a JOIN activity_registrations r ON r.activity_id = a.id
      WHERE a.state = 'published' AND a.begins_at > ? AND r.state = 'applied'`,
    values: () => [clock.now()],
    since: 'r.signed_at',
  },
  // As modules/activities/status-changes reads it.
  changedStatuses: {
    roles: activityEndpoints.keepRegistration.access,
    rows: `activities a JOIN activity_registrations r ON r.activity_id = a.id JOIN lawyers l ON l.id = r.lawyer_id
      WHERE a.state IN ('published', 'hidden') AND a.begins_at > ? AND ${STATUS_CHANGED}`,
    values: () => [clock.now()],
  },
  hoursClaims: {
    roles: externalHoursEndpoints.listHoursClaims.access,
    rows: "hours_claims WHERE state = 'waiting'",
    since: 'submitted_at',
    late: 'working-day',
  },
  matters: {
    roles: matterEndpoints.listMatters.access,
    rows: "certificate_matters m JOIN fact_changes f ON f.id = m.change_id WHERE m.state = 'open'",
    since: 'f.changed_at',
    late: 'working-day',
  },
  // At the counter, or by the member itself.
  receipts: {
    roles: paperEndpoints.recordPaperPayment.access,
    rows: "paper_orders WHERE state = 'awaiting_payment'",
    since: 'state_since',
  },
  refunds: {
    roles: paymentEndpoints.decideRefund.access,
    rows: "refunds WHERE state = 'awaiting_approval'",
    since: 'created_at',
    late: 'working-day',
  },
  // Whoever cancelled the activity is not the second person.
  activityRefunds: {
    roles: activityEndpoints.sendActivityRefunds.access,
    rows: `activities WHERE state = 'cancelled' AND refund_state = 'waiting'
      AND (cancelled_by_id IS NULL OR cancelled_by_id <> ?)`,
    values: ({ accountId }) => [accountId],
  },
  differences: {
    roles: paymentEndpoints.listDifferences.access,
    rows: 'payment_differences WHERE resolved_at IS NULL',
    since: 'found_at',
    late: 'working-day',
  },
  jobs: { roles: operationsEndpoints.listJobs.access, rows: "jobs WHERE state = 'dead'" },
  staffChanges: {
    roles: changeEndpoints.listChanges.access,
    rows: `${openChanges} AND kind NOT IN ${elsewhere.sql}`,
    values: () => [clock.now(), ...elsewhere.values],
  },
  // Every clock needs to know the holidays of its year, and from November on those of the coming one: as unknownYears.
  holidays: {
    roles: officeHoursEndpoints.proposeOfficeYear.access,
    rows: `(SELECT ? AS needed UNION ALL SELECT ?) AS years WHERE needed < ?
      AND NOT EXISTS (SELECT 1 FROM office_years o WHERE o.year = needed)`,
    values: () => {
      const [year, month] = [shanghaiYear(clock.now()), Number(clock.today().slice(5, 7))];
      return [year, year + 1, month >= DUE_FROM_MONTH ? year + 2 : year + 1];
    },
  },
  settingsChanges: {
    roles: changeEndpoints.listChanges.access,
    rows: `${openChanges} AND kind IN ${settings.sql}`,
    values: () => [clock.now(), ...settings.values],
  },
  typeChanges: {
    roles: changeEndpoints.listChanges.access,
    rows: `${openChanges} AND kind IN ${types.sql}`,
    values: () => [clock.now(), ...types.values],
  },
};

/** Of what waits, the kinds that the actor's roles may work on. */
export const queuesOf = (actor: StaffActor): WaitingKey[] =>
  (Object.keys(WAITING) as WaitingKey[]).filter((key) => worksOn(actor, QUEUES[key]));

const worksOn = ({ roles }: StaffActor, waiting: Waiting): boolean =>
  roles.includes('administrator') || waiting.roles.some((role) => roles.includes(role));

/** How many rows there are, up to WAITING_CAP. */
export async function countRows(rows: string, values: unknown[]): Promise<number> {
  const [row] = await select(
    countRow,
    `SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM ${rows} LIMIT ${WAITING_CAP}) AS some_rows`,
    values,
  );
  return row?.n ?? 0;
}
