import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { DAY_MS } from '../../contract/dates.ts';
import { operationsEndpoints } from '../../contract/operations/endpoints.ts';
import { clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { registry } from '../../platform/metrics/metrics.ts';
import { signer } from '../../platform/signer/signer.ts';
import { useApi } from '../../test/api.ts';
import { useOffice } from '../../test/office.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { Account } from '../accounts/model.ts';
import { Message } from '../outbox/model.ts';
import { watchSigningCertificate } from './watch-signing-certificate.ts';

useOffice();
const api = useApi();

const told = async () =>
  (await Message.findAll({ where: { template: 'signing_expiry' }, order: ['id'] })).map(({ recipient, data }) => [
    recipient,
    data['left'],
  ]);
const daysBefore = (days: number) => freezeClock(signer.validUntil - days * DAY_MS);

beforeEach(async () => {
  await staffToken('administrator');
  await staffToken('reviewer');
  const [one, other] = await Account.findAll({ where: { kind: 'staff' }, order: ['id'] });
  await one?.update({ email: 'admin@example.com' });
  await other?.update({ email: 'reviewer@example.com' });
});
afterEach(releaseClock);

test('administrators are told 90, 30 and 7 days before, and when it has ended: each once, nobody else', async () => {
  for (const days of [200, 91, 90, 89, 40, 30, 30, 8, 7, 1, -1, -1, -20]) {
    daysBefore(days);
    await watchSigningCertificate();
  }
  expect(await told()).toEqual([
    ['admin@example.com', '还有 90 天到期'],
    ['admin@example.com', '还有 30 天到期'],
    ['admin@example.com', '还有 7 天到期'],
    ['admin@example.com', '已经到期，新的证明不能签名，等待更换'],
  ]);
});

test('the workbench and the metrics say until when', async () => {
  const { validUntil } = signer;
  expect(await registry.metrics()).toContain(`signing_certificate_not_after_seconds ${Math.floor(validUntil / 1_000)}`);
  freezeClock(validUntil - 20.5 * DAY_MS);
  const as = await staffToken('reviewer');
  const { json } = await api.call(operationsEndpoints.showOverview, { as });
  expect(json).toMatchObject({
    signing: { daysLeft: 20, fault: null, isUntrusted: false, isUnsealed: false, waiting: 0 },
  });
  expect(clock.now()).toBeLessThan(validUntil);
});
