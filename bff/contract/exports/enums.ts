/** Every list that can be had as a file: key → what sheet, file and 操作日志 call it. */
export const EXPORT_LISTS = {
  applications: '证明申请',
  firms: '律所',
  lawyers: '律师',
  discipline: '行业处分',
  papers: '纸质证明',
  audit: '操作日志',
  dues: '会费',
  assessments: '年度考核',
  payments: '订单',
  messages: '消息',
  'ticket-figures': '工单统计',
  'chat-figures': '咨询统计',
  registrations: '活动报名名单',
  'activity-figures': '活动统计',
  'campaign-members': '补全与核对名单',
  'profile-sections': '个人档案',
  hours: '活动学时',
  appointments: '律协任职',
  periods: '执业经历',
} as const;
export type ExportKey = keyof typeof EXPORT_LISTS;

/** Rows that are downloaded while they are read; a longer list is made in the background (members.md). */
export const MAX_DIRECT_ROWS = 5_000;
/** Rows of the longest file: Excel shows 1,048,576 with the heading. */
export const MAX_EXPORT_ROWS = 1_000_000;

/** How an export stands; direct, broken: it was downloaded while it was read, and nothing is kept of it. */
export const EXPORT_STATES = {
  making: '正在导出',
  made: '可下载',
  failed: '没有完成',
  removed: '文件已删除',
  direct: '已下载',
  broken: '下载中断',
} as const;
export type ExportState = keyof typeof EXPORT_STATES;
