/** The mini-program has no cookies: the token comes in the reply and goes out in a header. */
export const SESSION_TOKEN_IN = 'reply' as const;
export const COOKIES = {} as const;
