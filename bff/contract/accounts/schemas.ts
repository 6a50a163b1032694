import { z } from 'zod';
import { toHalfWidth } from '../text.ts';
import { email, mobile } from '../fields.ts';

// Control characters are in no login, and SQLite stops reading a statement at the first NUL.
export const typedLogin = z
  .string({ error: '请输入账号' })
  .transform((v) => toHalfWidth(v).replace(/[\s\p{Cc}]/gu, ''))
  .refine((v) => v.length > 0 && v.length <= 64, { error: '请输入账号' });

export const sixDigits = z
  .string({ error: '请输入验证码' })
  .transform((v) => toHalfWidth(v).replace(/\s/g, ''))
  .refine((v) => /^\d{6}$/.test(v), { error: '请输入6位数字验证码' });

/** Sign-in of members and staff. Whatever is typed is tried: the answer never tells which part was wrong. */
export const signIn = z.strictObject({
  login: typedLogin,
  password: z.string({ error: '请输入密码' }).min(1, { error: '请输入密码' }).max(200, { error: '密码过长' }),
  /** Clients without cookies get the token in the reply. */
  tokenIn: z.enum(['cookie', 'reply']).default('cookie'),
});
export type SignIn = z.input<typeof signIn>;

/** Of staff: the second factor too, once asked for. Six digits of the telephone, or a recovery code. */
export const staffSignIn = signIn.extend({
  code: z
    .string({ error: '请输入验证码' })
    .transform((v) => toHalfWidth(v).replace(/[\s-]/g, '').toLowerCase())
    .refine((v) => v.length > 0 && v.length <= 20, { error: '请输入6位数字验证码，或恢复码' })
    .optional(),
});
export type StaffSignIn = z.input<typeof staffSignIn>;

/** At least 10 characters with letters and digits: long enough for scrypt to make guessing hopeless, short enough to type. */
export const newPassword = z
  .string({ error: '请输入新密码' })
  .min(10, { error: '新密码至少10位' })
  .max(200, { error: '新密码过长' })
  .refine((v) => /\p{L}/u.test(v) && /\d/.test(v), { error: '新密码须同时包含字母和数字' });

export const changePassword = z
  .strictObject({
    current: z.string({ error: '请输入当前密码' }).min(1, { error: '请输入当前密码' }).max(200, { error: '密码过长' }),
    next: newPassword,
  })
  .refine((v) => v.current !== v.next, { error: '新密码不能与当前密码相同', path: ['next'] });
export type ChangePassword = z.input<typeof changePassword>;

export const currentPassword = z
  .string({ error: '请输入登录密码' })
  .min(1, { error: '请输入登录密码' })
  .max(200, { error: '密码过长' });

export const requestEmailCode = z.strictObject({ address: email(), password: currentPassword });
export type RequestEmailCode = z.input<typeof requestEmailCode>;

export const confirmEmail = z.strictObject({ code: sixDigits });
export type ConfirmEmail = z.input<typeof confirmEmail>;

export const requestPhoneCode = z.strictObject({
  number: mobile(),
  password: currentPassword,
});
export type RequestPhoneCode = z.input<typeof requestPhoneCode>;

export const confirmPhone = z.strictObject({ code: sixDigits });
export type ConfirmPhone = z.input<typeof confirmPhone>;

/** What came back when a code was asked for: a text is good only together with it. */
export const codeTicket = z
  .string({ error: '请重新获取验证码' })
  .regex(/^[\w-]{22}$/, { error: '请重新获取验证码' })
  .optional();

export const requestReset = z.strictObject({
  login: typedLogin,
  /** Where the code goes, if its owner has confirmed one. */
  by: z.enum(['email', 'phone'], { error: '请选择接收方式' }).default('email'),
  /** The ticket of an earlier request, sent along by whoever asks again: it stays the same. */
  codeTicket,
});
export type RequestReset = z.input<typeof requestReset>;

/** Six digits of a text, or the sixteen characters that were mailed, with or without their hyphens. */
const resetCode = z
  .string({ error: '请填写验证码' })
  .transform((v) => toHalfWidth(v).replace(/[\s-]/g, '').toLowerCase())
  .refine((v) => /^\d{6}$/.test(v) || /^[a-z0-9]{16}$/.test(v), {
    error: '请填写短信中的6位验证码，或邮件中的16位验证码',
  });

export const resetPassword = z.strictObject({ login: typedLogin, code: resetCode, codeTicket, next: newPassword });
export type ResetPassword = z.input<typeof resetPassword>;
