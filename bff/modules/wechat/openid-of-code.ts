import { identify } from './identify.ts';

/** Who is about to pay in the mini-program, by a fresh code of wx.login. Throws as `identify` does. */
export async function openidOfCode(code: string, address: string): Promise<{ appid: string; openid: string }> {
  const { appid, openid } = await identify({ code }, address);
  return { appid, openid };
}
