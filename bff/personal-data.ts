import { personalTables } from './modules/rights/download/tables.ts';

/**
 * What of a member's own data each table holds: what a member gets who asks for all of it, what stays out of that and why.
 * Every table of the database has its line (bff/test/house/personal-data.test.ts), so that nobody adds one without deciding.
 */
export type PersonalData =
  /** Rows about the member, by the column that says whose they are, or one of two; some columns are left out, and why. */
  | {
      of: 'account' | 'member' | 'application';
      by: string | readonly string[];
      leftOut?: Readonly<Record<string, string>>;
    }
  /** Holds something about members, and is not given out. */
  | { withheld: string }
  /** Nothing about anybody. */
  | 'nothing personal';

const SECRET = '凭此可以登录或读取，不外传';
const INTERNAL = '内部编号，对本人没有意义';
const OFFICE = '协会内部的工作记录';

export const PERSONAL_DATA = {
  accounts: { of: 'account', by: 'id', leftOut: { password_hash: SECRET } },
  sessions: { of: 'account', by: 'account_id', leftOut: { token_hash: SECRET } },
  second_factors: { withheld: SECRET },
  confirmed_emails: { of: 'account', by: 'account_id' },
  confirmed_phones: { of: 'account', by: 'account_id' },
  email_codes: { withheld: SECRET },
  activation_codes: { withheld: SECRET },
  account_holds: { of: 'account', by: 'account_id', leftOut: { issued_by: INTERNAL } },
  wechat_bindings: { of: 'account', by: 'account_id', leftOut: { openid: INTERNAL, unionid: INTERNAL } },
  wechat_sessions: { withheld: INTERNAL },
  privacy_consents: { of: 'account', by: 'account_id' },
  separate_consents: { of: 'account', by: 'account_id' },

  firms: { of: 'member', by: 'id' },
  firm_former_names: { of: 'member', by: 'firm_id' },
  firm_mergers: { of: 'member', by: 'firm_id' },
  lawyers: { of: 'member', by: 'id', leftOut: { identity_index: SECRET, identity_sealed: '加密保存，号码须另行申请' } },
  lawyer_firm_periods: { of: 'member', by: 'lawyer_id' },
  discipline_records: { of: 'member', by: ['firm_id', 'lawyer_id'] },
  assessments: { of: 'member', by: ['firm_id', 'lawyer_id'] },
  dues: { of: 'member', by: ['firm_id', 'lawyer_id'] },
  appointments: { of: 'member', by: 'lawyer_id' },
  activity_hours: { of: 'member', by: 'lawyer_id' },
  contact_changes: { of: 'member', by: 'subject_id' },
  member_changes: { of: 'member', by: 'subject_id', leftOut: { changed_by: INTERNAL } },
  former_contacts: { of: 'member', by: 'subject_id' },
  correction_requests: {
    of: 'member',
    by: ['subject_id', 'asker_id'],
    leftOut: { idempotency_key: INTERNAL, content_hash: INTERNAL, open_key: INTERNAL, proposal_id: INTERNAL },
  },
  tickets: {
    of: 'member',
    by: 'asker_id',
    leftOut: {
      idempotency_key: INTERNAL,
      content_hash: INTERNAL,
      basis: INTERNAL,
      merged_into: INTERNAL,
      tied_id: INTERNAL,
    },
  },
  profile_photos: {
    of: 'member',
    by: 'lawyer_id',
    leftOut: {
      hash: INTERNAL,
      slot: INTERNAL,
      storage_key: INTERNAL,
      thumbnail_key: INTERNAL,
      key_sealed: SECRET,
      decided_by: INTERNAL,
    },
  },
  photo_uploads: {
    of: 'member',
    by: 'lawyer_id',
    leftOut: { token: SECRET, storage_key: INTERNAL, key_sealed: SECRET },
  },
  photo_checks: { of: 'member', by: 'lawyer_id', leftOut: { subject_hash: INTERNAL, photo_hash: INTERNAL } },
  chats: {
    of: 'member',
    by: 'member_id',
    leftOut: { assignee_id: INTERNAL, offered_to: INTERNAL, offered_name: OFFICE, offer_word: OFFICE },
  },
  chat_messages: { of: 'account', by: 'chat_id', leftOut: { by_id: INTERNAL, client_id: INTERNAL } },
  chat_notes: { withheld: OFFICE },
  chat_desks: { withheld: OFFICE },
  chat_pauses: { of: 'member', by: 'member_id' },
  ticket_messages: { of: 'account', by: 'ticket_id', leftOut: { idempotency_key: INTERNAL, by_id: INTERNAL } },
  calendar_feeds: { of: 'account', by: 'account_id', leftOut: { token_hash: SECRET } },
  activities: 'nothing personal',
  activity_groups: 'nothing personal',
  activity_changes: 'nothing personal',
  activity_draws: 'nothing personal',
  roster_messages: 'nothing personal',
  roster_message_recipients: { of: 'member', by: 'registration_id', leftOut: { message_id: INTERNAL } },
  draw_tickets: { of: 'member', by: 'registration_id', leftOut: { activity_id: INTERNAL, group_id: INTERNAL } },
  door_devices: { withheld: OFFICE },
  activity_scans: {
    of: 'member',
    by: 'registration_id',
    leftOut: { device_id: INTERNAL, number: INTERNAL, decided_by: OFFICE, note: OFFICE },
  },
  activity_registrations: {
    of: 'member',
    by: 'lawyer_id',
    leftOut: { live_key: INTERNAL, idempotency_key: INTERNAL, content_hash: INTERNAL, hours_record_id: INTERNAL },
  },
  activity_presences: {
    of: 'member',
    by: 'registration_id',
    leftOut: { by_id: INTERNAL, by_name: OFFICE, excused_by: OFFICE, warned_at: INTERNAL },
  },
  hours_claims: {
    of: 'member',
    by: 'lawyer_id',
    leftOut: {
      live_key: INTERNAL,
      idempotency_key: INTERNAL,
      content_hash: INTERNAL,
      hours_record_id: INTERNAL,
      decided_by_id: INTERNAL,
    },
  },
  activity_restrictions: { of: 'member', by: 'lawyer_id', leftOut: { causes: INTERNAL, lifted_by: OFFICE } },
  announcements: 'nothing personal',
  announcement_confirmations: { of: 'member', by: 'member_id' },
  announcement_marks: { of: 'account', by: 'account_id' },
  notice_choices: { of: 'member', by: 'member_id' },
  faq_marks: { of: 'account', by: 'account_id' },
  help_requests: { withheld: '未登录者的求助，转为工单后即删除' },
  ticket_ratings: { of: 'account', by: 'ticket_id' },
  ticket_numbers: { withheld: '本人写在工单里的证件号码，加密保存' },
  ticket_notes: { withheld: OFFICE },
  ticket_due_changes: 'nothing personal',
  ticket_merges: { withheld: OFFICE },
  ticket_steps: { withheld: OFFICE },
  ticket_counts: 'nothing personal',
  ticket_duties: { withheld: OFFICE },
  profiles: { of: 'member', by: 'lawyer_id', leftOut: { confirmed_hash: INTERNAL } },
  profile_sections: { of: 'member', by: 'lawyer_id', leftOut: { sealed_data: '加密保存，下载时解开' } },
  profile_snapshots: {
    of: 'member',
    by: 'lawyer_id',
    leftOut: { sealed_content: '加密保存，下载时解开', idempotency_key: INTERNAL, hash: INTERNAL },
  },
  registration_forms: {
    of: 'member',
    by: 'lawyer_id',
    leftOut: {
      token: SECRET,
      code: SECRET,
      record: '登记表的全文，见登记表文件',
      storage_key: INTERNAL,
      key_sealed: SECRET,
      sha256: INTERNAL,
    },
  },
  profile_decisions: { withheld: '审核意见已在信息补全页面显示' },
  profile_views: { of: 'member', by: 'lawyer_id' },
  profile_changes: {
    of: 'member',
    by: 'lawyer_id',
    leftOut: {
      sealed_base: '加密保存，下载时解开',
      sealed_wanted: '加密保存，下载时解开',
      open_mark: INTERNAL,
      decided_by_id: INTERNAL,
    },
  },
  profile_standings: { of: 'member', by: 'lawyer_id' },
  profile_counts: 'nothing personal',
  data_downloads: { of: 'account', by: 'account_id', leftOut: { storage_key: INTERNAL, key_sealed: SECRET } },
  retention_removals: 'nothing personal',
  campaigns: 'nothing personal',
  campaign_members: { of: 'member', by: 'lawyer_id' },
  campaign_reminders: { of: 'member', by: 'lawyer_id' },
  personal_views: { of: 'member', by: 'lawyer_id' },
  exported_lawyers: { of: 'member', by: 'lawyer_id', leftOut: { export_id: INTERNAL } },
  profile_history: { of: 'member', by: 'lawyer_id', leftOut: { by_id: INTERNAL } },
  ticket_text_blocks: 'nothing personal',
  confirmed_names: { withheld: OFFICE },
  import_runs: 'nothing personal',
  import_lines: { withheld: OFFICE },
  import_pieces: { withheld: OFFICE },
  export_runs: { withheld: OFFICE },
  search_initials: { withheld: '姓名、名称的拼音首字母，便于查找' },
  search_grams: { withheld: '由姓名、名称拆出，便于查找' },

  applications: {
    of: 'member',
    by: 'applicant_id',
    leftOut: { idempotency_key: INTERNAL, content_hash: INTERNAL, attended_by_id: INTERNAL },
  },
  application_lawyers: { of: 'application', by: 'application_id' },
  application_referrals: { withheld: OFFICE },
  letter_readings: { withheld: OFFICE },
  overruled_doubts: { withheld: OFFICE },
  application_events: { of: 'application', by: 'application_id' },
  timeline_entries: { of: 'application', by: 'subject_id' },
  certificates: { of: 'application', by: 'application_id', leftOut: { token: SECRET, code: SECRET } },
  fact_changes: { withheld: OFFICE },
  certificate_matters: { withheld: OFFICE },
  uploads: {
    of: 'account',
    by: 'account_id',
    leftOut: { token: SECRET, storage_key: INTERNAL, content_hash: INTERNAL },
  },
  share_links: {
    of: 'application',
    by: 'certificate_id',
    leftOut: { token_hash: SECRET, token_sealed: SECRET, code_sealed: SECRET },
  },
  share_views: { withheld: '属于收件人的查看记录' },
  bulk_orders: { of: 'account', by: 'account_id', leftOut: { content_hash: INTERNAL } },
  bulk_items: { of: 'account', by: 'order_id' },
  application_completions: {
    of: 'application',
    by: 'application_id',
    leftOut: { idempotency_key: INTERNAL, content_hash: INTERNAL },
  },
  paper_orders: { of: 'application', by: 'application_id' },
  paper_bundles: { of: 'account', by: 'account_id' },
  paper_copies: { of: 'application', by: 'order_id' },
  payments: { of: 'account', by: 'account_id' },
  refunds: { of: 'account', by: 'payment_id' },
  receipts: {
    of: 'account',
    by: 'payment_id',
    leftOut: { token: SECRET, code: SECRET, record: '收据的全文，见收据文件', storage_key: INTERNAL },
  },
  inbox_entries: { of: 'member', by: 'member_id' },
  messages: { withheld: '发出的邮件、短信，本人已经收到' },
  mail_recipients: { withheld: '收件邮箱只保存指纹，认不出是谁的' },
  audit_entries: { withheld: OFFICE },

  audit_chains: 'nothing personal',
  certificate_types: 'nothing personal',
  certificate_wordings: 'nothing personal',
  change_requests: { withheld: OFFICE },
  faq_entries: 'nothing personal',
  jobs: 'nothing personal',
  office_days: 'nothing personal',
  office_years: 'nothing personal',
  payment_bills: 'nothing personal',
  payment_differences: { withheld: OFFICE },
  print_batches: 'nothing personal',
  print_batch_copies: 'nothing personal',
  self_audits: 'nothing personal',
  self_audit_faults: 'nothing personal',
  settings: 'nothing personal',
} as const satisfies Record<string, PersonalData>;

personalTables.connect(PERSONAL_DATA);
