export const doIt = 1;
