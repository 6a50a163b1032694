/** Browsers keep the session in an HttpOnly cookie. */
export const SESSION_TOKEN_IN = 'cookie' as const;
/** Sent along with every call. */
export const COOKIES = { credentials: 'include' } as const;
