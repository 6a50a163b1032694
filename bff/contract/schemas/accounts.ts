import { z } from 'zod';
import { ROLES, SUBJECT_KINDS } from '../enums.ts';
import { isMobile, toHalfWidth } from '../text.ts';
import { email, id, keyOf, requiredLine } from './fields.ts';

// Control characters are in no login, and SQLite stops reading a statement at the first NUL.
const typedLogin = z
  .string({ error: '请输入账号' })
  .transform((v) => toHalfWidth(v).replace(/[\s\p{Cc}]/gu, ''))
  .refine((v) => v.length > 0 && v.length <= 64, { error: '请输入账号' });

const sixDigits = z
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

const currentPassword = z
  .string({ error: '请输入登录密码' })
  .min(1, { error: '请输入登录密码' })
  .max(200, { error: '密码过长' });

export const requestEmailCode = z.strictObject({ address: email(), password: currentPassword });
export type RequestEmailCode = z.input<typeof requestEmailCode>;

export const confirmEmail = z.strictObject({ code: sixDigits });
export type ConfirmEmail = z.input<typeof confirmEmail>;

export const requestPhoneCode = z.strictObject({
  number: z
    .string({ error: '请填写手机号' })
    .transform((v) => toHalfWidth(v).replace(/[\s-]/g, '').replace(/^\+86/, ''))
    .refine(isMobile, { error: '请填写11位手机号' }),
  password: currentPassword,
});
export type RequestPhoneCode = z.input<typeof requestPhoneCode>;

export const confirmPhone = z.strictObject({ code: sixDigits });
export type ConfirmPhone = z.input<typeof confirmPhone>;

export const requestReset = z.strictObject({
  login: typedLogin,
  /** Where the code goes, if its owner has confirmed one. */
  by: z.enum(['email', 'phone'], { error: '请选择接收方式' }).default('email'),
});
export type RequestReset = z.input<typeof requestReset>;

export const resetPassword = z.strictObject({ login: typedLogin, code: sixDigits, next: newPassword });
export type ResetPassword = z.input<typeof resetPassword>;

export const resetMemberPassword = z.strictObject({
  kind: keyOf(SUBJECT_KINDS, '会员类别'),
  id: id('会员'),
  reason: requiredLine('重置原因', 100),
  /** A code to a registered contact, or back to where an activation code is needed, which takes two persons. */
  by: z.enum(['phone', 'email', 'activation'], { error: '请选择重置方式' }),
});
export type ResetMemberPassword = z.input<typeof resetMemberPassword>;

export const startSecondFactor = z.strictObject({ password: currentPassword });
export type StartSecondFactor = z.input<typeof startSecondFactor>;

export const confirmSecondFactor = z.strictObject({ code: sixDigits });
export type ConfirmSecondFactor = z.input<typeof confirmSecondFactor>;

const roles = z
  .array(keyOf(ROLES, '角色'), { error: '请选择角色' })
  .max(Object.keys(ROLES).length)
  .transform((keys) => [...new Set(keys)]);

export const createStaff = z.strictObject({
  login: z
    .string({ error: '请填写账号' })
    .transform((v) => toHalfWidth(v).trim().toLowerCase())
    .refine((v) => /^[a-z][a-z0-9._-]{2,31}$/.test(v), { error: '账号应为3至32位小写字母、数字或 . _ -，以字母开头' }),
  name: requiredLine('姓名', 40),
  email: email(),
  roles,
});
export type CreateStaff = z.input<typeof createStaff>;

export const updateStaff = z.strictObject({ name: requiredLine('姓名', 40), email: email(), roles });
export type UpdateStaff = z.input<typeof updateStaff>;

/** Roles that must have a second factor (设置：二次验证必须开启). */
export const securitySettings = z.strictObject({ secondFactorRoles: roles });
export type SecuritySettings = z.infer<typeof securitySettings>;
