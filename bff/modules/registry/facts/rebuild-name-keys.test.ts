import { expect, test } from '@jest/globals';
import '../../../models.ts';
import { transaction } from '../../../platform/db/database.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeFirm, makeLawyer } from '../../../test/factories/registry.ts';
import { listFirms } from '../firms/list-firms.ts';
import { listLawyers } from '../lawyers/list-lawyers.ts';
import { rebuildNameKeys } from './rebuild-name-keys.ts';
import { indexNames } from './search-names.ts';

useDatabase();
const { signal } = new AbortController();

test('names that were keyed before a dot was known to be one are found as they are typed today', async () => {
  const lawyer = await makeLawyer({ name: '买买提·艾力' });
  const firm = await makeFirm({ name: '江海·山律师事务所' });
  // As they were written then: the dot of the time, and a key that holds it.
  await transaction(async (t) => {
    await lawyer.update({ name: '买买提\u2E31艾力', nameKey: '买买提\u2E31艾力' }, { transaction: t });
    await firm.update({ name: '江海\u2E31山律师事务所', nameKey: '江海\u2E31山律师事务所' }, { transaction: t });
    await indexNames('lawyer', [lawyer], t);
    await indexNames('firm', [firm], t);
  });
  const found = async () => [
    ...(await listLawyers({ search: '提·艾' })).items.map(({ id }) => id),
    ...(await listFirms({ search: '海山律' })).items.map(({ id }) => id),
  ];
  expect(await found()).toEqual([]);
  const { version, updatedAt } = await lawyer.reload();

  await rebuildNameKeys(signal);
  expect(await found()).toEqual([lawyer.id, firm.id]);
  // Nobody has changed the record: whoever is editing it can save.
  expect(await lawyer.reload()).toMatchObject({ version, updatedAt, nameKey: '买买提艾力', name: '买买提\u2E31艾力' });

  await rebuildNameKeys(signal);
  expect(await found()).toEqual([lawyer.id, firm.id]);
});
