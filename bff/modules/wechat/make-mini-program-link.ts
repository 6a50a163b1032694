import { DAY_MS } from '../../contract/dates.ts';
import type { MakeMiniProgramLink } from '../../contract/wechat/schemas.ts';
import { AppError } from '../../errors.ts';
import { decrypt, encrypt } from '../../platform/crypto/encryption.ts';
import { hashToken } from '../../platform/crypto/tokens.ts';
import { kv } from '../../platform/kv/kv.ts';
import { countAgainst } from '../../platform/kv/rate-limit.ts';
import { makeUrlLink } from '../../platform/wechat/links.ts';
import { valueOf } from './identify.ts';

/** The longest that WeChat gives; ours is handed out until a few days before. */
const LINK_DAYS = 30;
const KEPT_MS = 25 * DAY_MS;
/** A reader opens one or two; a machine asks for many. */
const PER_ADDRESS = { name: 'mini-program-link', limit: 30, windowMs: 10 * 60_000 };
/** New ones of all callers together, far from the 500,000 that WeChat makes a day: who burns them hurts nobody else. */
const ALTOGETHER = { name: 'mini-program-link-new', limit: 100_000, windowMs: DAY_MS };

const PAGES = {
  verify: 'public/verify/index',
  share: 'public/share/index',
  application: 'member/application/index',
} as const;

/**
 * An address that opens a page of the mini-program from any browser. The same page gets the same address while it is
 * good. Throws `unavailable` when WeChat makes none, `too_many_requests`.
 */
export async function makeMiniProgramLink(asked: MakeMiniProgramLink, address: string): Promise<string> {
  await countAgainst(PER_ADDRESS, address);
  const query = asked.page === 'application' ? `id=${asked.id}` : `token=${asked.token}`;
  // An address opens what the token in it opens: neither is readable among the key-values.
  const key = `mini-program-link:${hashToken(`${asked.page}?${query}`)}`;
  const known = await kv.get(key);
  if (known !== undefined) return decrypt(known, key);
  await countAgainst(ALTOGETHER, 'all');
  const made = await makeUrlLink({ path: PAGES[asked.page], query, days: LINK_DAYS });
  if (!made.ok && made.fault === 'not_configured') throw new AppError('unavailable', { message: '还没有开通小程序' });
  const url = valueOf(made);
  await kv.set(key, encrypt(url, key), { ttlMs: KEPT_MS });
  return url;
}
