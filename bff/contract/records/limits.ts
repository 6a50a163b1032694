/** 英文名称 of a firm, in characters. */
export const MAX_ENGLISH_NAME = 150;
/** 核定依据 of a name, in characters: a document and its number. */
export const MAX_NAME_REASON = 100;
