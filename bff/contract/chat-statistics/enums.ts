/** Upper ends, in seconds, of the ranges in which waiting times are counted; the last range has none. */
export const WAITED_LIMITS = [30, 60, 120, 180, 300, 600, 900, 1_800] as const;

/** The same ranges in words, one more than there are limits. */
export const WAITED_LABELS = [
  '30秒内',
  '30秒–1分钟',
  '1–2分钟',
  '2–3分钟',
  '3–5分钟',
  '5–10分钟',
  '10–15分钟',
  '15–30分钟',
  '30分钟以上',
] as const;
