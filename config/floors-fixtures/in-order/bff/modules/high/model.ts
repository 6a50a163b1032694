export const reads = ['things'];
