import { CONTACT_FIELDS, CONTACT_CHANGE_STATES, MEMBER_CHANGES } from '../../../../contract/activation/enums.ts';
import { ROLES } from '../../../../contract/accounts/enums.ts';
import { PRESENCE_OUTCOMES, PRESENCE_WAYS, REGISTRATION_STATES } from '../../../../contract/activities/enums.ts';
import { CAMPAIGN_PROGRESS } from '../../../../contract/campaigns/enums.ts';
import {
  APPLICATION_STATES,
  CERTIFICATE_STANDINGS,
  ISSUE_STATES,
  PICKUPS,
} from '../../../../contract/certificates/enums.ts';
import { CHAT_EVENTS, CHAT_KINDS, CHAT_SIDES, CHAT_STATES } from '../../../../contract/chat/enums.ts';
import { CORRECTION_FIELDS, CORRECTION_STATES } from '../../../../contract/corrections/enums.ts';
import { DIRECTIONS, SCAN_DECISIONS, SCAN_WAYS } from '../../../../contract/door/enums.ts';
import { DRAW_RESULTS } from '../../../../contract/draws/enums.ts';
import { EXPORT_LISTS } from '../../../../contract/exports/enums.ts';
import { CLAIM_STATES } from '../../../../contract/external-hours/enums.ts';
import { FILE_KINDS, FILE_STATES } from '../../../../contract/files/enums.ts';
import { INBOX_EVENTS } from '../../../../contract/notifications/enums.ts';
import { NOTICE_KINDS } from '../../../../contract/notice-choices/enums.ts';
import { PAPER_COPY_STATES, PAPER_PAYMENTS, PAPER_STATES } from '../../../../contract/papers/enums.ts';
import {
  PAYMENT_CHANNELS,
  PAYMENT_PURPOSES,
  PAYMENT_STATES,
  REFUND_STATES,
} from '../../../../contract/payments/enums.ts';
import { COMPARED_WITH, FACE_RESULTS, PHOTO_STATES, PHOTO_WAYS } from '../../../../contract/photos/enums.ts';
import { CHANGED_BY, CHANGE_STATES } from '../../../../contract/profile-changes/enums.ts';
import { PROFILE_STATES, SNAPSHOT_OUTCOMES } from '../../../../contract/profile/enums.ts';
import { profileSection, SECTION_KEYS } from '../../../../contract/profile/profile.ts';
import { RATINGS } from '../../../../contract/ratings/enums.ts';
import {
  ASSESSMENT_RESULTS,
  ASSESSMENT_STATES,
  DUES_STATES,
  HOURS_KINDS,
  HOURS_SOURCES,
  HOURS_STATES,
  HOURS_MODES,
} from '../../../../contract/records/enums.ts';
import { FORM_COPIES } from '../../../../contract/registration-forms/enums.ts';
import {
  DISCIPLINE_KINDS,
  DISCIPLINE_STATES,
  IDENTITY_KINDS,
  LAWYER_CATEGORIES,
  LAWYER_STATUSES,
  SEXES,
} from '../../../../contract/registry/enums.ts';
import { OUTCOMES, REVIEW_MODES } from '../../../../contract/review/enums.ts';
import { DOWNLOAD_PARTS, DOWNLOAD_STATES } from '../../../../contract/rights/enums.ts';
import { TICKET_CATEGORIES, TICKET_STATES } from '../../../../contract/tickets/enums.ts';
import { TIMELINE_EVENTS } from '../../../../contract/timeline/enums.ts';
import { VIEWED_PARTS } from '../../../../contract/views/enums.ts';

type Words = Readonly<Record<string, string>>;
const labels = (table: Readonly<Record<string, { label: string }>>): Words =>
  Object.fromEntries(Object.entries(table).map(([key, { label }]) => [key, label]));

const SECTIONS = labels(Object.fromEntries(SECTION_KEYS.map((key) => [key, profileSection(key)])));
const WAYS_OF_REMINDING = { d14: '提前14天', d7: '提前7天', d3: '提前3天', d1: '提前1天', d0: '当天', late: '逾期后' };

