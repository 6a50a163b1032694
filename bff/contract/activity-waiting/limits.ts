/** So many who wait are served at once: for as long as it takes, nobody else signs up. */
export const MAX_SERVED_AT_ONCE = 300;
