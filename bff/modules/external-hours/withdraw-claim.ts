import type { MemberActor } from '../../actor.ts';
import { AppError } from '../../errors.ts';
import { transaction } from '../../platform/db/database.ts';
import { ofHoursClaim } from '../../subject.ts';
import { discardFiles } from '../files/discard-files.ts';
import { noteClaim } from './note-claim.ts';
import { expectLawyer, loadClaim } from './policy.ts';
import { rightsOf } from './rules.ts';

/** Takes back a claim that is not decided, and what was to prove it goes; harmless when it was done before. Throws `forbidden`, `not_found`, `already_decided`. */
export async function withdrawClaim({ actor, id }: { actor: MemberActor; id: number }): Promise<void> {
  expectLawyer(actor);
  await transaction(async (t) => {
    const claim = await loadClaim(actor, id, t);
    if (claim.state === 'withdrawn') return;
    if (!rightsOf(claim.state).withdraw) {
      throw new AppError('already_decided', { message: '这份申报已经审核，不能撤回' });
    }
    await claim.update({ state: 'withdrawn', liveKey: null, version: claim.version + 1 }, { transaction: t });
    // What nobody looks at any more is not kept.
    await discardFiles({ owner: ofHoursClaim(id), why: 'withdrawn' }, t);
    await noteClaim({ actor, claim, event: 'withdrawn' }, t);
  });
}
