/** Limits of 活动, in characters as people count them unless said otherwise. */
export const MAX_ACTIVITY_TITLE = 60;
/** Of the text itself, without its marks. */
export const MAX_ACTIVITY_DETAILS = 5_000;
/** Of what the editor sends, marks and all. */
export const MAX_ACTIVITY_BODY = 20_000;
export const MAX_ACTIVITY_FILES = 10;
export const MAX_ACTIVITY_NOTICE = 1_000;
export const MAX_ACTIVITY_LINE = 100;
/** The most that a registration costs, fen. */
export const MAX_ACTIVITY_FEE_FEN = 1_000_000;
export const MAX_CAPACITY = 100_000;
export const MAX_ACTIVITY_GROUPS = 10;
export const MAX_GROUP_NAME = 20;
export const MAX_FORM_FIELDS = 15;
export const MAX_CHOICES = 20;
/** Hours before the end of sign-up until which cancelling is possible, and before the beginning for leave. */
export const MAX_CANCEL_HOURS = 720;
export const MAX_LEAVE_HOURS = 720;
export const DEFAULT_CANCEL_HOURS = 24;
export const DEFAULT_LEAVE_HOURS = 2;
/** Hours before the beginning after which no seat is offered any more. */
export const DEFAULT_OFFERS_STOP_HOURS = 24;
export const MAX_OFFERS_STOP_HOURS = 168;
/** Tenths of an hour of 学时: 单日最多8学时. */
export const MAX_ACTIVITY_TENTHS = 80;
export const MAX_ACTIVITY_REASON = 200;
export const MAX_LEAVE_FILES = 3;
/** Seats of one firm; 0: as many as there are. */
export const MAX_PER_FIRM = 1_000;
/** Lines of the list of names that are marked at once. */
export const MAX_MARKED = 200;
