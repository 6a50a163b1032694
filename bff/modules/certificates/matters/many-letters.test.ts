import { expect, test } from '@jest/globals';
import { sha256 } from '../../../platform/crypto/sha256.ts';
import { makeDiscipline, makeFirm, memberActor } from '../../../test/factories/registry.ts';
import { issue, newKey } from '../../../test/factories/certificate.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { Application, Certificate } from '../model.ts';
import { raiseMoreMatters } from './raise-matters.ts';
import { CertificateMatter, FactChange } from './model.ts';

useOffice();

/** A firm with one letter many times over. */
async function firmWithLetters(count: number) {
  const firm = await makeFirm();
  const certificate = await issue(await memberActor({ firmId: firm.id }));
  const { id: _a, number: _b, ...asked } = (await Application.findByPk(certificate.applicationId))!.get();
  const { id: _c, ...issued } = certificate.get();
  for (let n = 1; n < count; n++) {
    const number = `29${firm.id}${String(n).padStart(6, '0')}`;
    const application = await Application.create({ ...asked, idempotencyKey: newKey(), number });
    const own = { applicationId: application.id, number, token: `${number}t`, code: `${number}c` };
    await Certificate.create({ ...issued, ...own, storageKey: `${number}.pdf`, sha256: sha256(number) });
  }
  return firm;
}

test('of a firm with very many letters the latest are marked at once, all others by the job, each once', async () => {
  const firm = await firmWithLetters(230);
  await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id });
  const change = await FactChange.findOne({ where: { subjectKind: 'firm', subjectId: firm.id }, rejectOnEmpty: true });
  const where = { changeId: change.id };
  expect(await CertificateMatter.count({ where })).toBe(100);

  // A worker that dies between two pieces leaves what is done, and the rest to the next.
  const died = new AbortController();
  died.abort(new Error('dead'));
  await expect(raiseMoreMatters(change.id, died.signal)).rejects.toThrow('dead');
  await doDueWork();
  expect(await CertificateMatter.count({ where })).toBe(230);
  expect((await change.reload()).untilCertificateId).toBeNull();
  await raiseMoreMatters(change.id, new AbortController().signal);
  expect(await CertificateMatter.count({ where })).toBe(230);
});
