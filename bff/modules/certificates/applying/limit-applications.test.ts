import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { AppError } from '../../../errors.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { content, newKey, submit } from '../../../test/factories/certificate.ts';
import { makeManyLawyers } from '../../../test/factories/many-lawyers.ts';
import { useOffice } from '../../../test/office.ts';
import { makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import type { FirmActor } from '../../../actor.ts';
import { submitBulk } from '../../bulk/submit-bulk.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { updateSettings } from '../../settings/update-settings.ts';
import { submitApplication } from './submit-application.ts';

useOffice();
const HOUR_MS = 60 * 60_000;
beforeAll(async () => {
  const settings = { ...(await readSettings()), applicationsPerHour: 4, bulkLawyersPerHour: 3 };
  await updateSettings({ actor: staffActor('administrator'), settings });
});
afterEach(releaseClock);

const aFirm = async () => {
  const { id } = await makeFirm();
  return { actor: (await memberActor({ firmId: id })) as FirmActor, id };
};
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (error: unknown) => (error instanceof AppError ? error.code : error),
  );

test('an account submits so many applications an hour, however many at once', async () => {
  freezeClock(clock.now());
  const { actor } = await aFirm();
  const codes = await Promise.all(Array.from({ length: 12 }, () => codeOf(submit(actor))));
  expect(codes.sort()).toEqual([...Array<string>(4).fill('taken'), ...Array<string>(8).fill('too_many_requests')]);
  expect(await codeOf(submit((await aFirm()).actor))).toBe('taken');
  advanceClock(HOUR_MS);
  expect(await codeOf(submit(actor))).toBe('taken');
});

test('what was submitted is answered again beyond the limit, and what fails counts nothing', async () => {
  const { actor } = await aFirm();
  const foreign = content({ type: 'firm-some-lawyers-clean', lawyerIds: [999_999] });
  for (let n = 0; n < 5; n++) {
    const failed = submitApplication({ actor, content: foreign, idempotencyKey: newKey() });
    expect(await codeOf(failed)).toBe('invalid_fields');
  }
  const again = { actor, content: content(), idempotencyKey: newKey() };
  const id = await submitApplication(again);
  for (let n = 0; n < 3; n++) await submit(actor);
  expect(await codeOf(submit(actor))).toBe('too_many_requests');
  expect(await submitApplication(again)).toBe(id);
});

test('bulk applications have a limit of their own, by lawyers', async () => {
  const { actor, id } = await aFirm();
  const lawyerIds = (await makeManyLawyers(id, 2)).map(({ lawyerId }) => lawyerId);
  const order = (ids: number[]) => {
    const form = content({ type: 'firm-some-lawyers-clean', lawyerIds: ids });
    return codeOf(submitBulk({ actor, content: form, idempotencyKey: newKey() }));
  };
  const codes = await Promise.all([order(lawyerIds), order(lawyerIds), order(lawyerIds)]);
  expect(codes.sort()).toEqual(['taken', 'too_many_requests', 'too_many_requests']);
  expect(await order(lawyerIds.slice(0, 1))).toBe('taken');
  expect(await codeOf(submit(actor))).toBe('taken');
});
