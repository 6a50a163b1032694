/** Longer ones are no choice but a text, in characters; more of them nobody reads. */
export const MAX_PURPOSE_OPTION = 30;
export const MAX_PURPOSE_OPTIONS = 30;
/** 禁用词语: in characters, and how many. */
export const MAX_BLOCKED_WORD = 20;
export const MAX_BLOCKED_WORDS = 200;
/** The most that a paper copy costs, or its postage, fen. */
export const MAX_FEE_FEN = 1_000_000;
/** What the limits themselves may be set to at most. */
export const MAX_APPLICATIONS_PER_HOUR = 10_000;
export const MAX_BULK_LAWYERS_PER_HOUR = 100_000;
/** Days in which a member completes what was returned. */
export const MAX_COMPLETION_DAYS = 90;
/** Days in which paper is paid for. */
export const MAX_PAYMENT_DAYS = 90;
export const MAX_MAILS_PER_RECIPIENT_DAY = 1_000;
/** Hours of 学时 that a lawyer may be asked for in a year. */
export const MAX_YEARLY_HOURS = 400;
/** 年度学时要求, one for each year in which it changed. */
export const MAX_HOURS_REQUIREMENTS = 20;
/** Hours of 学时 that a day may give; more than the day has it cannot. */
export const MAX_DAILY_HOURS = 24;
/** 会议名单格式: of so many services, with so many words for one column; in characters. */
export const MAX_MEETING_FORMATS = 10;
export const MAX_MEETING_SERVICE = 20;
export const MAX_HEADINGS = 10;
export const MAX_HEADING = 40;
/** 爽约: so many in so many months restrict for so many days. */
export const MAX_NO_SHOWS = 20;
export const MAX_NO_SHOW_MONTHS = 36;
export const MAX_NO_SHOW_DAYS = 365;
/** 转接等待时限, in minutes. */
export const MAX_OFFER_MINUTES = 30;
/** 活动支付时限, in minutes. */
export const MIN_HOLD_MINUTES = 5;
export const MAX_HOLD_MINUTES = 120;
/** More talks than one head and one screen hold; beyond so many waiting, nobody is reached in a day. */
export const MAX_CHATS_OF_ONE = 10;
export const MAX_CHATS_WAITING = 500;
