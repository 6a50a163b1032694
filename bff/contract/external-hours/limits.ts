/** Of a course and of who held it, in characters: letters print the former in a row of a table. */
export const MAX_COURSE_TITLE = 100;
export const MAX_COURSE_ORGANISER = 60;
/** What a lawyer adds in words. */
export const MAX_CLAIM_NOTE = 300;
/** What staff say to it. */
export const MAX_CLAIM_OPINION = 200;
export const MIN_CLAIM_OPINION = 2;
/** As the registry keeps hours: in halves, in tenths of an hour. */
export const CLAIM_STEP_TENTHS = 5;
export const MAX_CLAIM_TENTHS = 2_000;
/** Files that prove it: as many as the form of the members takes (certificates/limits.ts). */
export const MAX_CLAIM_FILES = 5;
/** Claims of one lawyer that are not decided; who has more has misunderstood the form. */
export const MAX_OPEN_CLAIMS = 20;
