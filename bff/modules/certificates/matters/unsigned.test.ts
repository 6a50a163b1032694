import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { certificateEndpoints } from '../../../contract/certificates/endpoints.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { certificateOf, eventsOf, submit } from '../../../test/factories/certificate.ts';
import { firmWith, mattersOf, settle, verified } from '../../../test/factories/matters.ts';
import { makeDiscipline } from '../../../test/factories/registry.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { Application } from '../model.ts';
import { CertificateMatter } from './model.ts';

/** A letter is approved; before it is signed, the register says that it is not so. */

useOffice();
const api = useApi();
afterEach(releaseClock);
let staff = '';
beforeAll(async () => {
  staff = await staffToken('registrar', 'reviewer');
});

/** Approved by the machine, not signed yet. */
async function approved() {
  freezeClock(clock.now());
  const { firm, actor } = await firmWith();
  const certificate = await certificateOf((await submit(actor)).id);
  expect(certificate.issueState).toBe('issuing');
  return { firm, certificate, member: await memberToken({ firmId: firm.id }) };
}
async function laterWork() {
  advanceClock(60_000);
  await doDueWork();
}
const against = (firmId: number) => makeDiscipline({ subjectKind: 'firm', subjectId: firmId });

test('it waits, unsigned, until somebody says that it is true all the same', async () => {
  const { firm, certificate } = await approved();
  await against(firm.id);
  for (let n = 0; n < 3; n++) await laterWork();
  expect((await certificate.reload()).issueState).toBe('waiting');
  const [matter] = await mattersOf(certificate);
  expect((await settle(api, { as: staff, id: matter!.id, act: 'uphold' })).status).toBe(200);
  await laterWork();
  expect((await certificate.reload()).issueState).toBe('issued');
  expect(await verified(api, certificate)).toEqual({ standing: 'valid', isUnderReview: false });
});

test('it is never signed when somebody takes it back, and the member reads why', async () => {
  const { firm, certificate, member } = await approved();
  await against(firm.id);
  await laterWork();
  const [matter] = await mattersOf(certificate);
  const reason = '出具前收到处分决定';
  expect((await settle(api, { as: staff, id: matter!.id, act: 'revoke', reason })).status).toBe(200);
  for (let n = 0; n < 3; n++) await laterWork();
  expect(await certificate.reload()).toMatchObject({ storageKey: null, issuedAt: null, standing: 'revoked' });
  const params = { id: certificate.applicationId };
  const shown = (await api.call(certificateEndpoints.showApplication, { as: member, params })).json;
  expect(shown).toMatchObject({ outcome: 'rejected', opinion: reason, issueState: null, certificate: null });
  expect((await eventsOf(certificate.applicationId)).slice(-1)).toEqual(['rejected']);
  expect((await api.call(certificateEndpoints.retryIssue, { as: staff, params })).status).toBe(409);
  expect(await Application.count({ where: { id: params.id, issueState: 'waiting' } })).toBe(0);
});

test('nor when somebody writes into the rows that it was never taken back, or was never questioned', async () => {
  const { firm, certificate } = await approved();
  await against(firm.id);
  const [matter] = await mattersOf(certificate);
  await CertificateMatter.destroy({ where: { certificateId: certificate.id } });
  await laterWork();
  expect((await certificate.reload()).issueState).toBe('waiting');
  await CertificateMatter.create({ ...matter!.get() });
  await settle(api, { as: staff, id: matter!.id, act: 'revoke', reason: '出具前收到处分决定' });
  await certificate.reload();
  await certificate.update({ standing: 'valid', standingAt: null, standingReason: '', issueState: 'issuing' });
  await transaction((t) => enqueue('issue-certificate', { certificateId: certificate.id }, { t }));
  await laterWork();
  expect(await certificate.reload()).toMatchObject({ storageKey: null, issuedAt: null });
});

test('one that takes effect from today on keeps nobody waiting: the letter was true when it was decided', async () => {
  const { firm, certificate } = await approved();
  const today = clock.today();
  await makeDiscipline({
    subjectKind: 'firm',
    subjectId: firm.id,
    decidedOn: today,
    effectiveFromOn: today,
    state: 'open',
  });
  await laterWork();
  expect((await certificate.reload()).issueState).toBe('issued');
});
