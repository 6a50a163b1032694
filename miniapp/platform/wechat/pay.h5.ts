import { wechatWay } from '../account/sign-in.ts';
import type { Pay, PayChannel } from '../signatures.ts';

/** What WeChat's own browser adds to pages. */
interface Bridge {
  invoke(name: 'getBrandWCPayRequest', parameters: object, done: (reply: { err_msg: string }) => void): void;
}
const bridgeOf = () => (window as { WeixinJSBridge?: Bridge }).WeixinJSBridge;

export const payChannel: PayChannel = () => {
  if (wechatWay() === 'detour' && bridgeOf()) return 'jsapi';
  return /Mobi|Android|iPhone|HarmonyOS/i.test(navigator.userAgent) ? 'h5' : 'native';
};

export const pay: Pay = async (payable) => {
  if (payable.kind === 'native') return 'shown';
  if (payable.kind === 'h5') {
    location.assign(payable.url);
    return 'left';
  }
  const reply = await new Promise<{ err_msg: string }>((resolve) => {
    bridgeOf()?.invoke('getBrandWCPayRequest', payable.parameters, resolve);
  });
  if (reply.err_msg === 'get_brand_wcpay_request:cancel') return 'cancelled';
  if (reply.err_msg !== 'get_brand_wcpay_request:ok') throw new Error(reply.err_msg);
  return 'asked';
};
