import { z } from 'zod';
import { JOB_STATES, SIGNING_FAULTS, WAITING } from './enums.ts';
import { usualTime } from '../certificates/replies.ts';
import { day, instant, named, oneOf, reply } from '../reply-parts.ts';

export const jobRow = reply('JobRow', {
  id: z.int(),
  name: z.string(),
  state: oneOf(JOB_STATES),
  attempts: z.int(),
  runAt: instant,
  lastError: z.string(),
  /** Ids of the rows it works on, and at most a word or a date besides. */
  payload: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type JobRow = z.infer<typeof jobRow>;

export const overviewReply = reply('OverviewReply', {
  /** Applications that have waited for review longer than one working day of the office. */
  overdue: z.int(),
  submittedToday: z.int(),
  issuedToday: z.int(),
  failedJobs: z.int(),
  signing: z.strictObject({
    /** Why no letter can be signed now; null: it can, as far as the process that answers knows. */
    fault: oneOf(SIGNING_FAULTS).nullable(),
    /** Last day on which the signing certificate is valid. */
    until: day,
    /** Whole days until then; negative once it has ended. */
    daysLeft: z.int(),
    /** A certificate of our own whose authority is not among those trusted: letters say 测试. */
    isUntrusted: z.boolean(),
    /** What is signed is official and carries no seal: none is on file. */
    isUnsealed: z.boolean(),
    /** Approved letters that wait to be signed. */
    waiting: z.int(),
  }),
  /** Percent of the decisions of the last 30 days that needed no person; null before the first one. */
  automaticShare: z.number().nullable(),
  /** Median open minutes from submission to decision by a person, last 30 days, as members are told; null: too few. */
  usual: usualTime.nullable(),
  perDay: z.array(
    z.strictObject({
      date: z.string(),
      submitted: z.int(),
    }),
  ),
});
export type OverviewReply = z.infer<typeof overviewReply>;

/** How much waits, up to WAITING_CAP, of each thing that the caller's roles may work on; nothing of the others. */
export const waitingReply = named('WaitingReply', z.partialRecord(oneOf(WAITING), z.int()));
export type WaitingReply = z.infer<typeof waitingReply>;

/** Of what waits: since when the oldest does, how much has for longer than it may, how much of it is the caller's own. */
const deskPart = z.strictObject({
  oldestAt: instant.nullable(),
  /** null: nothing of its kind has a term. */
  overdue: z.int().nullable(),
  /** null: nothing of its kind is given to a person. */
  mine: z.int().nullable(),
});
/** For each thing that the caller's roles may work on; counts up to WAITING_CAP. */
export const deskReply = named('DeskReply', z.partialRecord(oneOf(WAITING), deskPart));
export type DeskReply = z.infer<typeof deskReply>;
