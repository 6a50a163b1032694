import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { chatDeskEndpoints as desk } from '../../../bff/contract/chat/endpoints.ts';
import type { ChatFactKey } from '../../../bff/contract/chat/enums.ts';
import type { ChatIntoTicket, HandOverChat, ListChats } from '../../../bff/contract/chat/schemas.ts';
import { call } from '../../providers/call.ts';
import type { Paging } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';

export const DESK_KEY = ['chat', 'desk'] as const;
export const chatKey = (id: number) => ['chat', 'one', id] as const;
/** Whatever is not told over the line is seen a little later. */
const LOOK_AGAIN_MS = 20_000;

export const useDesk = () =>
  useQuery({
    queryKey: DESK_KEY,
    queryFn: ({ signal }) => call(desk.showChatDesk, {}, signal),
    refetchInterval: LOOK_AGAIN_MS,
  });

export const useChat = (id: number) =>
  useQuery({
    queryKey: chatKey(id),
    queryFn: ({ signal }) => call(desk.showChat, { params: { id: String(id) } }, signal),
  });

export const useChatHistory = (paging: Paging, filter: Pick<ListChats, 'search'>) =>
  useList({
    paging,
    key: ['chat', 'history', filter],
    load: (at, signal) => call(desk.listChats, { query: { ...filter, ...at } }, signal),
  });

export const useChatTextBlocks = (id: number, isWanted: boolean) =>
  useQuery({
    queryKey: ['chat', 'blocks', id],
    queryFn: ({ signal }) => call(desk.listChatTextBlocks, { params: { id: String(id) } }, signal),
    enabled: isWanted,
    staleTime: 60_000,
  });

export type ChatAct =
  | { act: 'take' | 'accept' | 'refuse' | 'withdraw' | 'return' | 'end' }
  | { act: 'offer'; body: HandOverChat }
  | ({ act: 'ticket' } & ChatIntoTicket)
  | { act: 'facts'; fields: ChatFactKey[] }
  | { act: 'note'; body: string }
  | { act: 'pause'; reason: string }
  | { act: 'retract'; seq: number };

/** Does something with a talk; whatever comes of it, talk and lists are asked for again. */
export function useChatAct(id: number) {
  const client = useQueryClient();
  const params = { id: String(id) };
  return useMutation({
    mutationFn: async (work: ChatAct): Promise<unknown> => {
      switch (work.act) {
        case 'take':
          return call(desk.takeChat, { params });
        case 'accept':
          return call(desk.acceptChat, { params });
        case 'refuse':
          return call(desk.refuseChat, { params });
        case 'withdraw':
          return call(desk.withdrawChatOffer, { params });
        case 'return':
          return call(desk.returnChat, { params });
        case 'end':
          return call(desk.endChat, { params });
        case 'offer':
          return call(desk.handOverChat, { params, body: work.body });
        case 'ticket':
          return call(desk.turnChatIntoTicket, { params, body: { category: work.category, title: work.title } });
        case 'facts':
          return call(desk.askChatFacts, { params, body: { fields: work.fields } });
        case 'note':
          return call(desk.writeChatNote, { params, body: { body: work.body } });
        case 'pause':
          return call(desk.pauseChats, { params, body: { reason: work.reason } });
        case 'retract':
          return call(desk.retractChatMessage, { params, body: { seq: work.seq } });
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['chat'] }),
  });
}
