/** 审核意见, in characters; the applicant reads it. */
export const MAX_OPINION = 300;
/** 退回原因 and 需补正的内容, in characters each; the applicant reads them. */
export const MAX_RETURN = 300;
/** 常用意见 of the office. */
export const MAX_OPINIONS = 30;
/**
 * A letter that was open for less is not counted as read. Two seconds: fluent readers of Chinese manage some ten characters
 * a second, and the shortest letter has more than twenty that differ from one application to the next.
 */
export const MIN_READING_MS = 2_000;
/** Letters in one set that is read and then signed; more are more than a person keeps in mind. */
export const MAX_READING_SET = 50;
