import { z } from 'zod';
import { ACTIVITY_PHASES, PRESENCE_OUTCOMES, REGISTRATION_STATES } from '../activities/enums.ts';
import { instant, oneOf, pageOf, reply } from '../reply-parts.ts';
import { richNode } from '../rich-text/replies.ts';
import { SERIES_WAYS } from './enums.ts';

const named = {
  id: z.int(),
  title: z.string(),
  way: oneOf(SERIES_WAYS),
  /** Who came to so many sessions is given hours; 0: session by session. */
  needed: z.int(),
};

/** What an activity says of the series that it is a session of. */
export const seriesOfActivity = reply('SeriesOfActivity', named);

export const seriesRows = pageOf(reply('SeriesRow', { ...named, sessionCount: z.int(), version: z.int() }));
export type SeriesRows = z.infer<typeof seriesRows>;
export type SeriesRow = SeriesRows['items'][number];

const session = {
  id: z.int(),
  title: z.string(),
  phase: oneOf(ACTIVITY_PHASES),
  place: z.string(),
  beginsAt: instant,
  endsAt: instant,
  capacity: z.int(),
};

/** A series as staff write it. */
export const staffSeries = reply('StaffSeries', {
  ...named,
  details: z.array(richNode),
  sessions: z.array(z.strictObject({ ...session, taken: z.int() })),
  version: z.int(),
  /** Nobody has signed up: everything may be changed. */
  isFree: z.boolean(),
});
export type StaffSeries = z.infer<typeof staffSeries>;

/** What can be done now, or why not; '' where it can. */
const act = z.strictObject({ may: z.boolean(), reason: z.string() });

/** A series as a member reads it. */
export const seriesPage = reply('SeriesPage', {
  ...named,
  details: z.array(richNode),
  /** Sessions to which the lawyer came. */
  attended: z.int(),
  sessions: z.array(
    z.strictObject({
      ...session,
      left: z.int(),
      hoursTenths: z.int(),
      /** Where the lawyer stands in it; null: he is not in it. */
      own: oneOf(REGISTRATION_STATES).nullable(),
      presence: oneOf(PRESENCE_OUTCOMES).nullable(),
      /** Other sessions of the series, and own activities, at the same time. */
      clashes: z.array(z.string()),
    }),
  ),
  /** 整期报名 and its end. */
  can: z.strictObject({ signUp: act, cancel: act }),
});
export type SeriesPage = z.infer<typeof seriesPage>;
