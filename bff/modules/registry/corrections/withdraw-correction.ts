import type { Transaction } from 'sequelize';
import type { Actor } from '../../../actor.ts';
import { SYSTEM } from '../../../actor.ts';
import { correctionField } from '../../../contract/corrections/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { overtake } from '../../two-person/read-proposal.ts';
import { correctables } from './correctable.ts';
import { lockSubject } from './lock-subject.ts';
import { lockOpenCorrection } from './of-ticket.ts';

/**
 * Takes back what a ticket asks of the registry, where nobody has decided it: the ticket, which is locked, is over.
 * `actor` null: the system itself.
 */
export async function withdrawCorrection(
  { actor, ticketId }: { actor: Actor | null; ticketId: number },
  t: Transaction,
): Promise<void> {
  const request = await lockOpenCorrection(ticketId, t);
  if (!request) return;
  const { subjectKind, subjectId, askerKind, askerId, field, wanted, version } = request;
  const subject = { kind: subjectKind, id: subjectId };
  await lockSubject({ subject, asker: { kind: askerKind, id: askerId }, field, wanted }, t);
  await request.update(
    {
      state: 'withdrawn',
      openKey: null,
      endedByName: actor?.name ?? SYSTEM,
      endedAt: clock.now(),
      version: version + 1,
    },
    { transaction: t },
  );
  await overtake(request.proposalId, t);
  const { name, licenceNo } = await correctables.answer[subjectKind].read(subjectId, t);
  const target = `${name}（${licenceNo}）${correctionField(subjectKind, field)?.label ?? field}`;
  const line = { action: 'correction.withdrawn', targetKind: 'correction', targetId: request.id, target } as const;
  await writeAudit({ actor, ...line, detail: `工单${request.ticketNumber}` }, t);
}
