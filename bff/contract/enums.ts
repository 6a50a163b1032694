import { PAPER_EVENTS } from './papers.ts';

/**
 * The closed vocabularies that server and clients share: key in English, label as members know it.
 * Types are derived; nothing else in the code base repeats a list. Sources: spec certificates.md, members.md.
 */
export const FIRM_KINDS = {
  law_firm: '律师事务所',
  company_counsel_office: '公司律师办公室',
  government_counsel_office: '公职律师办公室',
  legal_aid_agency: '法律援助机构',
} as const;
export type FirmKind = keyof typeof FIRM_KINDS;

export const LAWYER_CATEGORIES = {
  practising: '执业律师',
  government: '公职律师',
  company: '公司律师',
  legal_aid: '法援律师',
} as const;
export type LawyerCategory = keyof typeof LAWYER_CATEGORIES;

export const SEXES = { male: '男', female: '女' } as const;
export type Sex = keyof typeof SEXES;

export const FIRM_STATUSES = { active: '正常', suspended: '停业', cancelled: '注销' } as const;
export type FirmStatus = keyof typeof FIRM_STATUSES;

export const LAWYER_STATUSES = { active: '正常', suspended: '停止执业', cancelled: '注销' } as const;
export type LawyerStatus = keyof typeof LAWYER_STATUSES;

/** Identity documents a lawyer may be registered with (members.md, Registry). */
export const IDENTITY_KINDS = {
  resident: '居民身份证',
  passport: '护照',
  hk_macao: '港澳居民来往内地通行证',
  taiwan: '台湾居民来往大陆通行证',
} as const;
export type IdentityKind = keyof typeof IDENTITY_KINDS;

export const DISCIPLINE_KINDS = {
  admonition: '训诫',
  warning: '警告',
  circulated_criticism: '通报批评',
  public_censure: '公开谴责',
  rights_suspended: '中止会员权利',
  membership_cancelled: '取消会员资格',
} as const;
export type DisciplineKind = keyof typeof DISCIPLINE_KINDS;

/** An open case or a re-examination keeps a clean certificate from being automatic, exactly as an effective record does. */
export const DISCIPLINE_STATES = {
  open: '调查中',
  effective: '已生效',
  re_examination: '复查中',
  dismissed: '已撤案',
} as const;
export type DisciplineState = keyof typeof DISCIPLINE_STATES;

export const SUBJECT_KINDS = { firm: '律所', lawyer: '律师' } as const;
export type SubjectKind = keyof typeof SUBJECT_KINDS;

/** 年度考核 (members.md, Registry); `appeal`: the member has asked for the result to be reviewed. */
export const ASSESSMENT_STATES = {
  not_started: '未开始',
  submitted: '已提交',
  in_review: '审核中',
  final: '已完成',
  appeal: '复核中',
} as const;
export type AssessmentState = keyof typeof ASSESSMENT_STATES;

/** Results of a lawyer (律师执业年度考核规则); a firm's have words of their own, below. */
export const ASSESSMENT_RESULTS = {
  competent: '称职',
  basically_competent: '基本称职',
  incompetent: '不称职',
} as const;
export type AssessmentResult = keyof typeof ASSESSMENT_RESULTS;

/** Results of a firm (律师事务所年度检查考核办法). */
export const FIRM_ASSESSMENT_RESULTS = {
  competent: '合格',
  incompetent: '不合格',
} as const satisfies Partial<Record<AssessmentResult, string>>;

export const DUES_STATES = { unpaid: '未缴清', settled: '已缴清', waived: '已减免' } as const;
export type DuesState = keyof typeof DUES_STATES;

export const HOURS_STATES = { checked_in: '已签到', disputed: '有异议' } as const;
export type HoursState = keyof typeof HOURS_STATES;

/** Who may ask for a certificate of a type. */
export const TYPE_AUDIENCES = { firm: '律所', lawyer: '律师', both: '律所和律师' } as const;
export type TypeAudience = keyof typeof TYPE_AUDIENCES;

export const APPLICATION_STATES = { pending: '待审批', decided: '已审批', withdrawn: '已撤回' } as const;
export type ApplicationState = keyof typeof APPLICATION_STATES;

export const OUTCOMES = { approved: '通过', rejected: '驳回' } as const;
export type Outcome = keyof typeof OUTCOMES;

export const REVIEW_MODES = { automatic: '系统审核', manual: '人工审核' } as const;
export type ReviewMode = keyof typeof REVIEW_MODES;

export const CERTIFICATE_GROUPS = { firm: '律所相关证明', lawyer: '律师相关证明', other: '其他证明' } as const;
export type CertificateGroup = keyof typeof CERTIFICATE_GROUPS;

/** How long an application has been waiting, as filters of the review desk. */
export const WAITED = { '4h': '超过4小时', '1d': '超过1天', '3d': '超过3天' } as const;

export const DOUBTS = { none: '无存疑', some: '有存疑' } as const;

