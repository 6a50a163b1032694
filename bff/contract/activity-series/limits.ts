/** Limits of 系列, in characters as people count them unless said otherwise. */
export const MAX_SERIES_TITLE = 60;
export const MAX_SERIES_DETAILS = 5_000;
/** Of what the editor sends, marks and all. */
export const MAX_SERIES_BODY = 20_000;
/** Sessions of one series. */
export const MAX_SESSIONS = 30;
