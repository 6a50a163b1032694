/** Lines of one list of a meeting: five hundred people who come and go. */
export const MAX_MEETING_LINES = 20_000;
export const MAX_MEETING_URL = 500;
/** Minutes before the beginning from which the meeting may be entered. */
export const MEETING_OPENS_MINUTES = 30;
