import { z } from 'zod';
import { signIn } from '../accounts/schemas.ts';
import { line } from '../fields.ts';

const code = z.string().min(1).max(200);
/** What WeChat handed the client: the code of wx.login, or what its web authorisation came back with. */
const proof = z.union([
  z.strictObject({ code }),
  z.strictObject({ webCode: code, state: z.string().max(100), browser: z.string().max(100) }),
]);
export type WechatProof = z.output<typeof proof>;
const tokenIn = z.enum(['cookie', 'reply']).default('cookie');

export const wechatSignIn = z.strictObject({ proof, tokenIn });
export type WechatSignIn = z.input<typeof wechatSignIn>;

/** The password, with the login or with the code of the phone-number button. */
export const bindWechat = z
  .strictObject({
    proof,
    tokenIn,
    label: line('备注', 20).default(''),
    login: signIn.shape.login.optional(),
    password: signIn.shape.password,
    phoneCode: code.optional(),
  })
  .refine((v) => v.login !== undefined || v.phoneCode !== undefined, { error: '请输入账号', path: ['login'] });
export type BindWechat = z.input<typeof bindWechat>;

/** The signed-in member's own WeChat. */
export const addWechatBinding = z.strictObject({ proof, label: line('备注', 20).default('') });
export type AddWechatBinding = z.input<typeof addWechatBinding>;

/** Which page of the mini-program, and what it shows; anything may be asked for, what is malformed leads nowhere. */
export const makeMiniProgramLink = z.discriminatedUnion('page', [
  z.strictObject({
    page: z.enum(['verify', 'share']),
    token: z.string().regex(/^[\w-]{10,64}$/, { error: '链接不完整' }),
  }),
  z.strictObject({ page: z.literal('application'), id: z.number().int().positive() }),
]);
export type MakeMiniProgramLink = z.input<typeof makeMiniProgramLink>;

export const signPage = z.strictObject({ url: z.url({ protocol: /^https?$/, error: '网址不正确' }).max(2048) });
export type SignPage = z.input<typeof signPage>;
