/** Office hours of the association: three clocks on one calendar. */

/** What has hours of its own. */
export const HOURS_SETS = {
  service: '在线客服',
  telephone: '服务热线',
  tickets: '工单',
} as const;
export type HoursSet = keyof typeof HOURS_SETS;

/** What has waited longer than one working day, as a filter of the lists that are worked off. */
export const LATE = { overdue: '超过1个工作日' } as const;

/** A day that is not as its weekday says. */
export const DAY_KINDS = { off: '放假', on: '上班', own: '另定时间' } as const;
export type DayKind = keyof typeof DAY_KINDS;

/** Where a day comes from; what the office has entered itself counts before the State Council's list. */
export const DAY_ORIGINS = { package: '随程序提供', notice: '放假通知', office: '本会安排' } as const;
export type DayOrigin = keyof typeof DAY_ORIGINS;

/** 全国年节及纪念日放假办法: what the State Council's notice names every year. */
export const HOLIDAYS = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'] as const;

/** How much is known of the coming year: `due` from 1 November, `late` from 1 December, as of the running year any time. */
export const NEXT_YEAR_STATES = { known: '已录入', quiet: '尚未公布', due: '应当录入', late: '必须录入' } as const;
export type NextYearState = keyof typeof NEXT_YEAR_STATES;
