import type { ChangeShareParsed } from '../../contract/sharing/schemas.ts';
import { recipientInWords, SHARE_STATES } from '../../contract/sharing/enums.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { toShanghaiDate } from '../../contract/dates.ts';
import { transaction } from '../../platform/db/database.ts';
import type { MemberActor } from '../../actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { loadShareable } from '../certificates/issued/load-shareable.ts';
import { endOf } from './last-day.ts';
import { ShareLink } from './model.ts';
import { mayChange, stateOf } from './rules.ts';

/**
 * Changes recipient, purpose, last day and view limit of a link; one that has expired or is used up opens again. Throws
 * `not_found` for a link of another certificate, `changed_meanwhile` when somebody changed it since it was read,
 * `wrong_state` for one that was revoked or locked, `already_decided` when the certificate does not stand any more,
 * `invalid_fields` for a day in the past and a limit that is used up already.
 */
export async function changeShare(what: {
  actor: MemberActor;
  id: number;
  shareId: number;
  input: ChangeShareParsed;
}): Promise<void> {
  const { actor, id, shareId, input } = what;
  const expiresAt = endOf(input.expiresOn);
  await transaction(async (t) => {
    const { certificateId, number } = await loadShareable({ actor, act: 'share', id }, t);
    // Locked: a view that is counted meanwhile is seen here, or counted against the new limit.
    const link = await ShareLink.findOne({
      where: { id: shareId, certificateId },
      transaction: t,
      lock: t.LOCK.UPDATE,
    });
    if (!link) throw new AppError('not_found');
    const state = stateOf(link, clock.now());
    if (link.version !== input.version) throw new AppError('changed_meanwhile', { message: CHANGED });
    if (!mayChange(state)) throw new AppError('wrong_state', { message: `该链接${SHARE_STATES[state]}` });
    if (input.viewLimit !== null && input.viewLimit <= link.views) {
      throw new AppError('invalid_fields', { fields: { viewLimit: `已查看${link.views}次，次数上限应大于该数` } });
    }
    const before = inWords(link);
    const { purpose, viewLimit, recipient = link.recipient } = input;
    const named = recipientInWords(link.recipient);
    link.set({ recipient, purpose, viewLimit, expiresAt });
    const after = inWords(link);
    const changes = Object.keys(after).filter((label) => before[label] !== after[label]);
    if (changes.length === 0) return;
    await link.set({ version: link.version + 1 }).save({ transaction: t });
    await writeAudit(
      {
        actor,
        action: 'share.changed',
        targetKind: 'certificate',
        targetId: certificateId,
        target: number,
        detail: `${named}：${changes.map((label) => `${label}：${before[label]}→${after[label]}`).join('；')}`,
      },
      t,
    );
  });
}

/** Several people use a firm's account. */
const CHANGED = '该链接刚被修改过，请取消后重新打开，核对后再改';

const inWords = ({ recipient, purpose, viewLimit, expiresAt }: ShareLink): Record<string, string> => ({
  接收方: recipientInWords(recipient),
  用途: purpose || '未填',
  有效期至: toShanghaiDate(expiresAt - 1),
  查看次数: viewLimit === null ? '不限' : String(viewLimit),
});
