import { z } from 'zod';
import { oneOf, reply } from '../reply-parts.ts';
import { OFFERED_FROM } from './enums.ts';

const from = oneOf(OFFERED_FROM);

/** Lines that a member need not type again; each once, what was typed last first. */
export const offersReply = reply('Offers', {
  emails: z.array(z.strictObject({ from, email: z.string() })),
  /** To whom, and where to, paper copies may be mailed. */
  mailings: z.array(z.strictObject({ from, recipient: z.string(), phone: z.string(), address: z.string() })),
});
export type OffersReply = z.infer<typeof offersReply>;
