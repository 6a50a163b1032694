import { keyedIndex } from '../../../platform/crypto/keyed-index.ts';
import { randomToken } from '../../../platform/crypto/tokens.ts';

/**
 * Whoever asks for a code without having signed in gets a ticket, whether there is an account or not, and brings it with
 * the code: what strangers try without it is not tried on the code of who asked. One who asks again keeps the own one, so
 * that a text which comes late is still good.
 */
export const codeTicketFor = (own: string | undefined): string => own ?? randomToken(128);

/** What is stored of it. */
export const hashCodeTicket = (codeTicket: string): string => keyedIndex('code-tickets', codeTicket);
