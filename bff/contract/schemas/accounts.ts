import { z } from 'zod';
import { toHalfWidth } from '../text.ts';

/** Sign-in of members and staff. Whatever is typed is tried: the answer never tells which part was wrong. */
export const signIn = z.strictObject({
  login: z
    .string({ error: '请输入账号' })
    .transform((v) => toHalfWidth(v).replace(/\s/g, ''))
    .refine((v) => v.length > 0 && v.length <= 64, { error: '请输入账号' }),
  password: z.string({ error: '请输入密码' }).min(1, { error: '请输入密码' }).max(200, { error: '密码过长' }),
  /** Clients without cookies get the token in the reply. */
  tokenIn: z.enum(['cookie', 'reply']).default('cookie'),
});
export type SignIn = z.input<typeof signIn>;

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
