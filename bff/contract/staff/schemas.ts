import { z } from 'zod';
import { MAX_STAFF_REASON } from '../limits.ts';
import { keyOf, id, properName, requiredLine, email, seenVersion } from '../fields.ts';
import { SUBJECT_KINDS } from '../registry/enums.ts';
import { currentPassword, sixDigits } from '../accounts/schemas.ts';
import { ROLES } from '../accounts/enums.ts';
import { toHalfWidth } from '../text.ts';

export const resetMemberPassword = z.strictObject({
  kind: keyOf(SUBJECT_KINDS, '会员类别'),
  id: id('会员'),
  reason: requiredLine('重置原因', MAX_STAFF_REASON),
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
  name: properName('姓名', 40),
  email: email(),
  roles: roles.refine((chosen) => chosen.length > 0, { error: '请选择角色：没有角色的账号什么也做不了' }),
});
export type CreateStaff = z.input<typeof createStaff>;

export const updateStaff = z.strictObject({
  name: properName('姓名', 40),
  email: email(),
  roles,
  /** What the sender saw: roles are not given back by whoever has an old page open. */
  version: z.string({ error: '缺少版本号，请刷新页面后重试' }).max(40),
});
export type UpdateStaff = z.input<typeof updateStaff>;

/** Roles that must have a second factor (设置：二次验证必须开启). */
export const securitySettings = z.strictObject({ version: seenVersion, secondFactorRoles: roles });
export type SecuritySettings = z.infer<typeof securitySettings>;
