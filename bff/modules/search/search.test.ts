import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Role } from '../../contract/accounts/enums.ts';
import { searchEndpoints } from '../../contract/search/endpoints.ts';
import type { SearchReply } from '../../contract/search/replies.ts';
import { useApi } from '../../test/api.ts';
import { transaction } from '../../platform/db/database.ts';
import { makeActivity } from '../../test/factories/activities/activity.ts';
import { makeAnnouncement } from '../../test/factories/announcement.ts';
import { makeTicket } from '../../test/factories/ticket.ts';
import { indexNames } from '../registry/facts/search-names.ts';
import { Lawyer } from '../registry/model.ts';
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

  test('finds members by the initials of their names, after a change by the new ones', async () => {
    expect(await search('jhwc')).toEqual(['firm 江海望潮律师事务所']);
    expect(await search('WRWC')).toEqual(['lawyer 闻人望潮']);
    const { id } = await makeLawyer({ name: '单志远' });
    // A surname is read as a surname: not dzy.
    expect(await search('szy')).toEqual(['lawyer 单志远']);
    expect(await search('dzy')).toEqual([]);
    await transaction(async (t) => {
      const row = await Lawyer.findByPk(id, { transaction: t, rejectOnEmpty: true });
      await row.update({ name: '林志远', nameKey: '林志远' }, { transaction: t });
      await indexNames('lawyer', [row], t);
    });
    expect([await search('szy'), await search('lzy')]).toEqual([[], ['lawyer 林志远']]);
  });

  test('finds what is published, and tickets by number, for those who may open them', async () => {
    const firm = await makeFirm();
    const ticket = await makeTicket(await memberActor({ firmId: firm.id }));
    await makeAnnouncement({ title: '临江公告' });
    await makeActivity({ title: '临江论坛' });
    expect(await search(ticket.number, 'reviewer')).toEqual([`ticket ${ticket.number}`]);
    expect(await search(ticket.number, 'finance')).toEqual([]);
    expect(await search('临江', 'service')).toEqual(['announcement 临江公告']);
    expect(await search('临江', 'events')).toEqual(['activity 临江论坛']);
    expect(await search('临江', 'finance')).toEqual([]);
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
