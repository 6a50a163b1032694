import { beforeAll, describe, expect, test } from '@jest/globals';
import { QueryTypes } from 'sequelize';
import { certificateEndpoints as endpoints } from '../../../contract/certificates/endpoints.ts';
import type { OwnApplicationRow } from '../../../contract/certificates/endpoints.ts';
import type { Page } from '../../../contract/endpoint.ts';
import { database } from '../../../platform/db/database.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { submit } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { useOffice } from '../../../test/office.ts';
import { Lawyer } from '../../registry/model.ts';
import { searchOwn } from './find-own.ts';

useOffice();
const api = useApi();

let firm: { id: number };
let member = '';
/** Of the lawyer who is named last. */
let licenceNo = '';
const ids: Record<string, number> = {};
const numbers: Record<string, string> = {};
beforeAll(async () => {
  firm = await makeFirm();
  const [one, two, gone] = [
    await makeLawyer({ firmId: firm.id, name: '买买提·艾力' }),
    await makeLawyer({ firmId: firm.id, name: '江云舟' }),
    await makeLawyer({ firmId: firm.id, name: '江云帆' }),
  ];
  licenceNo = gone.licenceNo;
  const actor = await memberActor({ firmId: firm.id });
  const keep = async (name: string, more: Parameters<typeof submit>[1]) => {
    const application = await submit(actor, more);
    ids[name] = application.id;
    numbers[name] = application.number;
  };
  await keep('one', { type: 'firm-some-lawyers-clean', lawyerIds: [one.id], purpose: '投标（Ａ标段）' });
  await keep('both', {
    type: 'firm-some-lawyers-clean',
    lawyerIds: [two.id, one.id, gone.id],
    purpose: '100%国有企业 Visa',
  });
  await keep('firm', { purpose: '银行_开户' });
  // Who has left the firm since is still named by its letters.
  await Lawyer.update({ firmId: null, status: 'cancelled' }, { where: { id: gone.id } });
  const other = await makeFirm();
  const theirs = await makeLawyer({ firmId: other.id, name: '江云飞' });
  await submit(await memberActor({ firmId: other.id }), {
    type: 'firm-some-lawyers-clean',
    lawyerIds: [theirs.id],
    purpose: '银行_开户',
  });
  member = await memberToken({ firmId: firm.id });
});

const find = async (search: string) =>
  (await api.call(endpoints.listApplications, { as: member, query: { search } }))
    .json as unknown as Page<OwnApplicationRow>;
const found = async (search: string) =>
  (await find(search)).items.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id) ?? 'of another');

describe('a firm looks for one of its letters', () => {
  test.each<[string, string[]]>([
    ['买买提•艾力', ['both', 'one']],
    ['艾力', ['both', 'one']],
    ['云帆', ['both']],
    ['云飞', []],
    ['投标', ['one']],
    ['投标（Ａ', ['one']],
    ['visa', ['both']],
    ['VISA', ['both']],
    ['100%', ['both']],
    ['银行_', ['firm']],
    ['1%0', []],
    ['%', ['both']],
    ['_', ['firm']],
    ["'", []],
    ['\\', []],
    ['　', ['firm', 'both', 'one']],
  ])('by %s', async (search, expected) => {
    expect(await found(search)).toEqual(expected);
    expect(await find(search)).toMatchObject({ total: expected.length, next: null });
  });

  test('by the number, whole, by its end, or in full-width digits', async () => {
    const number = numbers['both'] ?? '';
    expect(await found(number)).toEqual(['both']);
    expect(await found(number.slice(3))).toEqual(['both']);
    expect(await found(number.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)))).toEqual(['both']);
  });

  test('a row says purpose and lawyers, whom one looked for first', async () => {
    const [row] = (await find('云帆')).items;
    expect(row).toMatchObject({ purpose: '100%国有企业 Visa', lawyerCount: 3 });
    expect(row?.lawyerNames[0]).toBe('江云帆');
    expect((await find(licenceNo)).items[0]?.lawyerNames[0]).toBe('江云帆');
    expect((await find('银行')).items[0]).toMatchObject({ lawyerNames: [], lawyerCount: 0 });
  });

  test('looks through its own rows alone, by index', async () => {
    const { sql, values } = searchOwn({ kind: 'firm', id: firm.id }, '江云');
    const plan = await database.sequelize.query(
      `EXPLAIN ${database.dialect === 'sqlite' ? 'QUERY PLAN ' : ''}SELECT a.id FROM applications a
       WHERE a.applicant_kind = 'firm' AND a.applicant_id = ${firm.id} AND (${sql}) ORDER BY a.submitted_at DESC LIMIT 21`,
      { replacements: values, type: QueryTypes.SELECT },
    );
    expect(JSON.stringify(plan)).toMatch(
      /SEARCH a USING INDEX ix_applications_applicant_kind|"table":"a","type":"ref"/,
    );
  });
});
