import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Role } from '../../contract/accounts/enums.ts';
import { searchEndpoints } from '../../contract/search/endpoints.ts';
import type { SearchReply } from '../../contract/search/replies.ts';
import { useApi } from '../../test/api.ts';
import { submit } from '../../test/factories/certificate.ts';
import { useOffice } from '../../test/office.ts';
import { makeFirm, makeLawyer, memberActor } from '../../test/factories/registry.ts';
import { staffToken } from '../../test/trouble/trouble.ts';

useOffice();
const api = useApi();
let number: string;

beforeAll(async () => {
  const firm = await makeFirm({ name: '江海望潮律师事务所', phone: '13900001234' });
  await makeLawyer({ firmId: firm.id, name: '闻人望潮', licenceNo: '13201201510123456', phone: '13900005678' });
  number = (await submit(await memberActor({ firmId: firm.id }))).number;
});

async function search(q: string, role: Role = 'reviewer'): Promise<string[]> {
  const { json } = await api.call(searchEndpoints.searchOffice, { as: await staffToken(role), query: { q } });
  const { items } = json as SearchReply;
  return items.map(({ kind, title }) => `${kind} ${title}`);
}

describe('one box', () => {
  test('finds an application by its number, for those who may open it', async () => {
    expect(await search(` ${number} `)).toEqual([`application ${number}`]);
    expect(await search(number, 'service')).toEqual([]);
  });

  test('finds members by part of the name', async () => {
    expect(await search('望潮')).toEqual(['firm 江海望潮律师事务所', 'lawyer 闻人望潮']);
  });

  test('finds a lawyer by a licence number as it is printed', async () => {
    expect(await search('1320-1201-5101-23456')).toEqual(['lawyer 闻人望潮']);
  });

  test('finds members by telephone, but not for finance alone', async () => {
    expect(await search('139 0000 5678', 'service')).toEqual(['lawyer 闻人望潮']);
    expect(await search('13900001234', 'registrar')).toEqual(['firm 江海望潮律师事务所']);
    expect(await search('13900001234', 'finance')).toEqual([]);
    await makeFirm({ name: '江海听涛律师事务所', phone: '0700-88886609' });
    for (const typed of ['070088886609', '0700-88886609', '（0700）88886609', '(0700) 8888 6609']) {
      expect(await search(typed, 'registrar')).toEqual(['firm 江海听涛律师事务所']);
    }
  });
});
