/** How members come in for the first time (members.md, Signing in). */

/** How a code for the first use reaches its member. */
export const ACTIVATION_CHANNELS = {
  letter: '信函',
  counter: '当面',
  email: '邮件',
  sms: '短信',
} as const;
export type ActivationChannel = keyof typeof ACTIVATION_CHANNELS;

/** How far a member has come who has not set a password yet. */
export const ACTIVATION_STATES = {
  none: '未发码',
  requested: '律所代为申请',
  sent: '已发码',
  expired: '已过期',
} as const;
export type ActivationState = keyof typeof ACTIVATION_STATES;

/** What becomes of a changed contact that could open an account which nobody has used yet. */
export const CONTACT_CHANGE_STATES = { waiting: '待复核', confirmed: '已生效', refused: '未采用' } as const;
export type ContactChangeState = keyof typeof CONTACT_CHANGE_STATES;

export const CONTACT_FIELDS = { phone: '手机号', email: '邮箱' } as const;
export type ContactField = keyof typeof CONTACT_FIELDS;

/**
 * What whoever does it knows or has afterwards of what opens an account; `placed`: a lawyer has another name, firm or status,
 * and may be a firm's head by that; `address`: to which the letters of a firm and its lawyers go.
 */
export const MEMBER_CHANGES = {
  entered: '新登记',
  identity: '证件号码',
  head: '负责人',
  placed: '姓名、执业机构、状态',
  address: '办公地址',
} as const;
export type MemberChangeField = keyof typeof MEMBER_CHANGES;
/**
 * After such a change whoever made it hands out no code; a colleague may, and everybody once a second person has looked at
 * it.
 */
export const CONFIRMED_CHANGES = ['identity', 'head'] as const satisfies readonly MemberChangeField[];
export const isConfirmedByColleague = (field: MemberChangeField): boolean =>
  (CONFIRMED_CHANGES as readonly MemberChangeField[]).includes(field);

/** Things that every registered contact of an account is told, in at most twelve characters: texts allow no more. */
export const ACCOUNT_NOTICES = {
  activated: '会员账号已开通',
  code_issued: '账号开通码已发放',
  released: '账号已启用全部服务',
  locked: '密码连续输错已锁定',
  reset: '协会已发送重设验证码',
  forgotten: '密码已凭验证码重设',
  contact_confirmed: '账户联系方式已确认',
  way_bound: '账号新增一种登录方式',
  reset_asked: '申请重新开通账号',
  reopened: '账号须重新开通',
  identity_changed: '登记的身份信息有变更',
  head_changed: '登记的负责人有变更',
  contact_changed: '登记的联系方式有变更',
} as const;
export type AccountNotice = keyof typeof ACCOUNT_NOTICES;

/** Days for which an activation code is good. */
export const ACTIVATION_DAYS = 30;
/** Days for which a contact that staff, an import or a ticket has changed opens nothing. */
export const CONTACT_HOLD_DAYS = 7;

/** The same for a lawyer's identity number and a firm's head: who entered them hands out no code meanwhile. */
export const MEMBER_CHANGE_DAYS = CONTACT_HOLD_DAYS;

/** What becomes of a changed contact, as staff read it in a report. */
export const CONTACT_HELD = `导入后${CONTACT_HOLD_DAYS}天内不能接收验证码、开通码，原联系方式会收到通知`;
export const CONTACT_WAITS = `会员尚未开通账号，须另一人在“联系方式复核”中采用，采用后再过${CONTACT_HOLD_DAYS}天才能用于开通`;
