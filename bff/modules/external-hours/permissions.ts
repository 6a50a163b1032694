import type { LawyerActor } from '../../actor.ts';
import type { Call } from '../../test/api.ts';
import { claimInput, decide, makeClaim } from '../../test/factories/activities/hours-claim.ts';
import { memberActor } from '../../test/factories/registry.ts';
import type { Cast } from '../../test/permissions/callers.ts';
import { answer, id, staff, type Row } from '../../test/permissions/row.ts';
import { keepsState } from '../../platform/singletons.ts';
import { Upload } from '../files/model.ts';
import { HoursClaim } from './model.ts';

/** A firm is refused, and told that lawyers claim themselves. */
const lawyers = answer(200, 'lawyer', 'other lawyer');
const ownLawyer = { ...answer(200, 'lawyer'), ...answer(404, 'other lawyer') };
const deciders = staff('events', 'registrar');

const ofLawyer = async ({ lawyer }: Cast) => (await memberActor({ lawyerId: lawyer.id })) as LawyerActor;
let serial = 0;
keepsState(() => {
  serial = 0;
});
/** A claim of the lawyer of the cast, of a course of its own. */
async function claimOf(cast: Cast): Promise<HoursClaim> {
  // What was decided makes room, and a course counts once.
  await HoursClaim.update({ state: 'withdrawn' }, { where: { state: ['waiting', 'returned'] } });
  return makeClaim(await ofLawyer(cast), { title: `研修班第${++serial}期` });
}
async function ofProof(cast: Cast): Promise<Call> {
  const known = await Upload.findOne({ where: { ownerKind: 'hours_claim' } });
  const file = known ?? (await claimOf(cast).then(() => Upload.findOne({ where: { ownerKind: 'hours_claim' } })));
  return { params: { id: Number(file?.ownerId), file: file?.token ?? '' } };
}

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  listOwnHoursClaims: { realm: 'member', passes: lawyers },
  claimHours: {
    realm: 'member',
    // What proves it is the lawyer's own: to another one it is no proof.
    passes: { ...answer(200, 'lawyer'), ...answer(422, 'other lawyer') },
    call: async (cast) => ({ body: await claimInput(await ofLawyer(cast), { title: `讲座第${++serial}期` }) }),
  },
  showOwnHoursClaim: {
    realm: 'member',
    passes: ownLawyer,
    hasObject: true,
    call: async (cast) => id((await claimOf(cast)).id),
  },
  mendHoursClaim: {
    realm: 'member',
    passes: ownLawyer,
    hasObject: true,
    call: async (cast) => {
      const claim = await claimOf(cast);
      await decide(claim, { verdict: 'return' });
      const { idempotencyKey: _key, ...body } = await claimInput(await ofLawyer(cast), { title: claim.title });
      return { params: { id: claim.id }, body: { ...body, version: claim.version } };
    },
  },
  withdrawHoursClaim: {
    realm: 'member',
    passes: ownLawyer,
    hasObject: true,
    call: async (cast) => id((await claimOf(cast)).id),
  },
  showOwnHoursProof: {
    realm: 'member',
    passes: { ...answer(200, 'lawyer'), ...answer(404, 'other lawyer', 'firm', 'other firm') },
    hasObject: true,
    call: ofProof,
  },
  listHoursClaims: { realm: 'staff', passes: deciders },
  showHoursClaim: {
    realm: 'staff',
    passes: deciders,
    hasObject: true,
    call: async (cast) => id((await claimOf(cast)).id),
  },
  showHoursProof: { realm: 'staff', passes: deciders, hasObject: true, call: ofProof },
  decideHoursClaim: {
    realm: 'staff',
    passes: deciders,
    hasObject: true,
    call: async (cast) => {
      const { id: claimId, version, tenths } = await claimOf(cast);
      return { params: { id: claimId }, body: { verdict: 'accept', tenths, opinion: '', version } };
    },
  },
};
