import { beforeAll, expect, test } from '@jest/globals';
import { clock } from '../../platform/clock/clock.ts';
import { hashToken, randomToken } from '../../platform/crypto/tokens.ts';
import { issue } from '../../test/factories/certificate.ts';
import { useOffice } from '../../test/office.ts';
import { makeFirm, memberActor } from '../../test/factories/registry.ts';
import type { MemberActor } from '../../actor.ts';
import type { Certificate } from '../certificates/model.ts';
import { countView } from './count-view.ts';
import { newSecrets } from './link-secrets.ts';
import { ShareLink } from './model.ts';
import { stateOf } from './rules.ts';

useOffice();

let actor: MemberActor;
let certificate: Certificate;
beforeAll(async () => {
  actor = await memberActor({ firmId: (await makeFirm()).id });
  certificate = await issue(actor);
});

const link = (viewLimit: number) =>
  ShareLink.create({
    certificateId: certificate.id,
    accountId: actor.accountId,
    ...newSecrets({ hasCode: false }),
    recipient: '银行',
    purpose: '',
    codeTries: 0,
    viewLimit,
    views: 0,
    mayDownload: false,
    createdAt: clock.now(),
    expiresAt: clock.now() + 86_400_000,
    version: 1,
    revokedAt: null,
  });
const view = (linkId: number) => countView({ linkId, visitHash: hashToken(randomToken(128)), device: '微信' });

test('of twenty at once exactly three get in, twenty times over', async () => {
  for (let n = 0; n < 20; n++) {
    const { id } = await link(3);
    const admitted = await Promise.all(Array.from({ length: 20 }, () => view(id)));
    expect(admitted.filter(Boolean)).toHaveLength(3);
    expect((await ShareLink.findByPk(id))?.views).toBe(3);
  }
});

test('control: who looks first and counts afterwards lets more in', async () => {
  const { id } = await link(3);
  const careless = async () => {
    const seen = await ShareLink.findByPk(id, { rejectOnEmpty: true });
    if (stateOf(seen, clock.now()) !== 'open') return false;
    await ShareLink.update({ views: seen.views + 1 }, { where: { id } });
    return true;
  };
  const admitted = await Promise.all(Array.from({ length: 20 }, careless));
  expect(admitted.filter(Boolean).length).toBeGreaterThan(3);
});
