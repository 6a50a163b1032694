import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { campaignEndpoints as campaigns } from '../../../bff/contract/campaigns/endpoints.ts';
import type { CampaignProgress, CampaignState } from '../../../bff/contract/campaigns/enums.ts';
import type { DelayMembers, ExcuseMembers } from '../../../bff/contract/campaigns/schemas.ts';
import { call } from '../../providers/call.ts';
import type { Paging } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';

export const campaignKey = (id: string) => ['campaigns', 'one', id] as const;

export const useCampaignList = (paging: Paging, state: CampaignState | undefined) =>
  useList({
    paging,
    key: ['campaigns', 'list', state],
    load: (at, signal) => call(campaigns.listCampaigns, { query: { ...(state && { state }), ...at } }, signal),
  });

export const useCampaign = (id: string) =>
  useQuery({
    queryKey: campaignKey(id),
    queryFn: ({ signal }) => call(campaigns.showCampaign, { params: { id } }, signal),
    // Whom it is for is being written down: it is open in a moment.
    refetchInterval: ({ state }) => (state.data?.state === 'opening' ? 2_000 : false),
  });

export const useMembers = (id: string, paging: Paging, state: CampaignProgress | undefined) =>
  useList({
    paging,
    key: ['campaigns', 'members', id, state],
    load: (at, signal) =>
      call(campaigns.listCampaignMembers, { params: { id }, query: { ...(state && { state }), ...at } }, signal),
  });

/** An act on a campaign; whatever comes of it, campaign and lists are asked for again. */
function useAct<Input, Reply>(act: (input: Input) => Promise<Reply>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries({ queryKey: ['campaigns'] }) });
}

export const useStarting = ({ id, version }: { id: number; version: number }) =>
  useAct(() => call(campaigns.startCampaign, { params: { id: String(id) }, body: { version } }));
export const useClosing = ({ id, version }: { id: number; version: number }) =>
  useAct(() => call(campaigns.closeCampaign, { params: { id: String(id) }, body: { version } }));
export const useDelaying = (id: number) =>
  useAct((body: DelayMembers) => call(campaigns.delayMembers, { params: { id: String(id) }, body }));
export const useExcusing = (id: number) =>
  useAct((body: ExcuseMembers) => call(campaigns.excuseMembers, { params: { id: String(id) }, body }));
