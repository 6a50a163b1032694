import { certificateEndpoints, type ApplicationDetail } from '../../../bff/contract/certificates/endpoints.ts';
import type { ApplicationContent } from '../../../bff/contract/certificates/schemas.ts';
import { call } from '../../api/client.ts';
import { originOf } from '../../application/origin.ts';
import { sendOnce } from '../../application/send-once.ts';
import type { Draft } from '../../application/draft.ts';

/** Submits what the form says: as a new application, or as the completion of the one it was filled in from. */
export function sendApplication(what: {
  accountId: number;
  draft: Draft;
  content: ApplicationContent;
  seen: string | undefined;
}): Promise<ApplicationDetail> {
  const { accountId, draft, content, seen } = what;
  const origin = originOf(accountId, draft);
  if (origin?.kind === 'completion') {
    const completed = { ...content, idempotencyKey: draft.idempotencyKey };
    const params = { id: String(origin.id) };
    return sendOnce(() => call(certificateEndpoints.completeApplication, { params, body: completed }));
  }
  const body = { ...content, idempotencyKey: draft.idempotencyKey, seen };
  return sendOnce(() => call(certificateEndpoints.submitApplication, { body }));
}
