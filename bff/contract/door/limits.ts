/** Limits of the door, in characters as people count them unless said otherwise. */
export const MAX_ENTRANCE = 20;
export const MAX_READ = 200;
/** Scans that a device sends at once. */
export const MAX_SCANS = 100;
export const MAX_SCAN_NOTE = 200;
/** Digits of the local PIN, and of what the host says in the hall. */
export const PIN_DIGITS = 4;
