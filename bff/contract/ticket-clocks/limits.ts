/** Working days without a word of the member after which 待补充 is reminded of, and after which it ends (desk.md, Work). */
export const REMIND_DAYS = 5;
export const LAPSE_DAYS = 10;
/** Of a clock that staff may set, in open minutes: five minutes to sixty days of seven hours. */
export const MIN_CLOCK_MINUTES = 5;
export const MAX_CLOCK_MINUTES = 60 * 420;
/** 年度考核: what comes before is done by the evening of the day, anything else by noon of the next working day. Shanghai hours. */
export const SAME_DAY_UNTIL = 16;
export const SAME_DAY_BY = 18;
export const NEXT_DAY_BY = 12;
/** 年度考核 lasts no longer, in days. */
export const MAX_CAMPAIGN_DAYS = 200;
