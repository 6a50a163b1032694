import type { ChangeKind } from '../two-person/enums.ts';

/** What the office has to see to: background work and what waits for a person. */

/** Background work, as staff read it (任务). */
export const JOB_LABELS = {
  'issue-certificate': '制作证明',
  'raise-matters': '查找事实有变化的证明',
  'send-message': '发送通知',
  'work-import': '检查、导入 Excel',
  'work-profile-import': '检查、导入个人档案',
  'drop-profile-import': '删除没有确认的个人档案导入',
  'make-export': '导出 Excel',
  'remove-export': '删除到期的导出文件',
  'run-bulk-order': '提交批量申请',
  'tell-bulk-order': '通知批量申请的结果',
  'tell-bulk-papers': '通知批量申请的纸质证明可以领取',
  'make-print-batch': '制作打印文件',
  'watch-signing-certificate': '查看签名证书何时到期',
  'ask-for-holidays': '提醒录入节假日',
  'seal-audit': '固化操作日志',
  're-anchor-audit': '操作日志换用新的密钥',
  'mail-audit-end': '寄出操作日志的条数和校验值',
  'start-self-audit': '开始每夜自检',
  'run-self-audit': '自检已出具的证明',
  'note-ended': '另存证明的撤销、替换记录',
  'take-over-certificates': '接管此前出具的证明',
  'rebuild-name-keys': '重建按姓名、名称的检索',
  'close-lapsed': '关闭逾期未补正的申请',
  'give-up-unpaid': '取消逾期未缴费的纸质证明',
  'remove-unbound-file': '清理未使用的附件',
  'scan-file': '检查上传的附件',
  'delete-discarded-file': '删除撤回、到期的附件',
  'encrypt-older-files': '加密此前上传的附件',
  'delete-plain-file': '删除加密前的附件',
  'open-help-ticket': '登录前的求助转为工单',
  'tell-of-help': '提醒工作人员有登录前的求助',
  'expire-ticket-files': '清理到期的工单附件',
  'check-ticket-counts': '核对工单统计',
  'make-data-download': '准备会员申请下载的个人信息',
  'remove-data-download': '删除到期的个人信息下载文件',
  'sweep-personal-data': '删除到期的个人信息',
  'run-campaigns': '信息补全活动的每日处理',
  'gather-campaign': '确定信息补全活动的范围',
  'remind-campaign': '提醒未完成信息补全的律师',
  'digest-campaign': '告知律所信息补全的进度',
  'check-profile-counts': '核对信息补全计数',
  'check-activity-seats': '核对活动名额计数',
  'send-reset-code': '发送重设密码验证码',
  'send-activation-text': '发送开通账号验证码',
  'settle-payment': '查询支付结果',
  'advance-refund': '办理退款',
  'reconcile-bill': '核对微信支付账单',
  'close-ticket': '关闭到期的工单',
  'watch-chats': '查看在线咨询',
  'watch-ticket-clocks': '查看工单的时限',
  'reckon-ticket-clocks': '重算工单的时限',
  'cover-leaves': '休假人员的工单转由代班人处理',
  'tell-unassigned-tickets': '提醒无人处理的工单',
  'remove-photo-upload': '删除裁剪过的照片原件',
  'sweep-photos': '删除到期的照片和比对凭据',
  'make-registration-form': '制作律师基本信息登记表',
  'expire-offer': '候补到位逾期未确认，让给下一位',
  'settle-activity': '活动结束后记学时、记缺席',
  'drop-strangers': '清理会议名单中未认定的行',
  'release-unpaid': '释放逾期未支付的活动名额',
  'wind-up-activity': '结束已取消活动的报名并退款',
  'freeze-draw': '封存抽签名单',
  'give-drawn-seats': '按抽签顺序分配名额',
  'end-registrations': '结束没有名额的活动报名',
  'remind-registrations': '提醒明天有活动的报名人',
  'tell-roster': '发送活动的名单通知',
  'weigh-absences': '按爽约次数限制或解除限制',
  'serve-waiting': '把余下的名额递补给受限制的候补',
} as const;
export type JobName = keyof typeof JOB_LABELS;

/** Why no letter can be signed at present; the key is what /readyz says. */
export const SIGNING_FAULTS = {
  expired: '签名证书或其上级证书已过期',
  'not-yet-valid': '签名证书或其上级证书尚未生效',
  'wrong-key': '签名私钥与签名证书不是一对',
  'wrong-usage': '签名证书的用途不包括签名',
  'time-stamp': '时间戳服务没有应答或拒绝',
} as const;
export type SigningFault = keyof typeof SIGNING_FAULTS;

/** Days before the end of the signing certificate at which administrators are told; 0: it has ended. */
export const EXPIRY_WARNINGS = [90, 30, 7, 0] as const;

export const JOB_STATES = { ready: '待执行', done: '已完成', dead: '需处理' } as const;
export type JobState = keyof typeof JOB_STATES;

/** What waits for somebody of the staff, as the menu counts it: key → what is counted. */
export const WAITING = {
  applications: '待审批的申请',
  papers: '待打印、待寄出的纸质证明',
  activationRequests: '律所代为申请的开通码',
  heldAccounts: '待确认的开通',
  contactChanges: '待复核的联系方式',
  memberChanges: '待复核的证件号码、负责人',
  openCases: '调查中的案件',
  unverified: '证件尚未核对的律师',
  pendingLawyers: '有待办变更的律师',
  pendingFirms: '有待办变更的律所',
  photos: '待核验的照片',
  profiles: '待审核的会员信息',
  profileChanges: '待审核的信息变更',
  tickets: '待答复的工单',
  chats: '等待接入的在线咨询',
  activities: '待批准的活动',
  registrations: '待审核录取的活动报名',
  changedStatuses: '资格变动、待处理的活动报名',
  hoursClaims: '待审核的校外学时',
  matters: '事实有变化、待处理的证明',
  receipts: '待缴费的纸质证明',
  refunds: '待复核的退款',
  activityRefunds: '待复核的活动退款',
  differences: '待处理的账单差异',
  jobs: '需处理的后台任务',
  staffChanges: '须两人确认的账号、登记变更',
  settingsChanges: '须两人确认的设置变更',
  typeChanges: '须两人确认的证明类型变更',
  holidays: '尚未录入节假日的年份',
} as const;
export type WaitingKey = keyof typeof WAITING;

/** Nothing is counted further: the menu then says 99+. */
export const WAITING_CAP = 100;

/** Of CHANGE_KINDS, those that are decided on the settings page and on that of 证明类型; the others stand on that of the staff. */
export const SETTINGS_CHANGES = [
  'refund_limit',
  'second_factor',
  'office_year',
] as const satisfies readonly ChangeKind[];
export const TYPE_CHANGES = [
  'type_loosened',
  'type_offered',
  'wording_published',
] as const satisfies readonly ChangeKind[];
