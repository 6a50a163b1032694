/** Days in which a merge is undone with one click (desk.md, Work). */
export const UNMERGE_DAYS = 30;
/** Tickets of one member that are offered for merging: the latest ones. */
export const MAX_MERGEABLE = 20;
