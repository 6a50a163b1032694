import { z } from 'zod';
import { ACTIVATION_CHANNELS, ACTIVATION_STATES, CONTACT_FIELDS } from './enums.ts';
import { SUBJECT_KINDS } from '../registry/enums.ts';
import { toHalfWidth } from '../text.ts';
import { codeTicket, confirmEmail, newPassword, signIn } from '../accounts/schemas.ts';
import { id, keyOf, line, pageQuery, requiredLine } from '../fields.ts';
import { MAX_STAFF_REASON } from '../limits.ts';

/** The end of the identity number, or the whole of one that has five characters only (fewer none has); firms leave it empty. */
const lastSix = z
  .string({ error: '请填写证件号码后6位' })
  .transform((v) => toHalfWidth(v).replace(/\s/g, '').toLowerCase())
  .refine((v) => v === '' || /^[0-9a-z]{5,6}$/.test(v), {
    error: '请填写证件号码后6位，不足6位的填全部，字母不分大小写',
  })
  .default('');

/** Six digits of a text, or the sixteen characters of an activation code, with or without its hyphens. */
const typedCode = z
  .string({ error: '请填写验证码或开通码' })
  .transform((v) => toHalfWidth(v).replace(/[\s-]/g, '').toLowerCase())
  .refine((v) => /^\d{6}$/.test(v) || /^[a-z0-9]{16}$/.test(v), { error: '请填写6位验证码，或16位开通码' });

export const requestActivationText = z.strictObject({ login: signIn.shape.login, lastSix, codeTicket });
export type RequestActivationText = z.input<typeof requestActivationText>;

export const activate = z
  .strictObject({
    login: signIn.shape.login,
    lastSix,
    code: typedCode.optional(),
    codeTicket,
    /** The code of WeChat's phone-number button, which stands in for a text. */
    phoneCode: z.string().min(1).max(200).optional(),
    next: newPassword,
  })
  .refine((v) => v.code !== undefined || v.phoneCode !== undefined, {
    error: '请填写6位验证码，或16位开通码',
    path: ['code'],
  });
export type Activate = z.input<typeof activate>;

export const requestForLawyer = z.strictObject({ lawyerId: id('律师') });
export type RequestForLawyer = z.input<typeof requestForLawyer>;

export const listActivations = z.strictObject({
  kind: keyOf(SUBJECT_KINDS, '会员类别').optional(),
  state: keyOf(ACTIVATION_STATES, '状态').optional(),
  /** Beginning of the name, or the number. */
  search: line('搜索内容', 100).optional(),
  ...pageQuery,
});
export type ListActivations = z.input<typeof listActivations>;

export const ofMember = z.strictObject({
  kind: keyOf(SUBJECT_KINDS, '会员类别'),
  id: z.coerce.number().int().positive(),
});
export type OfMember = z.input<typeof ofMember>;

/** At most so many letters, mails or texts at once. */
export const ACTIVATIONS_AT_ONCE = 200;
const accountIds = z
  .array(id('会员'), { error: '请选择会员' })
  .min(1, { error: '请选择会员' })
  .max(ACTIVATIONS_AT_ONCE, { error: `一次最多${ACTIVATIONS_AT_ONCE}个会员` });

export const chosenAccounts = z.strictObject({ accountIds });
export type ChosenAccounts = z.input<typeof chosenAccounts>;

const { email, sms } = ACTIVATION_CHANNELS;
export const sendActivations = z.strictObject({ accountIds, by: keyOf({ email, sms }, '发送方式') });
export type SendActivations = z.input<typeof sendActivations>;

export const decideContactChange = z.strictObject({ isConfirmed: z.boolean({ error: '请选择是否采用' }) });
export type DecideContactChange = z.input<typeof decideContactChange>;

export const requestReleaseCode = z.strictObject({ by: keyOf(CONTACT_FIELDS, '接收方式') });
export type RequestReleaseCode = z.input<typeof requestReleaseCode>;
export const releaseByCode = confirmEmail;
export type ReleaseByCode = z.input<typeof releaseByCode>;

const reason = requiredLine('理由', MAX_STAFF_REASON);
export const releaseHeld = z.strictObject({ accountIds, reason });
export type ReleaseHeld = z.input<typeof releaseHeld>;
export const withReason = z.strictObject({ reason });
export type WithReason = z.input<typeof withReason>;
