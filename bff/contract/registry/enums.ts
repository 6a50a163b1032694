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

/** What of a member's registration is still to be done. */
export const FIRM_NEEDS = { change: '有待办变更' } as const;
export const LAWYER_NEEDS = { identity: '证件尚未核对', ...FIRM_NEEDS } as const;

/** 核对证件号: tries a lawyer a day, by whomever (spec firms.md). */
export const IDENTITY_CHECKS_A_DAY = 3;

/** Identity documents a lawyer may be registered with (members.md, Registry). */
export const IDENTITY_KINDS = {
  resident: '居民身份证',
  passport: '护照',
  hk_macao: '港澳居民来往内地通行证',
  taiwan: '台湾居民来往大陆通行证',
  residence_permit: '港澳台居民居住证',
  foreign_permanent: '外国人永久居留身份证',
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
