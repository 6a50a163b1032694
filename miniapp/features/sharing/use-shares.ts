import { useQuery } from '@tanstack/react-query';
import { sharingEndpoints, type ShareLinkReply } from '../../../bff/contract/sharing/endpoints.ts';
import type { ChangeShare, CreateShare } from '../../../bff/contract/sharing/schemas.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';

const keyOf = (id: number) => ['shares', id];
const keep = (id: number) => (shares: ShareLinkReply[]) => void queryClient.setQueryData(keyOf(id), shares);

/** Every link of an own certificate, latest first. */
export function useShares(id: number) {
  return useQuery({
    queryKey: keyOf(id),
    queryFn: () => call(sharingEndpoints.listShares, { params: { id: String(id) } }),
    // When it was opened is news.
    staleTime: 0,
  });
}

/** Makes a link, which is answered; rejects with the server's word on each field. */
export async function createShare(id: number, body: CreateShare): Promise<ShareLinkReply | undefined> {
  const shares = await call(sharingEndpoints.createShare, { params: { id: String(id) }, body });
  keep(id)(shares);
  return shares[0];
}

/** Changes a link; rejects with the server's word on each field. The list is read anew where somebody else was faster. */
export const changeShare = (id: number, shareId: number, body: ChangeShare): Promise<void> =>
  call(sharingEndpoints.changeShare, { params: { id: String(id), shareId: String(shareId) }, body }).then(
    keep(id),
    (fault: unknown) => {
      void queryClient.invalidateQueries({ queryKey: keyOf(id) });
      throw fault;
    },
  );

/** Closes a link at once. */
export const revokeShare = (id: number, shareId: number): Promise<void> =>
  call(sharingEndpoints.revokeShare, { params: { id: String(id), shareId: String(shareId) } }).then(keep(id));
