/** Limits of 常见问题, in characters as people count them. */
export const MAX_FAQ_QUESTION = 80;
/** Of the words themselves, without their marks. */
export const MAX_FAQ_ANSWER = 2_000;
/** Of what the editor sends, marks and all. */
export const MAX_FAQ_HTML = 12_000;
export const MAX_FAQ_KEYWORDS = 200;
export const MAX_FAQ_REASON = 200;
export const MAX_FAQ_POSITION = 9_999;
/** Answers that one ticket names as read before: more are not offered to anybody who types one. */
export const MAX_FAQ_READ = 10;
/** Questions of the list: nobody reads more of them. */
export const MAX_FAQ_ENTRIES = 300;
