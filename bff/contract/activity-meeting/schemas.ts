import { z } from 'zod';
import { id, line, pageQuery } from '../fields.ts';
import { MAX_MEETING_URL } from './limits.ts';

/** Where an online activity is held; '' for none. Only who has a seat is told it. */
export const meetingUrl = line('会议链接', MAX_MEETING_URL).refine(
  (v) => v === '' || /^https:\/\/[^\s/]+\.[^\s]+$/.test(v),
  {
    error: '会议链接应以 https:// 开头，例如 https://meeting.example.com/abc',
  },
);

/** `doubtful`: of those alone of which somebody has to decide. */
export const listMeetingLines = z.strictObject({
  ...pageQuery,
  shown: z.enum(['doubtful'], { error: '请选择是否只看待核实' }).optional(),
});
export type ListMeetingLines = z.input<typeof listMeetingLines>;

/** Whose line it is; null: of nobody who counts. */
export const decideMeetingLine = z.strictObject({ registrationId: id('人员').nullable() });
export type DecideMeetingLine = z.input<typeof decideMeetingLine>;
export type DecideMeetingLineParsed = z.output<typeof decideMeetingLine>;

/** How many 签到提问 an activity asks. */
export const drawQuestions = z.strictObject({
  count: z.literal([0, 2, 3, 4], { error: '请选择不设，或2至4次签到提问' }),
});
export type DrawQuestions = z.input<typeof drawQuestions>;
export type DrawQuestionsParsed = z.output<typeof drawQuestions>;

export const answerQuestion = z.strictObject({
  code: z
    .string({ error: '请输入4位数字' })
    .trim()
    .regex(/^[0-9]{4}$/, { error: '请输入4位数字' }),
});
export type AnswerQuestion = z.input<typeof answerQuestion>;
export type AnswerQuestionParsed = z.output<typeof answerQuestion>;
