import type { MemberActor } from '../../actor.ts';
import type { MendHoursClaimParsed } from '../../contract/external-hours/schemas.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { ofHoursClaim } from '../../subject.ts';
import { bindFiles } from '../files/bind-files.ts';
import { releaseFiles } from '../files/release-files.ts';
import { lockForWriting } from '../registry/facts/lock-subjects.ts';
import { expectNew, expectSound, liveKeyOf } from './claim-hours.ts';
import { noteClaim } from './note-claim.ts';
import { expectLawyer, loadClaim } from './policy.ts';
import { rightsOf } from './rules.ts';

/**
 * Mends a claim that was returned and hands it in again; it waits at the end of the queue. Throws `forbidden`, `not_found`,
 * `wrong_state`, `changed_meanwhile`, `invalid_fields`, `duplicate`.
 */
export async function mendClaim(mended: {
  actor: MemberActor;
  id: number;
  input: MendHoursClaimParsed;
}): Promise<void> {
  const { actor, id, input } = mended;
  const { lawyerId, accountId } = expectLawyer(actor);
  await transaction(async (t) => {
    await lockForWriting({ firmIds: [], lawyerIds: [lawyerId] }, t);
    const claim = await loadClaim(actor, id, t);
    if (!rightsOf(claim.state).mend) throw new AppError('wrong_state', { message: '这份申报现在不能修改，请刷新页面' });
    const { version, attachments, ...course } = input;
    if (claim.version !== version) throw new AppError('changed_meanwhile');
    await expectSound(course, t);
    const liveKey = liveKeyOf({ lawyerId, ...course });
    await expectNew({ liveKey, ownId: id }, t);
    const owner = ofHoursClaim(id);
    await bindFiles({ accountId, owner, tokens: attachments }, t);
    await releaseFiles({ owner, tokens: attachments }, t);
    const again = { state: 'waiting' as const, submittedAt: clock.now(), version: version + 1 };
    await claim.update({ ...course, liveKey, ...again }, { transaction: t });
    await noteClaim({ actor, claim, event: 'mended' }, t);
  });
}
