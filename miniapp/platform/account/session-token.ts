export { COOKIES, SESSION_TOKEN_IN } from './session-token.h5.ts';
