import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { certificateEndpoints, type StaffApplicationDetail } from '../../../bff/contract/certificates/endpoints.ts';
import type { DecideApplication } from '../../../bff/contract/certificates/schemas.ts';
import { call } from '../../providers/call.ts';
import { hasCode } from '../../providers/failure.ts';

const keyOf = (id: string) => ['applications', 'one', id];
/** Making a document takes about a second. */
const ISSUE_POLL_MS = 1_500;

/** One application; asks again while its document is being made. */
export function useApplication(id: string): UseQueryResult<StaffApplicationDetail> {
  return useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => call(certificateEndpoints.showStaffApplication, { params: { id } }, signal),
    refetchInterval: ({ state }) => (state.data?.issueState === 'issuing' ? ISSUE_POLL_MS : false),
  });
}

/** Decided by somebody else, withdrawn, or the registry has changed since the findings that were shown. */
const LATE = ['already_decided', 'wrong_state', 'changed_meanwhile'] as const;

/** 通过 or 驳回. If somebody else was first the page is refreshed, so that it shows who decided and how. */
export function useDecision(
  id: string,
  onDecided: (reply: StaffApplicationDetail) => unknown,
): UseMutationResult<StaffApplicationDetail, Error, DecideApplication> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: DecideApplication) => call(certificateEndpoints.decideApplication, { params: { id }, body }),
    onSuccess: (reply) => {
      client.setQueryData(keyOf(id), reply);
      void client.invalidateQueries({ queryKey: ['applications', 'list'] });
      void client.invalidateQueries({ queryKey: ['overview'] });
      onDecided(reply);
    },
    onError: (error) => {
      const isLate = LATE.some((code) => hasCode(error, code));
      return isLate ? client.invalidateQueries({ queryKey: ['applications'] }) : undefined;
    },
  });
}

/** 重新制作 after a failure. */
export function useIssueRetry(id: string): UseMutationResult<StaffApplicationDetail, Error, void> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(certificateEndpoints.retryIssue, { params: { id } }),
    onSuccess: (reply) => client.setQueryData(keyOf(id), reply),
  });
}

/** 重新核查: the register was put right, or a name confirmed; nothing is decided. */
export function useLookAgain(id: string): UseMutationResult<StaffApplicationDetail, Error, void> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(certificateEndpoints.lookAgain, { params: { id } }),
    onSuccess: (reply) => {
      client.setQueryData(keyOf(id), reply);
      return client.invalidateQueries({ queryKey: ['applications', 'list'] });
    },
  });
}
