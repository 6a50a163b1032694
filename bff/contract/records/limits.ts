/** 英文名称 of a firm, in characters. */
export const MAX_ENGLISH_NAME = 150;
