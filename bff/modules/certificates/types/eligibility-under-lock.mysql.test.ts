import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { clock } from '../../../platform/clock/clock.ts';
import { select, transaction } from '../../../platform/db/database.ts';
import { eventually } from '../../../test/eventually.ts';
import { editType } from '../../../test/factories/edit-type.ts';
import { submit } from '../../../test/factories/certificate.ts';
import { makeDues } from '../../../test/factories/record.ts';
import { makeFirm, memberActor } from '../../../test/factories/registry.ts';
import { useOffice } from '../../../test/office.ts';
import { lockForWriting } from '../../registry/facts/lock-subjects.ts';
import { Dues } from '../../registry/records/record-model.ts';
import { Application } from '../model.ts';

useOffice();

const waiting = async () => {
  const sql = "SELECT COUNT(*) AS transactions FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'";
  const [row] = await select(z.strictObject({ transactions: z.int() }), sql, []);
  return row?.transactions;
};

// SQLite has one writer at a time: there the application waits before it reads anything.
test('what is recorded while somebody applies is seen: the application waits for it, and is refused', async () => {
  const { id: firmId } = await makeFirm();
  await makeDues({ subjectKind: 'firm', subjectId: firmId, year: Number(clock.today().slice(0, 4)) });
  await editType('firm-clean', { eligibility: { atom: 'dues', settled: 'this' } });
  const actor = await memberActor({ firmId });
  // Begun outside of the registrar's transaction.
  const start = Promise.withResolvers<void>();
  const asked = start.promise
    .then(() => submit(actor))
    .then(
      () => 'submitted',
      (error: { fields?: Record<string, string> }) => error.fields?.['type'],
    );
  await transaction(async (t) => {
    await lockForWriting({ firmIds: [firmId], lawyerIds: [] }, t);
    await Dues.update({ state: 'unpaid' }, { where: { firmId }, transaction: t });
    start.resolve();
    await eventually(async () => expect(await waiting()).toBe(1), { withinMs: 20_000, everyMs: 100 });
  });
  expect(await asked).toContain('须缴清本年度会费');
  expect(await Application.count()).toBe(0);
});
