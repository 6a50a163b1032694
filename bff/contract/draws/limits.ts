/** The public draw on which an 抽签 rests, and what came of it, in characters. */
export const MAX_DRAW_SOURCE = 100;
export const MAX_DRAW_OUTCOME = 100;
/** Digits of a ticket. */
export const TICKET_DIGITS = 12;
