import { recipientInWords } from '../../contract/sharing/enums.ts';
import type { CreateShareParsed } from '../../contract/sharing/schemas.ts';
import { AppError } from '../../errors.ts';
import { addDays } from '../../contract/dates.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import type { MemberActor } from '../../actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { loadShareable } from '../certificates/issued/load-shareable.ts';
import { endOf } from './last-day.ts';
import { newSecrets } from './link-secrets.ts';
import { ShareLink } from './model.ts';

/** certificates.md, Share links. */
const DEFAULT_DAYS = 30;
/** Of one certificate, revoked ones included: more recipients than anybody has, and a list that can be shown. */
const MAX_LINKS = 100;

/**
 * Makes a link to an own certificate for one recipient. Throws `invalid_fields` for a last day in the past or too far
 * away, `already_decided` when the certificate does not stand any more.
 */
export async function createShare(what: { actor: MemberActor; id: number; input: CreateShareParsed }): Promise<void> {
  const { actor, id, input } = what;
  const expiresOn = input.expiresOn ?? addDays(clock.today(), DEFAULT_DAYS);
  const expiresAt = endOf(expiresOn);
  await transaction(async (t) => {
    const { certificateId, number } = await loadShareable({ actor, act: 'share', id }, t);
    if ((await ShareLink.count({ where: { certificateId }, transaction: t })) >= MAX_LINKS) {
      throw new AppError('wrong_state', { message: `一份证明最多创建${MAX_LINKS}个分享链接` });
    }
    await ShareLink.create(
      {
        certificateId,
        accountId: actor.accountId,
        ...newSecrets({ hasCode: input.hasCode }),
        recipient: input.recipient,
        purpose: input.purpose,
        codeTries: 0,
        viewLimit: input.viewLimit,
        views: 0,
        mayDownload: input.mayDownload,
        createdAt: clock.now(),
        expiresAt,
        revokedAt: null,
        version: 1,
      },
      { transaction: t },
    );
    await writeAudit(
      {
        actor,
        action: 'share.created',
        targetKind: 'certificate',
        targetId: certificateId,
        target: number,
        detail: recipientInWords(input.recipient),
      },
      t,
    );
  });
}
