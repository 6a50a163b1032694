/** What a member is told about an application, in the inbox and by mail (certificates.md, Telling people). */
export const MEMBER_EVENTS = {
  approved: '证明已出具',
  rejected: '申请未通过',
  returned: '申请须补正',
  lapsed: '申请逾期关闭',
  paper_ready: '纸质证明可以领取',
  paper_mailed: '纸质证明已寄出',
  paper_collected: '纸质证明已领取',
  paper_refunded: '纸质证明费用已退回',
  paper_lapsed: '纸质证明逾期未缴费，已取消',
  revoked: '证明已撤销',
  replaced: '证明已被替换',
  upheld: '证明经复核仍属实',
} as const;
export type MemberEvent = keyof typeof MEMBER_EVENTS;

/** Everything that stands in an inbox. */
export const INBOX_EVENTS = {
  ...MEMBER_EVENTS,
  bulk_done: '批量申请已处理',
  bulk_paper_ready: '批量申请的纸质证明可以领取',
  bulk_paper_refunded: '批量申请的纸质证明费用已退回',
  bulk_paper_lapsed: '批量申请的纸质证明逾期未缴费，已取消',
  // Of requests from before they were tickets: such lines and mails are still there to be read and sent.
  correction_decided: '更正申请已处理',
  chat_answered: '客服有新的答复',
  ticket_answered: '工单有新答复',
  ticket_reminder: '工单待您补充',
  ticket_lapsed: '工单因未补充已结束',
  photo_decided: '照片核验结果',
  profile_decided: '信息补全审核结果',
  profile_imported: '个人档案已导入，请核对',
  activity_signed_up: '活动报名',
  activity_offered: '活动候补到位',
  activity_changed: '活动时间、地点变更',
  activity_cancelled: '活动取消',
  activity_ended: '活动报名已结束',
  activity_refunded: '活动报名费已退回',
  activity_restricted: '活动报名限制',
  activity_message: '活动通知',
  activity_asked: '报名表待补充',
  activity_reminder: '明天有活动',
  activity_hours: '学时已记入',
  hours_decided: '校外学时审核结果',
  profile_changed: '信息变更审核结果',
  campaign_reminder: '信息补全、年度核对提醒',
  data_asked: '申请下载个人信息',
  data_ready: '个人信息可以下载',
  campaign_digest: '本所信息补全进度',
} as const;
export type InboxEvent = keyof typeof INBOX_EVENTS;

export const MESSAGE_STATES = { waiting: '待发送', sent: '已发送', failed: '发送失败', refused: '未发送' } as const;
export type MessageState = keyof typeof MESSAGE_STATES;

/** What is mailed: a folder of templates/mail each. */
export const MAIL_TEMPLATES = {
  ...INBOX_EVENTS,
  certificate: '发送证明文件',
  confirm_code: '邮箱验证码',
  reset_code: '重设密码验证码',
  release_code: '启用全部服务验证码',
  password_changed: '密码已重设',
  activation_code: '账号开通码',
  account_notice: '账号安全提醒',
  staff_access: '工作人员登录码',
  audit_end: '操作日志的条数和校验值',
  signing_expiry: '签名证书即将到期',
  tickets_due: '工单时限提醒',
  tickets_unassigned: '工单待分配提醒',
  tickets_handed: '工单转由您处理',
  holidays_unknown: '下一年节假日尚未录入',
} as const;
export type MailTemplate = keyof typeof MAIL_TEMPLATES;

/** What is sent by text: a template of the provider each. */
export const TEXT_TEMPLATES = {
  confirm_text: '手机号验证码',
  reset_text: '重设密码短信验证码',
  activate_text: '开通账号短信验证码',
  activation_text: '账号开通码短信',
  notice_text: '账号安全提醒短信',
  cancelled_text: '活动紧急取消短信',
  due_text: '当天截止提醒短信',
} as const;
export type TextTemplate = keyof typeof TEXT_TEMPLATES;

/** Matters of which members may be told by a subscribe message of WeChat; the office chooses a template for each. */
export const TEMPLATE_MATTERS = {
  decided: '审核结果',
  paper: '纸质证明',
  standing: '证明状态',
  answered: '客服、工单答复',
  activity: '活动报名',
} as const;
export type TemplateMatter = keyof typeof TEMPLATE_MATTERS;

/** What is sent by WeChat: a template of the office each. */
export const WECHAT_TEMPLATES = {
  wechat_decided: '微信：审核结果',
  wechat_paper: '微信：纸质证明',
  wechat_standing: '微信：证明状态',
  wechat_answered: '微信：客服、工单答复',
  wechat_activity: '微信：活动报名',
} as const satisfies Record<`wechat_${TemplateMatter}`, string>;

/** Everything that goes out. */
export const MESSAGE_TEMPLATES = { ...MAIL_TEMPLATES, ...TEXT_TEMPLATES, ...WECHAT_TEMPLATES } as const;
export type MessageTemplate = keyof typeof MESSAGE_TEMPLATES;
