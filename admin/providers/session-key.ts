/** Where the cache keeps who is signed in: a session, or null for nobody. */
export const SESSION_KEY = ['session'] as const;
