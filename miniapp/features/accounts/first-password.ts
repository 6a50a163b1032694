/** The first password just typed at sign-in, in memory only, so that it need not be typed again to be replaced. */
export const firstPassword = { typed: '' };
