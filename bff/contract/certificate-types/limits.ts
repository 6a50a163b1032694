/** Title over the list of lawyers, in characters. */
export const MAX_ROSTER_TITLE = 60;
/** 填写须知, in characters. */
export const MAX_NOTICE = 1000;
