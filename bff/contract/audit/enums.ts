import { PAPER_AUDIT_ACTIONS } from '../papers/enums.ts';
import { PAYMENT_AUDIT_ACTIONS } from '../payments/enums.ts';

/** Every act that is written to the audit log (操作日志). */
export const AUDIT_ACTIONS = {
  'account.created': '开通账号',
  'account.activated': '首次开通账号',
  'activation.issued': '发放开通码',
  'activation.requested': '代为申请开通码',
  'account.released': '启用会员账号的全部服务',
  'account.objected': '停用有异议的会员账号',
  'session.signed-in': '登录',
  'session.locked': '密码连续错误被锁定',
  'password.changed': '修改密码',
  'password.forgotten': '凭验证码重设密码',
  'password.reset': '重置密码',
  'password.code-sent': '发送重设密码验证码',
  'account.returned': '会员账号退回开通前',
  'phone.confirmed': '确认手机号',
  'email.confirmed': '确认邮箱',
  'account.updated': '修改账号',
  'account.closed': '停用账号',
  'account.reopened': '启用账号',
  'second-factor.enrolled': '开启二次验证',
  'second-factor.reset': '重置二次验证',
  'second-factor.recovery-used': '使用恢复码登录',
  'session.revoked': '注销登录设备',
  'wechat.bound': '绑定微信',
  'wechat.unbound': '解除微信绑定',
  'privacy.agreed': '同意隐私保护指引',
  'privacy.withdrawn': '撤回对隐私保护指引的同意',
  'application.submitted': '提交申请',
  'application.withdrawn': '撤回申请',
  'application.returned': '退回补正',
  'application.completed': '补正后重新提交',
  'application.lapsed': '逾期未补正，关闭申请',
  'application.approved': '审核通过',
  'application.doubt-overruled': '核实存疑项',
  'application.rejected': '审核驳回',
  'certificate.issued': '出具证明',
  'certificate.taken_over': '接管此前出具的证明',
  'certificate.mailed': '发送证明到邮箱',
  'certificate.issue-retried': '重新制作证明',
  'certificate.revoked': '撤销证明',
  'certificate.replaced': '更正并重新出具证明',
  'certificate.questioned': '证明待复核',
  'certificate.upheld': '复核后仍属实',
  'certificate.matter-upheld': '事实有变化，仍属实',
  'share.created': '创建分享链接',
  'share.changed': '修改分享链接',
  'share.revoked': '停止分享链接',
  'firm.created': '新增律所',
  'firm.updated': '修改律所',
  'firm.english-name-confirmed': '核定律所英文名称',
  'lawyer.created': '新增律师',
  'lawyer.updated': '修改律师',
  'lawyer.latin-name-confirmed': '核定拉丁字母姓名',
  'lawyer.identity-revealed': '查看完整证件号码',
  'contact-change.asked': '修改联系方式待复核',
  'contact-change.confirmed': '复核联系方式',
  'member-change.confirmed': '复核证件号码、负责人',
  'contact-change.refused': '不采用联系方式',
  'record.created': '登记会员记录',
  'record.updated': '更正会员记录',
  'record.removed': '删除会员记录',
  'registry.imported': '导入Excel',
  'correction.requested': '申请更正登记信息',
  'correction.withdrawn': '撤回更正申请',
  'correction.adopted': '采纳更正申请',
  'correction.settled': '更正申请已另行办理',
  'correction.refused': '不采纳更正申请',
  'photo.referred': '提交照片人工核验',
  'photo.compared': '照片人脸比对',
  'photo.proof-opened': '打开照片所附的证件',
  'photo.passed': '照片核验通过',
  'photo.refused': '照片核验未通过',
  'photo.consented': '同意人脸比对',
  'photo.consent-withdrawn': '撤回人脸比对的同意',
  'lawyer.identity-matched': '核验身份',
  'profile.submitted': '提交信息补全',
  'profile.withdrawn': '撤回信息补全',
  'profile.approved': '信息补全审核通过',
  'profile.rejected': '信息补全审核驳回',
  'profile.reopened': '退回信息补全',
  'form.issued': '出具登记表',
  'profile.changed': '信息变更生效',
  'profile.change-asked': '申请信息变更',
  'profile.change-withdrawn': '撤回信息变更',
  'profile.change-rejected': '信息变更审核驳回',
  'profile.section-opened': '查看敏感的个人信息',
  'ticket.opened': '提交工单',
  'ticket.moved': '转交工单',
  'ticket.solved': '解决工单',
  'ticket.cancelled': '取消工单',
  'ticket.lapsed': '工单未补充，按期结束',
  'ticket.merged': '合并工单',
  'ticket.unmerged': '撤销合并工单',
  'ticket.split': '拆分工单',
  'duty.set': '设定同事在岗状态',
  'duty.leave-set': '登记休假和代班人',
  'duty.leave-ended': '结束休假',
  'duty.handed-over': '交接同事的工单',
  'ticket.identity-opened': '打开工单中的证件',
  'ticket.number-revealed': '查看工单中的完整证件号码',
  'ticket.file-withdrawn': '撤回工单附件',
  'ticket.counts-repaired': '工单统计与逐项清点不符，已更正',
  'faq.created': '新增常见问题',
  'faq.updated': '修改常见问题',
  'activity.created': '新增活动',
  'activity.updated': '修改活动',
  'activity.submitted': '提交活动待批准',
  'activity.published': '发布活动',
  'activity.returned': '退回活动',
  'activity.hidden': '下架活动',
  'activity.shown': '重新上架活动',
  'activity.cancelled': '取消活动',
  'activity.presence': '登记活动到场',
  'registration.created': '报名活动',
  'registration.waiting': '加入活动候补',
  'registration.accepted': '确认参加活动',
  'registration.declined': '婉拒候补名额',
  'registration.cancelled': '取消活动报名',
  'registration.leave': '活动请假',
  'registration.added': '代为报名活动',
  'registration.removed': '移出活动名单',
  'discipline.created': '新增行业处分',
  'discipline.updated': '修改行业处分',
  'discipline.withdrawn': '撤销行业处分登记',
  'job.retried': '重试任务',
  'self-audit.started': '检查全部证明',
  'message.resent': '重新发送消息',
  'recipient.stopped': '收件人停止接收邮件',
  'recipient.readmitted': '恢复收件人接收邮件',
  'settings.updated': '修改设置',
  'audit.re-keyed': '操作日志换用新的密钥',
  'office-hours.asked': '提醒录入下一年节假日',
  'signing.expiry-told': '提醒签名证书到期',
  'change.requested': '申请须两人确认的变更',
  'change.confirmed': '确认变更',
  'change.declined': '不同意变更',
  'change.withdrawn': '撤回变更',
  'type.created': '新增证明类型',
  'type.updated': '修改证明类型',
  'type.retired': '停用证明类型',
  'type.offered': '启用证明类型',
  'type.sealed': '登记证明类型和正文',
  'wording.published': '发布证明正文',
  ...PAPER_AUDIT_ACTIONS,
  ...PAYMENT_AUDIT_ACTIONS,
  'list.exported': '导出Excel',
  'export.downloaded': '下载导出的文件',
  'bulk.submitted': '批量申请',
  'bulk.downloaded': '下载批量证明',
} as const;
export type AuditAction = keyof typeof AUDIT_ACTIONS;

/** Signing in and what goes with it: left out of the log as it opens. */
export const SIGN_IN_ACTIONS = ['session.signed-in'] as const satisfies AuditAction[];

/** Objects with a page of their own, by which the log is asked. */
export const AUDIT_OBJECTS = {
  firm: '律所',
  lawyer: '律师',
  application: '证明申请',
  payment: '订单',
  paper: '纸质证明',
} as const;

/** What an act was done to. */
export type AuditTargetKind =
  | 'account'
  | 'activity'
  | 'application'
  | 'certificate'
  | 'certificate-type'
  | 'change'
  | 'correction'
  | 'discipline'
  | 'export'
  | 'faq'
  | 'firm'
  | 'job'
  | 'list'
  | 'bulk'
  | 'lawyer'
  | 'message'
  | 'paper'
  | 'payment'
  | 'print-batch'
  | 'profile'
  | 'receipt'
  | 'registration-form'
  | 'registration'
  | 'recipient'
  | 'self-audit'
  | 'settings'
  | 'ticket';
