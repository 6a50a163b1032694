/** 求助 of people who cannot sign in, in characters as people count them. */
export const MIN_HELP_REASON = 10;
export const MAX_HELP_REASON = 500;
