import type { Transaction } from 'sequelize';
import { addDays, endOfShanghaiDay } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { StaffActor } from '../../../actor.ts';
import { ofApplication } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { loadFor } from '../policy.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { transaction } from '../../../platform/db/database.ts';
import { tellApplicant } from '../reading/tell-applicant.ts';
import { expectContentSeen } from '../review/what-was-seen.ts';

/** 退回补正: why, and what the member is to complete; the member reads both. */
export interface Return {
  actor: StaffActor;
  id: number;
  reason: string;
  request: string;
  /** `doubtsSeen` of the page. */
  seen: string;
}

/**
 * Gives a waiting application back to its member, who completes it and sends it again under the same number. Its clock
 * stands still meanwhile; when the time that the office has set is over it is closed (`close-lapsed.ts`). Throws
 * `not_found`, `already_decided` naming who was faster, `changed_meanwhile` when the member has sent something else since.
 */
export async function returnApplication(what: Return): Promise<void> {
  const { completionDays } = await readSettings();
  await transaction((t) => giveBack(what, completionDays, t));
}

async function giveBack({ actor, id, reason, request, seen }: Return, days: number, t: Transaction): Promise<void> {
  const { application } = await loadFor(actor, 'return', id, t);
  expectContentSeen(seen, application);
  const now = clock.now();
  // The last day counts whole.
  const lastDay = addDays(clock.today(), days);
  const until = endOfShanghaiDay(lastDay);
  await application.update(
    { state: 'returned', returnedAt: now, returnedUntil: until, returnReason: reason, returnRequest: request },
    { transaction: t },
  );
  const note = `${reason}\n需补正：${request}`;
  await writeEvent({ subject: ofApplication(id), event: 'returned', by: actor, note }, t);
  const facts = { reason, request, lastDay };
  await tellApplicant({ event: 'returned', applicationId: id, facts }, t);
  await writeAudit(
    {
      actor,
      action: 'application.returned',
      targetKind: 'application',
      targetId: id,
      target: `${application.number} ${application.applicantName}`,
      detail: note,
    },
    t,
  );
  await enqueue('close-lapsed', { applicationId: id }, { t, runAt: until });
}
