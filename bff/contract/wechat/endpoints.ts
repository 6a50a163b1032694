import type { AddWechatBinding, BindWechat, MakeMiniProgramLink, SignPage, WechatSignIn } from './schemas.ts';
import type { SessionReply } from '../accounts/replies.ts';
import type { MiniProgramLink, PageSignature, WechatAuthorisation, WechatBindingReply } from './replies.ts';
import { endpoint } from '../endpoint.ts';

export type * from './replies.ts';

export const wechatEndpoints = {
  signInByWechat: endpoint<{ body: WechatSignIn; reply: SessionReply }>()({
    method: 'POST',
    path: '/session/wechat',
    access: 'public',
    summary: 'Signs the account in that this WeChat is bound to',
  }),
  beginWechatAuthorisation: endpoint<{ reply: WechatAuthorisation }>()({
    method: 'POST',
    path: '/session/wechat/authorisation',
    access: 'public',
    summary: 'Where a page inside WeChat learns who opened it; null without an official account',
  }),
  bindWechat: endpoint<{ body: BindWechat; reply: SessionReply }>()({
    method: 'POST',
    path: '/session/wechat/binding',
    access: 'public',
    summary: 'Signs in by password or phone number and binds this WeChat to the account',
  }),
  listWechatBindings: endpoint<{ reply: WechatBindingReply[] }>()({
    method: 'GET',
    path: '/wechat-bindings',
    access: 'member',
    summary: 'WeChats that open this account',
  }),
  addWechatBinding: endpoint<{ body: AddWechatBinding; reply: WechatBindingReply }>()({
    method: 'POST',
    path: '/wechat-bindings',
    access: 'member',
    whileHeld: 'open',
    summary: 'Binds the WeChat of whoever is signed in',
  }),
  unbindWechat: endpoint<{ params: { id: string }; reply: null }>()({
    method: 'DELETE',
    path: '/wechat-bindings/:id',
    access: 'member',
    whileHeld: 'open',
    summary: 'Unbinds a WeChat and signs it out',
  }),
  makeMiniProgramLink: endpoint<{ body: MakeMiniProgramLink; reply: MiniProgramLink }>()({
    method: 'POST',
    path: '/wechat/mini-program-links',
    access: 'public',
    summary: 'An address that opens a page of the mini-program from any browser (URL Link)',
  }),
  signPage: endpoint<{ body: SignPage; reply: PageSignature | null }>()({
    method: 'POST',
    path: '/wechat/page-signatures',
    access: 'public',
    summary: 'Signs a page of ours for the JS-SDK of WeChat; null without an official account',
  }),
} as const;
