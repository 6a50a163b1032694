import { wechatEndpoints } from '../../../bff/contract/wechat/endpoints.ts';
import { call } from '../../api/client.ts';
import { usePlatformCard } from '../../platform/wechat/page-card.ts';
import type { PageCard } from '../../platform/signatures.ts';

const sign = (url: string) => call(wechatEndpoints.signPage, { body: { url } });

/** Says what WeChat shows of this page when it is sent on. */
export function usePageCard(card: PageCard): void {
  usePlatformCard(card, sign);
}
