import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import Koa from 'koa';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { routes } from '../../app.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import { mountRoutes } from '../../http/mount.ts';
import { onError } from '../../http/on-error.ts';
import { Session } from '../../modules/accounts/model.ts';
import { hashToken } from '../../platform/crypto/tokens.ts';
import { useApi, type Call } from '../api.ts';
import { submit } from '../factories/certificate.ts';
import { memberActor } from '../factories/registry.ts';
import { readContract } from '../contract.ts';
import { CALLERS, makeCast, type Caller, type Cast } from '../permissions/callers.ts';
import { liftLimits, useOffice } from '../office.ts';
import type { Row } from '../permissions/row.ts';
import { TABLE } from '../permissions/table.ts';

useOffice();
const api = useApi();
let cast: Cast;
let endpoints: Map<string, Endpoint>;

beforeAll(async () => {
  cast = await makeCast();
  await liftLimits();
  endpoints = await readContract();
});

describe('no gap', () => {
  test('every endpoint of the contract is served, once, and nothing else is', () => {
    const served = routes.map(({ endpoint }) => endpoint);
    expect(new Set(served).size).toBe(served.length);
    expect(new Set(served)).toEqual(new Set(endpoints.values()));
    const names = served.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('every endpoint has a row', () => {
    expect(Object.keys(TABLE).sort()).toEqual([...endpoints.keys()].sort());
  });

  test('control: an endpoint without a row is noticed', () => {
    const { showApplication: _row, ...incomplete } = TABLE;
    expect(Object.keys(incomplete).sort()).not.toEqual([...endpoints.keys()].sort());
  });
});

/** What a caller is answered whom the row does not name: unknown here 401, known but not allowed 403. */
function refusalOf(row: Row, caller: Caller): number {
  const realm = MEMBERS.has(caller) ? 'member' : STAFF.has(caller) ? 'staff' : null;
  return realm === row.realm ? 403 : 401;
}
const MEMBERS = new Set<Caller>(['new firm', 'new lawyer', 'firm', 'other firm', 'lawyer', 'other lawyer']);
const STAFF = new Set<Caller>(['new staff', 'reviewer', 'registrar', 'events', 'service', 'finance', 'administrator']);

test('control: a door left open by one word in the contract is noticed', async () => {
  const careless = routes
    .filter(({ endpoint }) => endpoint === endpoints.get('listQueue'))
    .map((route) => ({ ...route, endpoint: { ...route.endpoint, access: 'staff' as const } }));
  const handle = new Koa().use(onError).use(mountRoutes(careless)).callback();
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/staff/applications`;
  const { status } = await fetch(url, { headers: { authorization: `Bearer ${await cast.tokenOf('finance')}` } });
  server.closeAllConnections();
  server.close();
  expect(status).not.toBe(refusalOf(TABLE['listQueue']!, 'finance'));
});

test('control: a kept token that an act has ended is noticed, and another one serves', async () => {
  const first = await cast.keptTokenOf('finance');
  expect(await cast.keptTokenOf('finance')).toBe(first);
  await Session.destroy({ where: { tokenHash: hashToken(first!) } });
  await cast.forgetEnded();
  const second = await cast.keptTokenOf('finance');
  expect(second).not.toBe(first);
  await cast.forgetEnded();
  expect(await cast.keptTokenOf('finance')).toBe(second);
});

test('lists of members hold their own things only', async () => {
  const { firm } = cast;
  const own = await submit(await memberActor({ firmId: firm.id }));
  for (const [caller, isOwner] of [
    ['firm', true],
    ['other firm', false],
    ['lawyer', false],
    ['other lawyer', false],
  ] as const) {
    const list = await ask('listApplications', caller, { query: { limit: '500' } });
    const ids = (list.json['items'] as { id: number }[]).map(({ id }) => id);
    expect([caller, ids.includes(own.id)]).toEqual([caller, isOwner]);
    const workbench = await ask('showWorkbench', caller);
    const recent = (workbench.json['recent'] as { id: number }[]).map(({ id }) => id);
    expect([caller, recent.includes(own.id)]).toEqual([caller, isOwner]);
  }
  const lawyers = await ask('listOwnLawyers', 'other firm');
  expect((lawyers.json['items'] as { id: number }[]).map(({ id }) => id)).not.toContain(cast.lawyer.id);
});

const NOWHERE = '999999999';

describe.each(Object.entries(TABLE))('%s', (name, row) => {
  beforeEach(() => cast.forgetEnded());

  // Who is refused leaves things as they are, and so does who reads: one serves all of them, with their tokens. They come
  // first, while nothing has ended these. Who acts gets one of his own.
  let untouched: Promise<Call | undefined> | undefined;
  const readOnly = () => (untouched ??= Promise.resolve(row.call?.(cast)));
  const passing = (caller: Caller) => (row.realm === 'public' ? row.answer : row.passes[caller]);

  test('by every caller', async () => {
    const answered: Partial<Record<Caller, number>> = {};
    const expected: Partial<Record<Caller, number>> = {};
    // What strangers may read, too, has its limit for each thing.
    const isShared = row.realm !== 'public' && endpoints.get(name)?.method === 'GET';
    const callOf = isShared ? readOnly : () => row.call?.(cast);
    for (const caller of CALLERS.filter((one) => passing(one) === undefined)) {
      expected[caller] = refusalOf(row, caller);
      answered[caller] = (await ask(name, caller, await readOnly(), cast.keptTokenOf)).status;
    }
    for (const caller of CALLERS.filter((one) => passing(one) !== undefined)) {
      expected[caller] = passing(caller);
      answered[caller] = (await ask(name, caller, await callOf())).status;
    }
    expect(answered).toEqual(expected);
  });

  if (row.realm === 'public' || !row.hasObject) return;

  test('what does not exist looks like what is hidden', async () => {
    const call = {
      ...(await readOnly()),
      params: { id: NOWHERE, code: NOWHERE, file: NOWHERE, shareId: NOWHERE, reading: NOWHERE, page: '1' },
    };
    for (const caller of CALLERS) {
      const passes = row.passes[caller];
      const answer = await ask(name, caller, call, cast.keptTokenOf);
      expect([caller, answer.status]).toEqual([
        caller,
        passes === undefined ? refusalOf(row, caller) : (row.missing ?? 404),
      ]);
    }
  });
});

async function ask(name: string, caller: Caller, call: Call = {}, tokenOf = cast.tokenOf) {
  const endpoint = endpoints.get(name);
  if (!endpoint) throw new Error(name);
  return api.call(endpoint, { ...call, as: await tokenOf(caller) });
}
