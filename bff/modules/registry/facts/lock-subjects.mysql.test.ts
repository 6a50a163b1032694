import { beforeEach, expect, test } from '@jest/globals';
import '../../../models.ts';
import { transaction } from '../../../platform/db/database.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeDiscipline, makeFirm } from '../../../test/factories/registry.ts';
import { lockForReading } from './lock-subjects.ts';
import type { Firm } from '../model.ts';
import { readFirmFacts } from './read-registry-facts.ts';

useDatabase();
let firm: Firm;
beforeEach(async () => {
  firm = await makeFirm();
});

test('control: without the lock a record slips in between reading and deciding', async () => {
  const start = Promise.withResolvers<void>();
  const entering = start.promise.then(() => makeDiscipline({ subjectKind: 'firm', subjectId: firm.id }));
  await transaction(async (t) => {
    expect((await readFirmFacts(firm.id, t)).discipline).toEqual([]);
    start.resolve();
    await entering;
    expect((await readFirmFacts(firm.id, t)).discipline).toHaveLength(1);
  });
});

test('two decisions about the same firm do not wait for each other', async () => {
  const subjects = { firmIds: [firm.id], lawyerIds: [] };
  const start = Promise.withResolvers<void>();
  const second = start.promise.then(() => transaction((t) => lockForReading(subjects, t)));
  await transaction(async (t) => {
    await lockForReading(subjects, t);
    start.resolve();
    await second;
  });
});

test('a firm is locked alone: nothing about another one waits', async () => {
  const other = await makeFirm();
  const start = Promise.withResolvers<void>();
  const entering = start.promise.then(() => makeDiscipline({ subjectKind: 'firm', subjectId: other.id }));
  await transaction(async (t) => {
    await lockForReading({ firmIds: [firm.id], lawyerIds: [] }, t);
    start.resolve();
    await entering;
  });
});
