/** Limits of 通知公告, in characters as people count them. */
export const MAX_ANNOUNCEMENT_TITLE = 80;
/** Characters of the text itself, without its marks. */
export const MAX_ANNOUNCEMENT_TEXT = 10_000;
/** Characters of what the editor sends, marks and all. */
export const MAX_ANNOUNCEMENT_BODY = 40_000;
export const MAX_ANNOUNCEMENT_FILES = 10;
/** Announcements kept at the top: with more of them nothing would stand out. */
export const MAX_PINNED = 5;
