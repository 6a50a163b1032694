/** Lawyers whom a firm signs up at once; each of them is a transaction of its own. */
export const MAX_SIGNED_UP = 50;
