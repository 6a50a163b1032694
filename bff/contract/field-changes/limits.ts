/** Limits of tickets that ask for another value of the registry, for server and clients. */
export const MAX_FIRM_SEARCH = 100;
/** Firms that a search answers: whoever sees more types more. */
export const FIRMS_FOUND = 10;
