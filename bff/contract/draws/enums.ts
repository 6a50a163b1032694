/** What came of a ticket. */
export const DRAW_RESULTS = { won: '中签', waiting: '候补', lost: '未中签', gone: '已退出或不再符合条件' } as const;
export type DrawResult = keyof typeof DRAW_RESULTS;
