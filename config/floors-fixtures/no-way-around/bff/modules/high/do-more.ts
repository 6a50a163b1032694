export const doMore = 1;
