import { useQuery } from '@tanstack/react-query';
import { meetingEndpoints as meetings } from '../../../../bff/contract/activity-meeting/endpoints.ts';
import { call } from '../../../api/client.ts';
import { queryClient } from '../../../api/query-client.ts';

const keyOf = (registrationId: number) => ['activities', 'questions', registrationId];
/** A question waits for some minutes: it is seen soon enough. */
const AGAIN_MS = 20_000;

/** 签到提问 of an own registration: looked at again and again while the activity runs, since nobody is told when. */
export const useOwnQuestions = (registrationId: number) =>
  useQuery({
    queryKey: keyOf(registrationId),
    queryFn: () => call(meetings.showOwnQuestions, { params: { id: String(registrationId) } }),
    refetchInterval: ({ state }) => (state.data?.total === 0 ? false : AGAIN_MS),
  });

/** Answers what is asked now. Throws ApiError. */
export async function answerQuestion(registrationId: number, code: string): Promise<void> {
  const params = { id: String(registrationId) };
  try {
    const asked = await call(meetings.answerCodeQuestion, { params, body: { code } });
    queryClient.setQueryData(keyOf(registrationId), asked);
  } finally {
    await queryClient.invalidateQueries({ queryKey: ['activities'] });
  }
}
