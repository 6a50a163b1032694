import type { ApplicationDetail } from '../../../bff/contract/certificates/endpoints.ts';
import { pageOfShare } from '../../addresses.ts';
import { faultText } from '../../api/api-error.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import type { Card } from '../../ui/share-button-props.ts';
import { createShare } from './use-shares.ts';

/**
 * 转发: a link of its own for whoever gets the card: thirty days, no code, without the file; the recipient may be named
 * later. Rejects when there is none, having said why.
 */
export async function makeForwardCard({ id, typeLabel }: ApplicationDetail): Promise<Card> {
  try {
    const url = (await createShare(id, {}))?.url;
    if (!url) throw new Error('a new link has no address');
    return { title: `电子证明：${typeLabel}`, path: pageOfShare(url) };
  } catch (fault) {
    showToast(faultText(fault));
    throw fault;
  }
}
