import { z } from 'zod';
import { instant, oneOf, pageOf, reply } from '../reply-parts.ts';
import { ABSENCE_WORTHS, RESTRICTION_STATES } from './enums.ts';

const absence = z.strictObject({
  registrationId: z.int(),
  activityId: z.int(),
  title: z.string(),
  beginsAt: instant,
  worth: oneOf(ABSENCE_WORTHS),
  /** Why it was excused; '' otherwise. */
  reason: z.string(),
});

/** 我的限制: what follows from absences, and from which. */
export const ownRestrictions = reply('OwnRestrictions', {
  now: instant,
  current: z.strictObject({ from: instant, until: instant, means: z.string() }).nullable(),
  /** The rule of the office in words. */
  rule: z.string(),
  /** How many count now, and how many lead to a restriction; 0: none does. */
  counting: z.int(),
  limit: z.int(),
  absences: z.array(absence),
});
export type OwnRestrictions = z.infer<typeof ownRestrictions>;

export const restrictionRows = reply(
  'RestrictionRows',
  pageOf(
    z.strictObject({
      id: z.int(),
      name: z.string(),
      licenceNo: z.string(),
      firm: z.string(),
      from: instant,
      until: instant,
      state: oneOf(RESTRICTION_STATES),
      absences: z.array(absence),
      liftedAt: instant.nullable(),
      liftedBy: z.string(),
      liftReason: z.string(),
    }),
  ).shape,
);
export type RestrictionRows = z.infer<typeof restrictionRows>;
export type RestrictionRow = RestrictionRows['items'][number];
