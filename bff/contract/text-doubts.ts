/**
 * What staff are told of a text of a member that nobody has cleared: their reading it is the review that WeChat wants of
 * what is written in mini-programs (adr/0064).
 */
export const TEXT_DOUBTS = {
  doubtful: '微信内容检查：需人工判断',
  unchecked: '微信内容检查未完成，请人工判断',
} as const;
export type TextDoubt = keyof typeof TEXT_DOUBTS;
