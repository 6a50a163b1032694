import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Endpoint } from '../../contract/endpoint.ts';
import { Firm, Lawyer } from '../../modules/registry/model.ts';
import { readXlsx } from '../../platform/xlsx/read-xlsx.ts';
import { useApi, type Answer } from '../api.ts';
import { makeCast, type Caller, type Cast } from '../permissions/callers.ts';
import { readContract } from '../contract.ts';
import { liftLimits, useOffice } from '../office.ts';
import { pdfText } from '../pdf.ts';
import { TABLE } from '../permissions/table.ts';

/** Finance reads a telephone number where somebody gave it for an order; the registry's numbers are not its business. */

useOffice();
const api = useApi();
const NUMBERS = { firm: '07005550001', lawyer: '19955550002' };
let cast: Cast;
let endpoints: Map<string, Endpoint>;

beforeAll(async () => {
  cast = await makeCast();
  endpoints = await readContract();
  await liftLimits();
});

/** Everything that finance is answered, by the table of permissions. */
const READABLE = Object.entries(TABLE).flatMap(([name, row]) =>
  row.realm === 'staff' && row.passes.finance === 200 ? [{ name, row }] : [],
);

async function wordsOf({ headers, bytes }: Answer): Promise<string> {
  const type = headers.get('content-type') ?? '';
  if (type.includes('pdf')) return pdfText(bytes);
  if (type.includes('spreadsheet')) return JSON.stringify(await readXlsx(bytes));
  return bytes.toString();
}

async function readBy(caller: Caller, { name, row }: (typeof READABLE)[number]): Promise<string> {
  const call = await row.call?.(cast);
  // Whoever else the call has made is of the registry as well.
  await Firm.update({ phone: NUMBERS.firm }, { where: {} });
  await Lawyer.update({ phone: NUMBERS.lawyer }, { where: {} });
  const answer = await api.call(endpoints.get(name)!, { ...call, as: await cast.tokenOf(caller) });
  expect(answer.status).toBe(200);
  return wordsOf(answer);
}

describe('no telephone number of the registry is told to finance', () => {
  test.each(READABLE)('by $name', async (one) => {
    const words = await readBy('finance', one);
    for (const number of Object.values(NUMBERS)) expect(words).not.toContain(number);
  });

  test('control: the walk sees the lists, and the numbers where they are told to others', async () => {
    expect(READABLE.length).toBeGreaterThan(20);
    const told = async (name: string) =>
      readBy(
        'registrar',
        READABLE.find((one) => one.name === name)!,
      );
    expect(await told('showFirm')).toContain(NUMBERS.firm);
    expect(await told('showLawyer')).toContain(NUMBERS.lawyer);
    const orders = await readBy(
      'finance',
      READABLE.find(({ name }) => name === 'showPaper')!,
    );
    expect(orders).toContain('19900000000');
  });
});
