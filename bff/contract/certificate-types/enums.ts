/** Who may ask for a certificate of a type. */
export const TYPE_AUDIENCES = { firm: '律所', lawyer: '律师', both: '律所和律师' } as const;
export type TypeAudience = keyof typeof TYPE_AUDIENCES;

export const CERTIFICATE_GROUPS = { firm: '律所相关证明', lawyer: '律师相关证明', other: '其他证明' } as const;
export type CertificateGroup = keyof typeof CERTIFICATE_GROUPS;

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

/** Whether a form takes 附件: what the type asks for must be there, what is written freely may be proved by some. */
export function takesAttachments(asks: readonly ApplicationField[]): 'required' | 'optional' | 'none' {
  if (asks.includes('attachments')) return 'required';
  return asks.includes('freeText') ? 'optional' : 'none';
}

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
