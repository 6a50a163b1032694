import { z } from 'zod';
import { findingReply } from '../certificates/replies.ts';
import { day, reply } from '../reply-parts.ts';

/** The corrected letter as it would be issued now. */
export const replacementPreviewReply = reply('ReplacementPreviewReply', {
  paragraphs: z.array(z.string()),
  /** 用途 that stands apart as the applicant's words; null: none, or one that the association offers. */
  applicantPurpose: z.string().nullable(),
  roster: z
    .strictObject({
      title: z.string(),
      names: z.array(z.string()),
    })
    .nullable(),
  issuedOn: day,
  /** All that is in doubt now: who confirms answers for it. */
  doubts: z.array(findingReply),
  /** Sent back with the confirmation: what was confirmed is what was seen. */
  seen: z.string(),
});
export type ReplacementPreviewReply = z.infer<typeof replacementPreviewReply>;
