import { z } from 'zod';
import { HOURS_KINDS, HOURS_MODES, HOURS_SOURCES, HOURS_STATES } from '../records/enums.ts';
import { day, oneOf, reply } from '../reply-parts.ts';
import { named } from '../activities/replies.ts';

/** 我的学时: what the registry counts, by year, and what would fill what is missing this year. */
export const ownHours = reply('OwnHours', {
  year: z.int(),
  /** Asked for in this year; 0: none are. */
  requiredTenths: z.int(),
  /** Kinds of which some are asked for. */
  parts: z.array(
    z.strictObject({
      kind: oneOf(HOURS_KINDS),
      requiredTenths: z.int(),
      countedTenths: z.int(),
      /** Of that on the spot; 0: none in particular. */
      requiredOnsiteTenths: z.int(),
      countedOnsiteTenths: z.int(),
    }),
  ),
  /** Why it is another number than everybody's; '' where it is not. */
  why: z.string(),
  /** This year's, without what is disputed. */
  countedTenths: z.int(),
  /** Own registrations of this year whose hours are still to come. */
  comingTenths: z.int(),
  years: z.array(
    z.strictObject({
      year: z.int(),
      countedTenths: z.int(),
      items: z.array(
        z.strictObject({
          id: z.int(),
          /** The own activity that gave them; null: entered by the office, or earned elsewhere. */
          activityId: z.int().nullable(),
          title: z.string(),
          heldOn: day,
          tenths: z.int(),
          kind: oneOf(HOURS_KINDS),
          mode: oneOf(HOURS_MODES),
          source: oneOf(HOURS_SOURCES),
          state: oneOf(HOURS_STATES),
        }),
      ),
    }),
  ),
  /**
   * Open, for this lawyer, with hours and a seat, of this year; those first that give hours of a kind that is missing.
   * `part`: that kind; null: it only counts towards the total. `clash`: an own activity at the same time, or empty.
   */
  fills: z.array(z.strictObject({ ...named, fee: z.string(), clash: z.string(), part: oneOf(HOURS_KINDS).nullable() })),
});
export type OwnHours = z.infer<typeof ownHours>;
