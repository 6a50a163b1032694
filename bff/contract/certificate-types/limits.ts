/** Title over the list of lawyers, in characters. */
export const MAX_ROSTER_TITLE = 60;
