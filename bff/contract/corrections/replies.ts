import { z } from 'zod';
import { SUBJECT_KINDS } from '../registry/enums.ts';
import { instant, oneOf, reply } from '../reply-parts.ts';
import { CORRECTION_FIELD_KEYS, CORRECTION_INPUTS, CORRECTION_STATES } from './enums.ts';

/** What a member may say is wrong, with what is registered now. */
export const correctableReply = reply('Correctable', {
  subject: z.strictObject({ kind: oneOf(SUBJECT_KINDS), name: z.string(), licenceNo: z.string() }),
  fields: z.array(
    z.strictObject({
      field: z.enum(CORRECTION_FIELD_KEYS),
      label: z.string(),
      input: z.enum(CORRECTION_INPUTS),
      /** In words, as it is shown; '' where nothing is registered, or where a list is. */
      present: z.string(),
      /** The member's ticket about it that is still open. */
      openTicketId: z.int().nullable(),
    }),
  ),
});
export type CorrectableReply = z.infer<typeof correctableReply>;

/** In which ticket a request is worked on. */
export const correctionTicket = reply('CorrectionTicket', { ticketId: z.int() });
export type CorrectionTicket = z.infer<typeof correctionTicket>;

/** A request as staff see it beside the member. */
export const correctionRow = reply('CorrectionRow', {
  id: z.int(),
  label: z.string(),
  /** As registered when it was asked for, in words. */
  present: z.string(),
  wanted: z.string(),
  state: oneOf(CORRECTION_STATES),
  requestedAt: instant,
  askerName: z.string(),
  /** A firm about one of its lawyers. */
  isClaim: z.boolean(),
  ticketId: z.int(),
});
export type CorrectionRow = z.infer<typeof correctionRow>;
