import { z } from 'zod';
import { SUBJECT_KINDS } from '../registry/enums.ts';
import { day, instant, oneOf, reply } from '../reply-parts.ts';
import { MATTER_STATES } from './enums.ts';

/** A letter whose facts have changed since it was issued. */
export const matterRow = reply('MatterRow', {
  id: z.int(),
  state: oneOf(MATTER_STATES),
  /** Whose fact changed, what, by whom, and when. */
  subjectKind: oneOf(SUBJECT_KINDS),
  subjectId: z.int(),
  subjectName: z.string(),
  words: z.string(),
  changedBy: z.string(),
  changedAt: instant,
  /** The letter. */
  applicationId: z.int(),
  number: z.string(),
  typeLabel: z.string(),
  holder: z.string(),
  issuedOn: day,
  /** It was untrue on the day it was issued: strangers read 待复核 until it is settled. */
  isPublic: z.boolean(),
  reason: z.string(),
  settledBy: z.string(),
  settledAt: instant.nullable(),
});
export type MatterRow = z.infer<typeof matterRow>;
