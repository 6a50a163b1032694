import { ofApplication } from '../../../subject.ts';
import { transaction } from '../../../platform/db/database.ts';
import type { MemberActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { loadFor } from '../policy.ts';
import { writeEvent } from '../../timeline/write-event.ts';

/** The member takes a waiting application back. Throws `wrong_state` when it was decided meanwhile. */
export async function withdrawApplication({ actor, id }: { actor: MemberActor; id: number }): Promise<void> {
  await transaction(async (t) => {
    const { application } = await loadFor(actor, 'withdraw', id, t);
    await application.update({ state: 'withdrawn' }, { transaction: t });
    await writeEvent({ subject: ofApplication(id), event: 'withdrawn', by: actor }, t);
    await writeAudit(
      {
        actor,
        action: 'application.withdrawn',
        targetKind: 'application',
        targetId: id,
        target: application.number,
      },
      t,
    );
  });
}
