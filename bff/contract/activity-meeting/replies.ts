import { z } from 'zod';
import { instant, oneOf, pageOf, reply } from '../reply-parts.ts';
import { LINE_WAYS } from './enums.ts';

/** Where a meeting is entered. */
export const meetingAddress = reply('MeetingAddress', { url: z.string() });
export type MeetingAddress = z.infer<typeof meetingAddress>;

/** What came of reading a list. */
export const meetingImported = reply('MeetingImported', {
  /** Whose list it is, as the settings call it. */
  service: z.string(),
  /** Lines that were not there before. */
  added: z.int(),
  known: z.int(),
  /** Of those added: what nobody can be told from. */
  doubtful: z.int(),
});
export type MeetingImported = z.infer<typeof meetingImported>;

const who = z.strictObject({ registrationId: z.int(), name: z.string(), firm: z.string() });

export const meetingLines = pageOf(
  reply('MeetingLine', {
    id: z.int(),
    /** As the service shows it. */
    shownName: z.string(),
    joinedAt: instant,
    leftAt: instant,
    /** null: nobody has decided. */
    way: oneOf(LINE_WAYS).nullable(),
    /** Whose it is, or whose it may be while nobody has decided; null: nobody's. */
    who: who.nullable(),
  }),
);
export type MeetingLines = z.infer<typeof meetingLines>;
export type MeetingLine = MeetingLines['items'][number];

/** 签到提问 as staff read them. */
export const codeQuestions = reply('CodeQuestions', {
  now: instant,
  /** Nobody has been asked yet: they may be drawn anew. */
  mayDraw: z.boolean(),
  items: z.array(
    z.strictObject({
      ordinal: z.int(),
      from: instant,
      until: instant,
      /** What the host says. */
      code: z.string(),
      /** How many have answered rightly. */
      answered: z.int(),
    }),
  ),
});
export type CodeQuestions = z.infer<typeof codeQuestions>;

/** 签到提问 as the lawyer reads them, who is not told when. */
export const ownQuestions = reply('OwnQuestions', {
  total: z.int(),
  answered: z.int(),
  /** One that waits for an answer. */
  open: z.strictObject({ until: instant }).nullable(),
});
export type OwnQuestions = z.infer<typeof ownQuestions>;
