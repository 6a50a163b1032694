/** Limits of 通知公告, in characters as people count them. */
export const MAX_ANNOUNCEMENT_TITLE = 80;
/** Of the text itself, without its marks. */
export const MAX_ANNOUNCEMENT_TEXT = 10_000;
/** Of what the editor sends, marks and all. */
export const MAX_ANNOUNCEMENT_BODY = 40_000;
export const MAX_ANNOUNCEMENT_FILES = 10;
/** More at the top would be no top. */
export const MAX_PINNED = 5;
