import type { BackFromWechat, LeaveForWechat, WechatCode, WechatWay, WhileAway } from '../signatures.ts';

const KEY = 'while-at-wechat';

export const wechatWay: WechatWay = () => (/MicroMessenger/i.test(navigator.userAgent) ? 'detour' : null);
export const wechatCode: WechatCode = () => Promise.reject(new Error('only the mini-program has wx.login'));
export const leaveForWechat: LeaveForWechat = (url, kept) => {
  sessionStorage.setItem(KEY, JSON.stringify(kept));
  location.assign(url);
};
export const backFromWechat: BackFromWechat = () => {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return kept ? (JSON.parse(kept) as WhileAway) : null;
};
