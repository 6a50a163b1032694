import type { PageSignature } from '../../contract/wechat/endpoints.ts';
import { AppError } from '../../errors.ts';
import { env } from '../../env.ts';
import { countAgainst } from '../../platform/kv/rate-limit.ts';
import { signPage } from '../../platform/wechat/sign-page.ts';
import { valueOf } from './identify.ts';

/** Each opened page asks once; a whole office may read behind one address. */
const PAGES = { name: 'page-signature', limit: 300, windowMs: 10 * 60_000 };

/**
 * Signs a page of ours for WeChat's JS-SDK; null without an official account. Throws `invalid_fields` for a page of
 * somebody else's, who would speak in our name, `unavailable`, `too_many_requests`.
 */
export async function signOwnPage(url: string, address: string): Promise<PageSignature | null> {
  if (new URL(url).origin !== new URL(env.PUBLIC_URL).origin) {
    throw new AppError('invalid_fields', { fields: { url: '只能为本系统的页面签名' } });
  }
  await countAgainst(PAGES, address);
  const signed = await signPage(url);
  return !signed.ok && signed.fault === 'not_configured' ? null : valueOf(signed);
}