/** How far the document itself has come; `failed` means the staff must look (Jobs page) and can retry. */
export const ISSUE_STATES = { issuing: '制作中', issued: '已出具', failed: '制作失败' } as const;
export type IssueState = keyof typeof ISSUE_STATES;

/** How a certificate stands now, the second answer of the verification page. */
export const CERTIFICATE_STANDINGS = {
  valid: '有效',
  revoked: '已撤销',
  replaced: '已被替换',
  expired: '已过有效期',
} as const;
export type CertificateStanding = keyof typeof CERTIFICATE_STANDINGS;

/** What a share link still does; all but `open` show nothing but that. */
export const SHARE_STATES = {
  open: '有效',
  expired: '已到期',
  revoked: '已停止分享',
  used_up: '查看次数已用完',
  locked: '访问码错误过多，已停用',
} as const;
export type ShareState = keyof typeof SHARE_STATES;

/** The optional parts of the application form; a type lists those it asks for. */
export const APPLICATION_FIELDS = {
  lawyers: '选择律师',
  since: '起始时间',
  year: '年度',
  formerLawyer: '已注销律师',
  country: '使用国家/地区',
  latinName: '拉丁字母姓名',
  freeText: '证明内容',
  attachments: '附件',
  consent: '当事人同意',
} as const;
export type ApplicationField = keyof typeof APPLICATION_FIELDS;

/** What members may attach as proof; told by content, not by name. */
export const FILE_KINDS = { pdf: 'PDF', jpeg: 'JPG', png: 'PNG' } as const;
export type FileKind = keyof typeof FILE_KINDS;

/** Which lawyers a certificate speaks of. */
export const LAWYER_SCOPES = {
  none: '不涉及',
  chosen: '选定律师',
  all: '全体律师',
  self: '本人',
  former: '已注销律师',
} as const;
export type LawyerScope = keyof typeof LAWYER_SCOPES;

/** What a wording is tried on before it is published; the sample facts are invented. */
export const SAMPLE_SITUATIONS = {
  typical: '一般情况',
  annex: '九名律师，名单附后',
  lawyer: '由律师申请',
  bare: '选填项未填',
} as const;
export type SampleSituation = keyof typeof SAMPLE_SITUATIONS;

export const PICKUPS = { collect: '自取', mail: '邮寄' } as const;
export type Pickup = keyof typeof PICKUPS;

/** The rules of automatic review; each leaves one finding per subject it looked at (certificates.md, Review). */
export const REVIEW_RULES = {
  member_active: '会员状态正常',
  identity_matched: '身份已核验',
  fields_complete: '登记信息完整',
  no_pending_change: '无在办变更',
  printable: '文字可正常打印',
  names_genuine: '名称无形近字',
  typed_words: '自填文字可直接使用',
  no_discipline: '无行业处分',
  membership_covers_period: '期间会员关系连续',
  period_plausible: '起始时间合理',
  no_rename: '期间未更名',
  no_merger: '期间未合并',
  roster_counts: '名单人数一致',
  practice_unbroken: '执业年限连续',
  history_consistent: '执业经历一致',
  former_lawyer: '已注销律师核对',
  latin_name_confirmed: '拉丁字母姓名已核定',
  firm_english_name: '律所英文名称已核定',
  assessment_open: '正在参加年度考核',
  assessment_filed: '年度考核结果已备案',
  appointment_current: '律协任职在任',
  hours_checked_in: '活动签到无异议',
  dues_settled: '会费已缴清',
  manual_type: '该类证明须人工审核',
} as const;
export type ReviewRule = keyof typeof REVIEW_RULES;

export const FINDING_RESULTS = { holds: '符合', doubtful: '存疑' } as const;
export type FindingResult = keyof typeof FINDING_RESULTS;

export const ROLES = {
  reviewer: '审核',
  registrar: '会员管理',
  events: '活动',
  service: '客服',
  finance: '财务',
  administrator: '管理员',
} as const;
export type Role = keyof typeof ROLES;

/** Which certificates a round of self-audit reads: each night a part of them, or all. */
export const SELF_AUDIT_SCOPES = { share: '每夜自检', all: '全部检查' } as const;
export type SelfAuditScope = keyof typeof SELF_AUDIT_SCOPES;

export const SELF_AUDIT_FAULTS = {
  missing: '文件丢失',
  altered: '文件被改动',
  signature: '签名无效',
  facts: '记录不符',
  orphan: '多余的文件',
} as const;
export type SelfAuditFaultKind = keyof typeof SELF_AUDIT_FAULTS;

/** What a member sees in an application's timeline. */
export const TIMELINE_EVENTS = {
  submitted: '提交申请',
  auto_approved: '系统审核通过',
  referred: '转人工审核',
  approved: '审核通过',
  rejected: '审核驳回',
  withdrawn: '撤回申请',
  issued: '证明已出具',
  mailed: '已发送至邮箱',
  mail_refused: '邮件未发送',
  revoked: '证明已撤销',
  replaced: '证明已被替换',
  reissued: '更正后重新出具',
  ...PAPER_EVENTS,
} as const;
export type TimelineEvent = keyof typeof TIMELINE_EVENTS;
