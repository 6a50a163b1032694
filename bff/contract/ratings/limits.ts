/** In characters as people count them. */
export const MAX_RATING_WORDS = 200;
/** Days after a ticket was solved, or a talk has ended, in which it is rated and the rating changed (desk.md, Work). */
export const RATING_DAYS = 7;
