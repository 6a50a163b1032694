/** What the search in the head of the staff's pages finds. */
export const FOUND_KINDS = { application: '证明申请', firm: '律所', lawyer: '律师' } as const;
export type FoundKind = keyof typeof FOUND_KINDS;
