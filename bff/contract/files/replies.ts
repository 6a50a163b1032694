import { z } from 'zod';
import { FILE_KINDS, FILE_STATES } from './enums.ts';
import { oneOf, reply } from '../reply-parts.ts';

/** A file that proves something, as pages list it. */
export const attachmentReply = reply('AttachmentReply', {
  /** Unguessable; what the form sends back when it is submitted. */
  id: z.string(),
  name: z.string(),
  kind: oneOf(FILE_KINDS),
  /** Bytes. */
  size: z.int(),
});
export type AttachmentReply = z.infer<typeof attachmentReply>;

/** The same where it may have been taken away, or is still being checked. */
export const keptFileReply = reply('KeptFile', {
  ...attachmentReply.shape,
  state: oneOf(FILE_STATES),
  /** An identity document: whoever opens it is written down, and shown it under their own name. */
  isIdentity: z.boolean(),
});
export type KeptFile = z.infer<typeof keptFileReply>;
