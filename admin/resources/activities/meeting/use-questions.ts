import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { meetingEndpoints as meetings } from '../../../../bff/contract/activity-meeting/endpoints.ts';
import type { DrawQuestions } from '../../../../bff/contract/activity-meeting/schemas.ts';
import { call } from '../../../providers/call.ts';

const keyOf = (id: string) => ['activities', 'questions', id];
/** How many have answered is looked at again so often. */
const AGAIN_MS = 15_000;

/** 签到提问 of an activity. */
export const useCodeQuestions = (id: string) =>
  useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => call(meetings.listCodeQuestions, { params: { id } }, signal),
    refetchInterval: ({ state }) => (state.data?.items.length ? AGAIN_MS : false),
  });

/** Draws them anew. */
export function useDrawingQuestions(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (count: DrawQuestions['count']) =>
      call(meetings.drawCodeQuestions, { params: { id }, body: { count } }),
    onSuccess: (drawn) => client.setQueryData(keyOf(id), drawn),
  });
}
