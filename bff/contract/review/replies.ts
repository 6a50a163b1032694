import { z } from 'zod';
import { APPLICATION_STATES } from '../certificates/enums.ts';
import { REVIEW_RULES } from './enums.ts';
import { oneOf, reply } from '../reply-parts.ts';

/** Who else has the application open, and what has become of it meanwhile. */
export const presenceReply = reply('PresenceReply', {
  others: z.array(z.string()),
  state: oneOf(APPLICATION_STATES),
});
export type PresenceReply = z.infer<typeof presenceReply>;

/** How review went in the last days, by time of decision. Minutes are medians from submission to a person's decision. */
export const reviewStatistics = reply('ReviewStatistics', {
  days: z.int(),
  decided: z.int(),
  automatic: z.int(),
  rejected: z.int(),
  medianMinutes: z.number().nullable(),
  byType: z.array(
    z.strictObject({
      typeId: z.int(),
      label: z.string(),
      automatic: z.int(),
      manual: z.int(),
      rejected: z.int(),
      medianMinutes: z.number().nullable(),
    }),
  ),
  byReviewer: z.array(
    z.strictObject({
      name: z.string(),
      decided: z.int(),
      rejected: z.int(),
      medianMinutes: z.number().nullable(),
    }),
  ),
  /** Applications that went to a person, by time of submission. */
  referred: z.int(),
  /** An application may have several. */
  reasons: z.array(
    z.strictObject({
      rule: oneOf(REVIEW_RULES),
      applications: z.int(),
    }),
  ),
  /** Doubts over which was approved: how many applications, by rule and reviewer, by time of decision. */
  overruled: z.array(
    z.strictObject({
      rule: oneOf(REVIEW_RULES),
      name: z.string(),
      applications: z.int(),
    }),
  ),
});
export type ReviewStatistics = z.infer<typeof reviewStatistics>;

/** One reviewer's look at a letter; `isRead` only after it was open long enough. */
export const readingReply = reply('ReadingReply', { id: z.int(), isRead: z.boolean(), seconds: z.int() });
export type ReadingReply = z.infer<typeof readingReply>;

/** A reviewer's own last words by rule, the latest first; offered, never filled in. */
export const ownWordsReply = reply('OwnWordsReply', {
  words: z.array(z.strictObject({ rule: oneOf(REVIEW_RULES), words: z.string() })),
});
export type OwnWordsReply = z.infer<typeof ownWordsReply>;

/** Ready sentences for rejections; `version` is sent back on save. */
export const opinionsReply = reply('OpinionsReply', { opinions: z.array(z.string()), version: z.int() });
export type OpinionsReply = z.infer<typeof opinionsReply>;
