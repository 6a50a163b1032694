import type { StaffActor } from '../../../actor.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { ChatPause } from '../model.ts';
import { expectOwn, loadChat } from '../policy.ts';
import { closeChat } from '../talk/close-chat.ts';

/**
 * Ends an own talk and takes no new ones of its member for a day, written down with the reason; tickets stay open to them.
 * Throws `not_found`, `wrong_state`.
 */
export async function pauseMember(asked: { actor: StaffActor; id: number; reason: string }): Promise<void> {
  const { actor, id, reason } = asked;
  await transaction(async (t) => {
    const chat = await loadChat(actor, id, t);
    expectOwn(actor, chat);
    const { memberKind, memberName } = chat;
    const memberId = Number(chat.memberId);
    await ChatPause.create(
      { memberKind, memberId, untilAt: clock.now() + DAY_MS, reason, byName: actor.name },
      { transaction: t },
    );
    await closeChat(chat, { event: 'ended_by_staff', by: actor }, {}, t);
    const line = { action: 'chat.paused', targetKind: memberKind, targetId: memberId } as const;
    await writeAudit({ actor, ...line, target: memberName, detail: reason }, t);
  });
}
