import { describe, expect, test } from '@jest/globals';
import { offersEndpoints } from '../../../contract/offers/endpoints.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { submit } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { useOffice } from '../../../test/office.ts';

useOffice();
const api = useApi();

const offers = async (member: Parameters<typeof memberToken>[0]) => {
  const answer = await api.call(offersEndpoints.showOffers, { as: await memberToken(member) });
  expect(answer.status).toBe(200);
  return answer.json;
};
const MAILED = {
  pickup: 'mail',
  copies: 1,
  recipient: '前台',
  phone: '13800000001',
  address: '文华区书院街22号6层',
} as const;

describe('what a form need not be told again', () => {
  test('a firm that never applied is offered what is registered', async () => {
    const firm = await makeFirm({
      email: 'office@firm.example',
      phone: '0700-6600001',
      personInCharge: '周明',
      address: '文华区1号',
    });
    expect(await offers({ firmId: firm.id })).toEqual({
      emails: [{ from: 'registry', email: 'office@firm.example' }],
      mailings: [{ from: 'registry', recipient: '周明', phone: '0700-6600001', address: '文华区1号' }],
    });
  });

  test('what was filled in last comes first, and the same line comes once', async () => {
    const firm = await makeFirm({ email: 'office@firm.example', phone: '0700-6600001', address: '文华区1号' });
    const actor = await memberActor({ firmId: firm.id });
    await submit(actor, { email: 'first@firm.example', paper: MAILED });
    await submit(actor, { email: 'Office@Firm.example' });
    const offered = await offers({ firmId: firm.id });
    expect(offered['emails']).toEqual([
      { from: 'last', email: expect.stringMatching(/^office@firm\.example$/i) as unknown },
    ]);
    expect(offered['mailings']).toMatchObject([
      { from: 'last', recipient: '前台', phone: '13800000001', address: '文华区书院街22号6层' },
      { from: 'registry', address: '文华区1号' },
    ]);
  });

  test('a lawyer is offered his or her own lines at the firm’s address, never a colleague’s', async () => {
    const firm = await makeFirm({ email: 'office@firm.example', address: '文华区1号' });
    const lawyer = await makeLawyer({
      firmId: firm.id,
      name: '林知远',
      email: 'lin@firm.example',
      phone: '13800000002',
    });
    await submit(await memberActor({ firmId: firm.id }), { email: 'secret@firm.example' });
    expect(await offers({ lawyerId: lawyer.id })).toEqual({
      emails: [{ from: 'registry', email: 'lin@firm.example' }],
      mailings: [{ from: 'registry', recipient: '林知远', phone: '13800000002', address: '文华区1号' }],
    });
  });
});
