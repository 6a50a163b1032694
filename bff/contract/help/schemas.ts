import { z } from 'zod';
import { codeTicket, typedLogin } from '../accounts/schemas.ts';
import { mobile, paragraph } from '../fields.ts';
import { namesIdentity, toHalfWidth } from '../text.ts';
import { MAX_HELP_REASON, MIN_HELP_REASON } from './limits.ts';

export const requestHelpCode = z.strictObject({ number: mobile(), codeTicket });
export type RequestHelpCode = z.input<typeof requestHelpCode>;

export const askForHelp = z.strictObject({
  login: typedLogin,
  reason: paragraph('问题说明', MAX_HELP_REASON)
    .refine((v) => [...v].length >= MIN_HELP_REASON, { error: `请说明遇到的问题，至少${MIN_HELP_REASON}个字` })
    .refine((v) => !namesIdentity(v), { error: '请不要写身份证号码' }),
  number: mobile(),
  code: z
    .string({ error: '请填写验证码' })
    .transform((v) => toHalfWidth(v).replace(/\s/g, ''))
    .refine((v) => /^\d{6}$/.test(v), { error: '请填写短信中的6位验证码' }),
  codeTicket,
});
export type AskForHelp = z.input<typeof askForHelp>;
export type AskForHelpParsed = z.output<typeof askForHelp>;
