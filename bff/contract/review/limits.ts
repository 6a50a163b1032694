/** 审核意见, in characters; the applicant reads it. */
export const MAX_OPINION = 300;
/** 常用意见 of the office. */
export const MAX_OPINIONS = 30;
