/** Where an offered line of the form was taken from. */
export const OFFERED_FROM = { last: '上次填写', registry: '本会登记' } as const;
