/** What a campaign asks of a lawyer. */
export const CAMPAIGN_KINDS = { completion: '信息补全', yearly: '年度核对' } as const;
export type CampaignKind = keyof typeof CAMPAIGN_KINDS;

/** opening: whom it is for is being written down. */
export const CAMPAIGN_STATES = {
  draft: '草稿',
  scheduled: '待开始',
  opening: '正在开始',
  open: '进行中',
  closed: '已结束',
} as const;
export type CampaignState = keyof typeof CAMPAIGN_STATES;

/** How far somebody is with it: as the profile is, or excused. */
export const CAMPAIGN_PROGRESS = {
  untouched: '未开始',
  filling: '填写中',
  waiting: '待审核',
  rejected: '已驳回',
  approved: '已完成',
  excused: '已豁免',
} as const;
export type CampaignProgress = keyof typeof CAMPAIGN_PROGRESS;
/** Who has nothing more to do. */
export const SETTLED = ['approved', 'excused'] as const satisfies readonly CampaignProgress[];

/** Reminders, by days before the deadline; the last one after it. */
export const REMINDER_STEPS = { d14: 14, d7: 7, d3: 3, d1: 1, d0: 0, late: -1 } as const;
export type ReminderStep = keyof typeof REMINDER_STEPS;

/** Characters. */
export const MAX_CAMPAIGN_TITLE = 60;
export const MAX_CAMPAIGN_WORDS = 500;
export const MAX_CAMPAIGN_REASON = 200;
export const MIN_CAMPAIGN_REASON = 4;
/** Licence numbers in one list of 延期 or 豁免. */
export const MAX_CAMPAIGN_LIST = 500;
