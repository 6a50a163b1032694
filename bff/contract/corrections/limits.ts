/** Limits of 信息有误, for server and clients. In characters as people count them. */

/** The longest value of the registry, an address, has 150; what staff enter by hand is told in some sentences. */
export const MAX_CORRECTION_WANTED = 300;
export const MAX_CORRECTION_REASON = 300;
export const MAX_CORRECTION_OPINION = 300;
/** As many as an application takes (contract/files). */
export const MAX_CORRECTION_PROOFS = 5;
/** A member's file has under twenty entries; whoever asks for more in a day is better helped by telephone. */
export const MAX_CORRECTIONS_A_DAY = 20;
