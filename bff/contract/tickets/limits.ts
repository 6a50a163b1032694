/** Limits of 工单, for server and clients; in characters as people count them. */
export const MAX_TICKET_TITLE = 60;
export const MIN_TICKET_BODY = 10;
export const MAX_TICKET_BODY = 2_000;
export const MAX_TICKET_FILES = 10;
/** A member who needs more in a day is better helped by telephone. */
export const MAX_TICKETS_A_DAY = 20;
/** Messages of a member in one ticket and a day: nobody types more to be understood. */
export const MAX_ADDITIONS_A_DAY = 50;
/** Days in which a solved ticket is opened again by an answer. */
export const REOPEN_DAYS = 7;
/** What a reopened ticket has at least, in open minutes (desk.md, Clocks). */
export const REOPENED_MINUTES = 120;
/** Open tickets of the same kind that the form names: whoever has more looks at the list. */
export const ALIKE_SHOWN = 3;
