/** Limits of 文本块; more of them nobody finds. */
export const MAX_BLOCK_TITLE = 30;
export const MAX_BLOCKS = 200;
