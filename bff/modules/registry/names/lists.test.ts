import { beforeAll, describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeDiscipline, makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import type { FirmActor } from '../../../actor.ts';
import { listDiscipline } from '../discipline/list-discipline.ts';
import { listFirms } from '../firms/list-firms.ts';
import { listLawyers } from '../lawyers/list-lawyers.ts';
import { listOwnLawyers } from '../lawyers/list-own-lawyers.ts';
import type { Firm } from '../model.ts';

useDatabase();
const NAMES = ['林知远', '林远', '周𬭎', '周𬭎远', '𠮷田文', '阿依古丽·买买提', 'Ｊane Smith', '林知远'];
let firm: Firm;
let other: Firm;

beforeAll(async () => {
  firm = await makeFirm({ name: '江海衡正律师事务所', licenceNo: '24499199510000001' });
  other = await makeFirm({ name: '江海清鸣（自贸区）律师事务所', status: 'suspended', licenceNo: '24499201110000002' });
  for (const [i, name] of NAMES.entries()) {
    await makeLawyer({ name, firmId: firm.id, licenceNo: `1449920121010${String(i).padStart(4, '0')}` });
  }
  await makeLawyer({ name: '林外所', firmId: other.id, category: 'company', licenceNo: '14499201270990000' });
});

const names = ({ items }: { items: { name: string }[] }) => items.map(({ name }) => name).sort();

describe('names are found by any part', () => {
  test.each([
    ['知远', ['林知远', '林知远']],
    ['林', ['林外所', '林知远', '林知远', '林远']],
    ['远', ['周𬭎远', '林知远', '林知远', '林远']],
    ['𬭎', ['周𬭎', '周𬭎远']],
    ['周𬭎远', ['周𬭎远']],
    ['古丽买买', ['阿依古丽·买买提']],
    ['阿依古丽•买买提', ['阿依古丽·买买提']],
    ['JANE s', ['Ｊane Smith']],
    [' 林 知 远 ', ['林知远', '林知远']],
    // Both pairs occur, but not side by side.
    ['知远知', []],
    ['𡃁', []],
    ['%', []],
    ["' OR 1=1 --", []],
  ])('%s', async (search, found) => {
    expect(names(await listLawyers({ search }))).toEqual([...found].sort());
  });

  test('firms too', async () => {
    expect(names(await listFirms({ search: '清鸣（自' }))).toEqual([other.name]);
    expect(names(await listFirms({ search: '清鸣(自' }))).toEqual([other.name]);
    expect(names(await listFirms({ search: '律师事务所', status: 'active' }))).toEqual([firm.name]);
  });
});

describe('numbers', () => {
  test('a licence number is found by its beginning, in its own order, full-width digits included', async () => {
    const { items } = await listLawyers({ search: '１４４９９２０１２１０１０' });
    expect(items.map(({ licenceNo }) => licenceNo.slice(-4))).toEqual(NAMES.map((_, i) => String(i).padStart(4, '0')));
  });
  test('a firm by licence number and by whole credit code', async () => {
    expect(names(await listFirms({ search: '244991995' }))).toEqual([firm.name]);
    expect(names(await listFirms({ search: other.uscc.toLowerCase() }))).toEqual([other.name]);
  });
});

describe('pages', () => {
  async function readAll(list: (cursor?: string) => Promise<{ items: { id: number }[]; next: string | null }>) {
    const ids: number[] = [];
    let cursor: string | undefined;
    for (;;) {
      const page = await list(cursor);
      ids.push(...page.items.map(({ id }) => id));
      if (page.next === null) return ids;
      cursor = page.next;
    }
  }

  test.each([
    ['all', {}, 9],
    ['by name', { search: '林' }, 4],
    ['by number', { search: '1449920121' }, 8],
    ['by category', { category: 'company' as const }, 1],
  ])('%s: every row once, in one order, whatever the page size', async (_what, filter, count) => {
    const whole = (await listLawyers({ ...filter, limit: 500 })).items.map(({ id }) => id);
    expect(whole).toHaveLength(count);
    for (const limit of [1, 2, 3]) {
      expect(await readAll((cursor) => listLawyers({ ...filter, cursor, limit }))).toEqual(whole);
    }
    expect((await listLawyers({ ...filter, limit: 1 })).total).toBe(count);
  });

  test('own lawyers come by name, two of one name by id, and none of another firm', async () => {
    const actor = (await memberActor({ firmId: firm.id })) as FirmActor;
    const whole = (await listOwnLawyers({ actor, limit: 500 })).items;
    expect(whole.map(({ name }) => name)).not.toContain('林外所');
    expect(whole).toHaveLength(NAMES.length);
    expect(await readAll((cursor) => listOwnLawyers({ actor, cursor, limit: 3 }))).toEqual(whole.map(({ id }) => id));
    expect(names(await listOwnLawyers({ actor, search: '知远' }))).toEqual(['林知远', '林知远']);
    expect(names(await listOwnLawyers({ actor, search: '0100002' }))).toEqual(['周𬭎']);
  });

  test.each(['x', 'e30', Buffer.from('[{}, 1]').toString('base64url')])(
    'a forged cursor %s is refused',
    async (cursor) => {
      await expect(listLawyers({ cursor })).rejects.toMatchObject({ code: 'bad_request' });
    },
  );
});

test('discipline records by subject, state and any part of name or document number', async () => {
  const lawyer = await makeLawyer({ name: '郑启明' });
  const first = await makeDiscipline({
    subjectKind: 'firm',
    subjectId: other.id,
    documentNo: '江律纪字〔2025〕第12号',
  });
  const second = await makeDiscipline({ subjectKind: 'lawyer', subjectId: lawyer.id, state: 'open', documentNo: '' });
  const ids = async (filter: Parameters<typeof listDiscipline>[0]) =>
    (await listDiscipline(filter)).items.map(({ id }) => id);
  expect(await ids({})).toEqual([second.id, first.id]);
  expect(await ids({ subjectKind: 'firm' })).toEqual([first.id]);
  expect(await ids({ subjectKind: 'lawyer', subjectId: lawyer.id })).toEqual([second.id]);
  expect(await ids({ state: 'open' })).toEqual([second.id]);
  expect(await ids({ search: '启明' })).toEqual([second.id]);
  expect(await ids({ search: '第12号' })).toEqual([first.id]);
  expect(await ids({ search: other.licenceNo })).toEqual([first.id]);
  expect(first).toMatchObject({ subjectName: other.name, subjectLicenceNo: other.licenceNo, subjectKind: 'firm' });
});

describe('sorted by a column, page by page', () => {
  const walk = async <Row>(
    list: (page: { limit: number; cursor?: string }) => Promise<{ items: Row[]; next: string | null }>,
  ) => {
    const rows: Row[] = [];
    for (let cursor: string | undefined; ;) {
      const { items, next } = await list({ limit: 2, ...(cursor && { cursor }) });
      rows.push(...items);
      if (next === null) return rows;
      cursor = next;
    }
  };
  const reversed = <Row>(rows: readonly Row[]) => [...rows].reverse();

  test('firms by how many lawyers they have, and by number: every row once, either way', async () => {
    for (const column of ['lawyerCount', 'licenceNo'] as const) {
      const up = (await walk((page) => listFirms({ ...page, order: column }))).map((row) => row[column]);
      const down = (await walk((page) => listFirms({ ...page, order: `-${column}` }))).map((row) => row[column]);
      expect(up).toHaveLength((await listFirms({})).items.length);
      expect(up).toEqual([...up].sort((a, b) => (a < b ? -1 : Number(a > b))));
      expect(down).toEqual(reversed(up));
    }
  });

  test('lawyers by number, also those that a name finds', async () => {
    const numbers = (await walk((page) => listLawyers({ ...page, search: '林', order: '-licenceNo' }))).map(
      ({ licenceNo }) => licenceNo,
    );
    expect(numbers).toEqual(reversed([...numbers].sort()));
    expect(numbers).toHaveLength(4);
  });

  test('discipline by the day of its decision, what has none first or last', async () => {
    const { id: subjectId } = await makeFirm();
    const subject = { subjectKind: 'firm' as const, subjectId };
    for (const decidedOn of ['2024-03-05', null, '2025-01-02', '2024-03-05']) {
      await makeDiscipline({ ...subject, decidedOn });
    }
    const days = async (order: 'decidedOn' | '-decidedOn') =>
      (await walk((page) => listDiscipline({ ...page, subjectId, order }))).map((row) => row.decidedOn);
    expect(await days('decidedOn')).toEqual([null, '2024-03-05', '2024-03-05', '2025-01-02']);
    expect(await days('-decidedOn')).toEqual(['2025-01-02', '2024-03-05', '2024-03-05', null]);
  });
});
