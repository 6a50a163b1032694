import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { loadFailedFor } from '../policy.ts';
import { writeIssueState } from './write-issue-state.ts';

/** Makes the document again after every attempt had failed. */
export async function retryIssue({ actor, id }: { actor: StaffActor; id: number }): Promise<void> {
  await transaction(async (t) => {
    const { certificate } = await loadFailedFor(actor, 'retry-issue', id, t);
    await writeIssueState(certificate, { issueState: 'issuing' }, t);
    // No dedupe key: the dead job with this certificate's key stands as a record.
    await enqueue('issue-certificate', { certificateId: certificate.id }, { t });
    await writeAudit(
      {
        actor,
        action: 'certificate.issue-retried',
        targetKind: 'certificate',
        targetId: certificate.id,
        target: certificate.number,
      },
      t,
    );
  });
}
