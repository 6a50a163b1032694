import type { MemberActor } from '../../../actor.ts';
import { correctionField } from '../../../contract/corrections/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofCorrection } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { correctables } from './correctable.ts';
import { lockSubject } from './lock-subject.ts';
import { loadOpenCorrection } from './policy.ts';

/** Takes back a request that nobody has decided. Throws `not_found`, `already_decided`. */
export async function withdrawCorrection({ actor, id }: { actor: MemberActor; id: number }): Promise<void> {
  await transaction(async (t) => {
    const request = await loadOpenCorrection(actor, id, t);
    const { subjectKind, subjectId, askerKind, askerId, field, version } = request;
    await lockSubject({ kind: subjectKind, id: subjectId }, { kind: askerKind, id: askerId }, t);
    await request.update(
      { state: 'withdrawn', openKey: null, endedByName: actor.name, endedAt: clock.now(), version: version + 1 },
      { transaction: t },
    );
    await writeEvent({ subject: ofCorrection(id), event: 'withdrawn', by: actor }, t);
    const { name, licenceNo } = await correctables.answer[subjectKind].read(subjectId, t);
    await writeAudit(
      {
        actor,
        action: 'correction.withdrawn',
        targetKind: 'correction',
        targetId: id,
        target: `${name}（${licenceNo}）${correctionField(subjectKind, field)?.label ?? field}`,
      },
      t,
    );
  });
}
