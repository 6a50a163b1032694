/** Morning, afternoon, evening, and one more for who needs it. */
export const MAX_PERIODS = 4;
export const MAX_DAY_REASON = 60;
/** The longest holidays of a year are some sixty days with their weekends. */
export const MAX_HOLIDAY_RANGES = 20;
export const MAX_WORKING_WEEKENDS = 20;
/** A notice of the State Council has some 700 characters. */
export const MAX_NOTICE = 5_000;
/** Months from which the coming year's holidays should be entered, and must be (desk.md, Office hours). */
export const DUE_FROM_MONTH = 11;
export const LATE_FROM_MONTH = 12;
