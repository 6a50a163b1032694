import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import '../../models.ts';
import '../../app.ts';
import type { LawyerActor } from '../../actor.ts';
import { ofHoursClaim } from '../../subject.ts';
import { clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { useDatabase } from '../../test/database.ts';
import { newKey } from '../../test/factories/certificate.ts';
import { claimInput, decide, makeClaim } from '../../test/factories/activities/hours-claim.ts';
import { makeHours } from '../../test/factories/record.ts';
import { makeLawyer, memberActor, staffActor } from '../../test/factories/registry.ts';
import { readFile } from '../files/read-file.ts';
import { Upload } from '../files/model.ts';
import { InboxEntry } from '../notifications/model.ts';
import { hoursRecords } from '../registry/records/hours-records.ts';
import { ActivityHours } from '../registry/records/record-model.ts';
import { removeRecord } from '../registry/records/remove-record.ts';
import { dropProofsBefore } from './drop-proofs.ts';
import { mendClaim } from './mend-claim.ts';
import { HoursClaim } from './model.ts';
import { showOwnClaim } from './show-claim.ts';
import { withdrawClaim } from './withdraw-claim.ts';

useDatabase();
let actor: LawyerActor;
beforeEach(async () => {
  freezeClock('2026-12-01T09:00:00+08:00');
  actor = (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor;
});
afterEach(releaseClock);

const hoursOf = ({ lawyerId }: LawyerActor) => ActivityHours.findAll({ where: { lawyerId }, raw: true });
const told = ({ lawyerId }: LawyerActor) =>
  InboxEntry.findAll({
    where: { memberKind: 'lawyer', memberId: lawyerId, event: 'hours_decided' },
    order: ['id'],
  });

describe('once the registrar removes the hours', () => {
  const remove = async (claim: HoursClaim) => {
    const [hours] = await hoursOf(actor);
    const { id, version } = hours!;
    await removeRecord({ actor: staffActor('registrar'), kind: hoursRecords, id, version });
    await claim.reload();
  };

  test('the claim is no longer accepted, its lawyer is told, and the course may be claimed again', async () => {
    const claim = await makeClaim(actor, { title: '误认的课程' });
    await decide(claim, { verdict: 'accept' });
    await remove(claim);
    expect(claim).toMatchObject({ state: 'revoked', acceptedTenths: null, liveKey: null });
    expect((await told(actor)).at(-1)?.body).toContain('“误认的课程”认定已撤销');
    const own = await showOwnClaim({ actor, id: claim.id });
    expect(own.timeline.at(-1)).toMatchObject({ event: 'revoked', by: '协会' });
    await expect(decide(claim, { verdict: 'accept' })).rejects.toMatchObject({ code: 'already_decided' });
    await makeClaim(actor, { title: '误认的课程', idempotencyKey: newKey() });
  });

  test('control: hours of something else leave it as it is', async () => {
    const claim = await makeClaim(actor, { title: '认定的课程' });
    await decide(claim, { verdict: 'accept' });
    const { id } = await makeHours({ lawyerId: actor.lawyerId, title: '别的课程', heldOn: '2026-11-25' });
    const [hours] = (await hoursOf(actor)).filter((one) => one.id === id);
    await removeRecord({ actor: staffActor('registrar'), kind: hoursRecords, id, version: hours!.version });
    expect((await claim.reload()).state).toBe('accepted');
  });
});

describe('what proved a claim', () => {
  const removedOf = async (claim: HoursClaim) =>
    (await Upload.findAll({ where: { ownerId: claim.id, ownerKind: ['hours_claim', 'former-hours_claim'] } })).map(
      ({ removedWhy }) => removedWhy,
    );

  test('goes when it is withdrawn', async () => {
    const claim = await makeClaim(actor, { title: '撤回的课程' });
    await withdrawClaim({ actor, id: claim.id });
    expect(await removedOf(claim)).toEqual(['withdrawn']);
    // The claim goes on saying that there was something.
    const [file] = (await showOwnClaim({ actor, id: claim.id })).attachments;
    await expect(readFile({ actor, owner: ofHoursClaim(claim.id), token: file!.id })).rejects.toThrow(
      '附件已由提交人撤回',
    );
  });

  test('goes two years after it was decided, with what was taken off it, not an instant before; what waits keeps it', async () => {
    await HoursClaim.destroy({ where: {} });
    const claim = await makeClaim(actor, { title: '补正过的课程' });
    await decide(claim, { verdict: 'return' });
    const { idempotencyKey: _key, ...input } = await claimInput(actor, { title: '补正过的课程' });
    await mendClaim({ actor, id: claim.id, input: { ...input, version: claim.version } });
    const waiting = await makeClaim(actor, { title: '等待中的课程', idempotencyKey: newKey() });
    await decide(claim, { verdict: 'accept' });
    const at = clock.now();
    expect(await dropProofsBefore(at)).toBe(0);
    expect(await dropProofsBefore(at + 1)).toBe(2);
    expect(await removedOf(claim)).toEqual(['expired', 'expired']);
    expect(await removedOf(waiting)).toEqual([null]);
    expect(await dropProofsBefore(at + 1)).toBe(0);
  });
});
