import type { PageSignature } from '../../../bff/contract/wechat/endpoints.ts';

/** The documented address of WeChat's JS-SDK; only answers to WeChat's own browser allow it (bff/http/security-headers.ts). */
const SCRIPT = 'https://res.wx.qq.com/open/js/jweixin-1.6.0.js';
const USED = ['updateAppMessageShareData', 'updateTimelineShareData'] as const;

/** The part of the JS-SDK that is used here. */
interface JsSdk {
  config(settings: PageSignature & { debug: false; jsApiList: readonly string[] }): void;
  ready(work: () => void): void;
  error(work: (fault: { errMsg: string }) => void): void;
  updateAppMessageShareData(card: { title: string; desc: string; link: string; imgUrl: string }): void;
  updateTimelineShareData(card: { title: string; link: string; imgUrl: string }): void;
}

/** Addresses that have been configured: a single-page client is one page to the SDK until its address changes. */
const ready = new Map<string, Promise<JsSdk | null>>();

/** The JS-SDK, ready to be told things; null outside WeChat's browser, unsigned, or when it cannot be loaded. */
export function jsSdk(sign: () => Promise<PageSignature | null>): Promise<JsSdk | null> {
  if (!/MicroMessenger/i.test(navigator.userAgent) || /miniProgram/i.test(navigator.userAgent)) {
    return Promise.resolve(null);
  }
  const known = ready.get(location.href) ?? configure(sign);
  ready.set(location.href, known);
  return known;
}

async function configure(sign: () => Promise<PageSignature | null>): Promise<JsSdk | null> {
  const [signature, sdk] = await Promise.all([sign(), load()]);
  if (!signature || !sdk) return null;
  return new Promise((resolve) => {
    sdk.error(() => resolve(null));
    sdk.ready(() => resolve(sdk));
    sdk.config({ ...signature, debug: false, jsApiList: USED });
  });
}

function load(): Promise<JsSdk | null> {
  const held = window as { wx?: JsSdk };
  if (held.wx?.config) return Promise.resolve(held.wx);
  return new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = SCRIPT;
    script.onload = () => resolve(held.wx ?? null);
    script.onerror = () => resolve(null);
    document.head.append(script);
  });
}
