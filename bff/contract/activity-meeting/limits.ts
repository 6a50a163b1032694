/** Lines of one list of a meeting: five hundred people who come and go. */
export const MAX_MEETING_LINES = 20_000;
export const MAX_MEETING_URL = 500;
/** Minutes in which a 签到提问 may be answered. */
export const QUESTION_MINUTES = 5;
/** Minutes of an activity for each of its questions. */
export const QUESTION_SPACE_MINUTES = 15;
/** Wrong answers to one question. */
export const MAX_QUESTION_TRIES = 5;
/** Minutes before the beginning from which the meeting may be entered. */
export const MEETING_OPENS_MINUTES = 30;
