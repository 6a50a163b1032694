/** Years of practice as they are counted, by the end of the period: lower end → label. */
export const PRACTICE_RANGES = { 0: '不满3年', 3: '3–5年', 5: '5–10年', 10: '10–20年', 20: '20年以上' } as const;

/** So many firms are shown, those first of which most signed up; the file of an activity's list has all. */
export const SHOWN_FIRMS = 30;
