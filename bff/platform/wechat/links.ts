import type { WechatAnswer } from './answer.ts';
import { askAs, askBytesAs } from './access-token.ts';

/** A link for any browser that opens a page of the mini-program; good for `days`, 30 at most. */
export async function makeUrlLink(page: { path: string; query: string; days: number }): Promise<WechatAnswer<string>> {
  const answer = await askAs<{ url_link: string }>('mini-program', '/wxa/generate_urllink', {
    path: page.path,
    query: page.query,
    expire_type: 1,
    expire_interval: page.days,
  });
  return answer.ok ? { ok: true, value: answer.value.url_link } : answer;
}

/** A picture of the mini-program's own code for a page; `scene` (32 characters at most) is handed to it. */
export function makeWxacode(page: { path: string; scene: string; width: number }): Promise<WechatAnswer<Buffer>> {
  const { path, scene, width } = page;
  return askBytesAs('mini-program', '/wxa/getwxacodeunlimit', { page: path, scene, width, check_path: true });
}
