/** Longest life of a link, in days. */
export const MAX_SHARE_DAYS = 365;
/** How often a limited link may open at most. */
export const MAX_VIEWS = 1_000;
/** Characters of a recipient's name. */
export const MAX_RECIPIENT = 50;