/** `table.column`, or a column that means the same everywhere → what its codes are called. */
export const CODES: Readonly<Record<string, Words>> = {
  by_roles: ROLES,
  role: ROLES,
  section: SECTIONS,
  changed_sections: SECTIONS,
  'accounts.kind': { firm: '律所', lawyer: '律师' },
  'activity_hours.kind': HOURS_KINDS,
  'activity_hours.mode': HOURS_MODES,
  'activity_hours.source': HOURS_SOURCES,
  'activity_hours.state': HOURS_STATES,
  'activity_presences.outcome': PRESENCE_OUTCOMES,
  'activity_presences.way': PRESENCE_WAYS,
  'activity_registrations.state': REGISTRATION_STATES,
  'activity_scans.decision': SCAN_DECISIONS,
  'activity_scans.direction': DIRECTIONS,
  'activity_scans.way': SCAN_WAYS,
  'application_events.event': TIMELINE_EVENTS,
  'applications.issue_state': ISSUE_STATES,
  'applications.outcome': OUTCOMES,
  'applications.review_mode': REVIEW_MODES,
  'applications.standing': CERTIFICATE_STANDINGS,
  'applications.state': APPLICATION_STATES,
  'assessments.result': ASSESSMENT_RESULTS,
  'assessments.state': ASSESSMENT_STATES,
  'bulk_items.state': { waiting: '待提交', submitted: '已提交', failed: '未提交' },
  'campaign_members.state': CAMPAIGN_PROGRESS,
  'campaign_reminders.step': WAYS_OF_REMINDING,
  'certificates.issue_state': ISSUE_STATES,
  'certificates.standing': CERTIFICATE_STANDINGS,
  'chat_messages.event': CHAT_EVENTS,
  'chat_messages.kind': CHAT_KINDS,
  'chats.ended_by': CHAT_EVENTS,
  'chats.last_by': CHAT_SIDES,
  'chats.rating': RATINGS,
  'chats.state': CHAT_STATES,
  'contact_changes.field': CONTACT_FIELDS,
  'contact_changes.state': CONTACT_CHANGE_STATES,
  'correction_requests.field': labels(CORRECTION_FIELDS.lawyer),
  'correction_requests.state': CORRECTION_STATES,
  'data_downloads.parts': DOWNLOAD_PARTS,
  'data_downloads.state': DOWNLOAD_STATES,
  'discipline_records.kind': DISCIPLINE_KINDS,
  'discipline_records.state': DISCIPLINE_STATES,
  'draw_tickets.result': DRAW_RESULTS,
  'dues.state': DUES_STATES,
  'exported_lawyers.list': EXPORT_LISTS,
  'former_contacts.field': CONTACT_FIELDS,
  'hours_claims.kind': HOURS_KINDS,
  'hours_claims.mode': HOURS_MODES,
  'hours_claims.state': CLAIM_STATES,
  'inbox_entries.event': INBOX_EVENTS,
  'lawyers.category': LAWYER_CATEGORIES,
  'lawyers.identity_kind': IDENTITY_KINDS,
  'lawyers.sex': SEXES,
  'lawyers.status': LAWYER_STATUSES,
  'member_changes.field': MEMBER_CHANGES,
  'notice_choices.kind': NOTICE_KINDS,
  'paper_copies.state': PAPER_COPY_STATES,
  'paper_orders.payment': PAPER_PAYMENTS,
  'paper_orders.pickup': PICKUPS,
  'paper_orders.state': PAPER_STATES,
  'payments.channel': PAYMENT_CHANNELS,
  'payments.purpose': PAYMENT_PURPOSES,
  'payments.state': PAYMENT_STATES,
  'personal_views.part': VIEWED_PARTS,
  'photo_checks.result': FACE_RESULTS,
  'profile_changes.state': CHANGE_STATES,
  'profile_history.by_what': CHANGED_BY,
  'profile_photos.compared_with': COMPARED_WITH,
  'profile_photos.state': PHOTO_STATES,
  'profile_photos.way': PHOTO_WAYS,
  'profile_snapshots.kind': { completion: '信息补全', change: '信息变更', imported: '由原系统导入' },
  'profile_snapshots.outcome': SNAPSHOT_OUTCOMES,
  'profile_standings.state': PROFILE_STATES,
  'profiles.state': PROFILE_STATES,
  'refunds.state': REFUND_STATES,
  'registration_forms.copy': FORM_COPIES,
  'ticket_ratings.rating': RATINGS,
  'tickets.category': labels(TICKET_CATEGORIES),
  'tickets.state': TICKET_STATES,
  'timeline_entries.event': TIMELINE_EVENTS,
  'uploads.kind': FILE_KINDS,
  'uploads.removed_why': FILE_STATES,
  'uploads.scan': FILE_STATES,
};
