import { z } from 'zod';
import { keyOf, paragraph, wholeNumber } from '../fields.ts';
import { namesIdentity } from '../text.ts';
import { AUDIENCES, MAX_ROSTER_WORDS } from './enums.ts';

const written = {
  audience: keyOf(AUDIENCES, '通知对象'),
  words: paragraph('通知内容', MAX_ROSTER_WORDS)
    .refine((v) => v !== '', { error: '请填写通知内容' })
    .refine((v) => !namesIdentity(v), { error: '请不要写身份证号码' }),
};

export const previewRosterMessage = z.strictObject(written);
export type PreviewRosterMessage = z.input<typeof previewRosterMessage>;
export type PreviewRosterMessageParsed = z.output<typeof previewRosterMessage>;

/** `count`: to how many it goes, as the preview said. */
export const sendRosterMessage = z.strictObject({ ...written, count: wholeNumber('人数', 1, 1_000_000) });
export type SendRosterMessage = z.input<typeof sendRosterMessage>;
export type SendRosterMessageParsed = z.output<typeof sendRosterMessage>;
