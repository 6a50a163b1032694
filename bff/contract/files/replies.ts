import { z } from 'zod';
import { FILE_KINDS } from './enums.ts';
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
