import type { Transaction } from 'sequelize';
import { addDays, endOfShanghaiDay } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { StaffActor } from '../../../actor.ts';
import { ofApplication } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import type { Application } from '../model.ts';
import { tellApplicant } from '../reading/tell-applicant.ts';

/** 退回补正: why, and what the member is to complete; the member reads both. */
export interface Return {
  application: Application;
  actor: StaffActor;
  reason: string;
  request: string;
  /** Days that the member has, of which the last one counts whole. */
  days: number;
}

/**
 * Gives a waiting application back to its member, who completes it and sends it again under the same number. Its clock
 * stands still meanwhile; when the time is over it is closed (`applying/close-lapsed.ts`). The row is locked already.
 */
export async function returnApplication({ application, actor, reason, request, days }: Return, t: Transaction): Promise<void> {
  const { id, number, applicantName } = application;
  const now = clock.now();
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
      target: `${number} ${applicantName}`,
      detail: note,
    },
    t,
  );
  await enqueue('close-lapsed', { applicationId: id, returnedAt: now }, { t, runAt: until });
}
