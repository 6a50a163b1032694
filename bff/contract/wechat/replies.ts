import { z } from 'zod';
import { instant, reply } from '../reply-parts.ts';

/** A WeChat that opens this account. */
export const wechatBindingReply = reply('WechatBindingReply', {
  id: z.int(),
  /** Who it is, as entered when it was bound; may be empty. */
  label: z.string(),
  /** Signs in in the mini-program, or on pages opened inside WeChat. */
  place: z.enum(['mini-program', 'web']),
  boundAt: instant,
  lastUsedAt: instant,
  /** Opened the session that asks. */
  isCurrent: z.boolean(),
});
export type WechatBindingReply = z.infer<typeof wechatBindingReply>;

/** Where to go, and a secret to come back with: only this browser can use what WeChat answers. */
export const wechatAuthorisation = reply('WechatAuthorisation', {
  url: z.string().nullable(),
  browser: z.string(),
});
export type WechatAuthorisation = z.infer<typeof wechatAuthorisation>;

/** What a page inside WeChat needs to use its JS-SDK. */
export const pageSignature = reply('PageSignature', {
  appId: z.string(),
  /** Seconds. */
  timestamp: z.int(),
  nonceStr: z.string(),
  signature: z.string(),
});
export type PageSignature = z.infer<typeof pageSignature>;

/** An address that opens a page of the mini-program. */
export const miniProgramLink = reply('MiniProgramLink', { url: z.string() });
export type MiniProgramLink = z.infer<typeof miniProgramLink>;
