/** Limits of 信息有误, for server and clients. In characters as people count them. */

/** The longest value of the registry, an address, has 150; what staff enter by hand is told in some sentences. */
export const MAX_CORRECTION_WANTED = 300;
export const MAX_CORRECTION_REASON = 300;
