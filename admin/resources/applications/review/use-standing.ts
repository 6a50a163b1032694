import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { StaffApplicationDetail } from '../../../../bff/contract/certificates/endpoints.ts';
import { standingEndpoints, type ReplacementPreviewReply } from '../../../../bff/contract/standing/endpoints.ts';
import type {
  PreviewReplacement,
  ReplaceCertificate,
  RevokeCertificate,
} from '../../../../bff/contract/certificates/schemas.ts';
import { call } from '../../../providers/call.ts';
import { hasCode } from '../../../providers/failure.ts';

/** Everything about applications is asked for again: this one, its successor, the lists. */
function useRefresh() {
  const client = useQueryClient();
  return {
    onSuccess: () => client.invalidateQueries({ queryKey: ['applications'] }),
    onError: (error: Error) =>
      hasCode(error, 'already_decided') ? client.invalidateQueries({ queryKey: ['applications'] }) : undefined,
  };
}

/** 撤销证明. */
export function useRevocation(id: string): UseMutationResult<StaffApplicationDetail, Error, RevokeCertificate> {
  return useMutation({
    mutationFn: (body: RevokeCertificate) => call(standingEndpoints.revokeCertificate, { params: { id }, body }),
    ...useRefresh(),
  });
}

/** What the corrected certificate would say. */
export function useReplacementPreview(
  id: string,
): UseMutationResult<ReplacementPreviewReply, Error, PreviewReplacement> {
  return useMutation({
    mutationFn: (body: PreviewReplacement) => call(standingEndpoints.previewReplacement, { params: { id }, body }),
  });
}

/** 更正并重新出具; answers the new application. */
export function useReplacement(id: string): UseMutationResult<StaffApplicationDetail, Error, ReplaceCertificate> {
  return useMutation({
    mutationFn: (body: ReplaceCertificate) => call(standingEndpoints.replaceCertificate, { params: { id }, body }),
    ...useRefresh(),
  });
}
