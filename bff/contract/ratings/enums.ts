/** How satisfied whoever asked is with what became of a ticket or a talk. */
export const RATINGS = { good: '满意', fair: '一般', bad: '不满意' } as const;
export type Rating = keyof typeof RATINGS;
