const MB = 1024 * 1024;
/** One file of a ticket (desk.md, Files and personal data). */
export const MAX_TICKET_FILE_BYTES = 20 * MB;
/** All files of one ticket. */
export const MAX_TICKET_BYTES = 100 * MB;
/** What an account has sent that nobody has decided on yet. */
export const MAX_UNDECIDED_BYTES = 500 * MB;
