/** Groups within groups: what nests deeper nobody reads. */
export const MAX_DEPTH = 4;
/** Conditions of one eligibility, all groups together. */
export const MAX_CONDITIONS = 30;
/** Firms named one by one in one condition. */
export const MAX_FIRMS = 200;
/** Districts named one by one in one condition. */
export const MAX_DISTRICTS = 30;
/** Lawyers named one by one in one condition. */
export const MAX_LISTED = 2_000;
/** Years of practice. */
export const MAX_PRACTICE_YEARS = 70;
/** Absences. */
export const MAX_NO_SHOWS = 20;
/** Hours of a year. */
export const MAX_HOURS = 1000;
