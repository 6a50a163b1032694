import { beforeAll, describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import { useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { changeCalls } from '../../../test/factories/profiles/profile-change-calls.ts';
import { makeFirm, staffActor } from '../../../test/factories/registry.ts';
import { isFull } from '../../../test/heavy.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { transaction } from '../../../platform/db/database.ts';
import { takeOverContacts } from '../../registry/contacts/take-over-contacts.ts';
import { Lawyer } from '../../registry/model.ts';
import { ProfileChange } from '../change-model.ts';
import { ProfileSnapshot } from '../model.ts';

useDatabase();
const api = useApi();
const { approvedLawyer, archive, ask, openOf, pass, rowsOf } = changeCalls(api);
const ROUNDS = isFull ? 500 : 4;
let registrar: string;
let firmId: number;
beforeAll(async () => {
  firmId = (await makeFirm()).id;
  registrar = await staffToken('registrar');
});
const valuesOf = async (as: string) => rowsOf(await archive(as), 'basic')[0]?.values ?? {};

describe('within the same moment', () => {
  test('a change at once and a decision: neither is lost, and none is told that it was where it was not', async () => {
    const { as, lawyerId } = await approvedLawyer(registrar, firmId);
    for (let round = 0; round < ROUNDS; round++) {
      const ethnicity = round % 2 === 0 ? '02' : '01';
      const strengths = `第${round}次`;
      await ask(as, 'basic', { ethnicity });
      const { id, version } = await openOf(lawyerId);
      const [asked, decided] = await Promise.all([
        ask(as, 'basic', { strengths, ethnicity }),
        pass(registrar, id, version),
      ]);
      const now = await valuesOf(as);
      expect(now['strengths'] === strengths).toBe(asked.status === 200);
      if (asked.status !== 200) expect(asked.json.error?.code).toBe('changed_meanwhile');
      if (decided.status === 200) expect(now['ethnicity']).toBe(ethnicity);
      // What was amended meanwhile waits as it is now, and passes.
      const left = await ProfileChange.findOne({ where: { lawyerId, openMark: 'open' } });
      expect(left === null).toBe(decided.status === 200);
      if (left) expect((await pass(registrar, left.id, left.version)).status).toBe(200);
      expect((await valuesOf(as))['ethnicity']).toBe(ethnicity);
    }
    const numbers = (await ProfileSnapshot.findAll({ where: { lawyerId } })).map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('staff change the registry while a change is decided: the registry’s value stands in both', async () => {
    const { as, lawyerId } = await approvedLawyer(registrar, firmId);
    for (let round = 0; round < ROUNDS; round++) {
      const phone = `137${String(10_000_000 + round)}`;
      const ethnicity = round % 2 === 0 ? '02' : '01';
      await ask(as, 'basic', { ethnicity });
      const { id, version } = await openOf(lawyerId);
      const wanted = { phone };
      const [, decided] = await Promise.all([
        transaction((t) => takeOverContacts({ actor: staffActor('registrar'), lawyerId, wanted }, t)),
        pass(registrar, id, version),
      ]);
      expect(decided.status).toBe(200);
      const { mobile, ethnicity: said } = await valuesOf(as);
      const registered = await Lawyer.findByPk(lawyerId, { rejectOnEmpty: true });
      expect([mobile, said, registered.phone]).toEqual([phone, ethnicity, phone]);
    }
  });
});
