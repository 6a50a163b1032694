import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { rosterMessageEndpoints as messages } from '../../../../bff/contract/roster-messages/endpoints.ts';
import type { PreviewRosterMessage, SendRosterMessage } from '../../../../bff/contract/roster-messages/schemas.ts';
import { call } from '../../../providers/call.ts';

const keyOf = (id: number) => ['activities', 'messages', id];
/** While one is on its way it is asked about again. */
const ASK_EVERY_MS = 3_000;

/** What was told to those on the list. */
export const useMessages = (id: number) =>
  useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => call(messages.listRosterMessages, { params: { id: String(id) } }, signal),
    refetchInterval: ({ state }) => (state.data?.items.some(({ told, count }) => told < count) ? ASK_EVERY_MS : false),
  });

/** What a message would be; nothing is sent. */
export const usePreview = (id: number) =>
  useMutation({
    mutationFn: (body: PreviewRosterMessage) =>
      call(messages.previewRosterMessage, { params: { id: String(id) }, body }),
  });

export function useSendMessage(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SendRosterMessage) => call(messages.sendRosterMessage, { params: { id: String(id) }, body }),
    onSuccess: (reply) => client.setQueryData(keyOf(id), reply),
  });
}
