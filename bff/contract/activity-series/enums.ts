/** How members sign up for a series: for sessions of their choice, or for all of them at once. */
export const SERIES_WAYS = { each: '场次任选', whole: '整期报名' } as const;
export type SeriesWay = keyof typeof SERIES_WAYS;
