import { afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Endpoint } from '../../contract/endpoint.ts';
import { auditEndpoints } from '../../contract/audit/endpoints.ts';
import { settingsEndpoints } from '../../contract/settings/endpoints.ts';
import { registryEndpoints as registry } from '../../contract/registry/endpoints.ts';
import { ROLES, type Role } from '../../contract/accounts/enums.ts';
import '../../models.ts';
import { log } from '../../platform/log/log.ts';
import { memberToken, signedIn, useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import {
  firmData,
  lawyerData,
  makeDiscipline,
  makeFirm,
  makeLawyer,
  makeStaffAccount,
} from '../../test/factories/registry.ts';
import type { Firm, Lawyer } from './model.ts';

useDatabase();
const api = useApi();
const tokens: Record<string, string> = {};
let firm: Firm;
let lawyer: Lawyer;
let disciplineId: number;

beforeAll(async () => {
  firm = await makeFirm();
  lawyer = await makeLawyer({ firmId: firm.id });
  disciplineId = (await makeDiscipline({ subjectKind: 'firm', subjectId: firm.id })).id;
  tokens['firm'] = await memberToken({ firmId: firm.id });
  tokens['lawyer'] = await memberToken({ lawyerId: lawyer.id });
  for (const role of Object.keys(ROLES) as Role[]) {
    tokens[role] = await signedIn(await makeStaffAccount(`staff-${role}`, 'correct horse 1', [role]));
  }
});

describe('who may', () => {
  const ANY_STAFF = Object.keys(ROLES);
  // Written out: a table derived from the contract would agree with any mistake in it.
  const table: [string, Pick<Endpoint, 'method' | 'path'>, string[]][] = [
    ['see the own record', registry.showOwnRecord, ['firm', 'lawyer']],
    ['list the own lawyers', registry.listOwnLawyers, ['firm']],
    ['list firms', registry.listFirms, ANY_STAFF],
    ['see a firm', registry.showFirm, ANY_STAFF],
    ['register a firm', registry.createFirm, ['registrar', 'administrator']],
    ['change a firm', registry.updateFirm, ['registrar', 'administrator']],
    ['list lawyers', registry.listLawyers, ANY_STAFF],
    ['see a lawyer', registry.showLawyer, ANY_STAFF],
    ['register a lawyer', registry.createLawyer, ['registrar', 'administrator']],
    ['change a lawyer', registry.updateLawyer, ['registrar', 'administrator']],
    ['see an identity number', registry.revealIdentity, ['registrar', 'administrator']],
    ['list discipline records', registry.listDiscipline, ['reviewer', 'registrar', 'administrator']],
    ['see a discipline record', registry.showDiscipline, ['reviewer', 'registrar', 'administrator']],
    ['enter a discipline record', registry.createDiscipline, ['registrar', 'administrator']],
    ['change a discipline record', registry.updateDiscipline, ['registrar', 'administrator']],
    ['read the log', auditEndpoints.listAudit, ['administrator']],
    ['see settings', settingsEndpoints.showSettings, ['administrator']],
    ['change settings', settingsEndpoints.updateSettings, ['administrator']],
  ];
  test.each(table)('%s', async (_what, endpoint, allowed) => {
    const isFirm = endpoint.path.includes('/firms/');
    const id = isFirm ? firm.id : endpoint.path.includes('/lawyers/') ? lawyer.id : disciplineId;
    const call = (as?: string) =>
      // An empty body stops at its schema, behind the question who may.
      api.call(endpoint, { as, params: { id }, ...(endpoint.method !== 'GET' && { body: {} }) });
    expect((await call()).status).toBe(401);
    const passed: string[] = [];
    for (const [who, token] of Object.entries(tokens)) {
      const { status } = await call(token);
      if (status === 200 || status === 422) passed.push(who);
      else expect([401, 403]).toContain(status);
    }
    expect(passed.sort()).toEqual([...allowed].sort());
  });
});

describe('through the whole server', () => {
  const as = () => tokens['registrar'];

  test('a firm is registered, found, changed and refused when stale', async () => {
    const { version: _none, ...input } = firmData({ name: '江海全程律师事务所' });
    const created = await api.call(registry.createFirm, { as: as(), body: input });
    expect(created).toMatchObject({ status: 200, json: { name: '江海全程律师事务所', version: 1, formerNames: [] } });
    const params = { id: created.json['id'] as number };
    const renamed = { ...input, name: '江海新程律师事务所', version: 1 };
    expect((await api.call(registry.updateFirm, { as: as(), params, body: renamed })).json).toMatchObject({
      version: 2,
      formerNames: [{ name: '江海全程律师事务所' }],
    });
    const stale = await api.call(registry.updateFirm, { as: as(), params, body: renamed });
    expect(stale).toMatchObject({ status: 409, json: { error: { code: 'changed_meanwhile' } } });
    const found = await api.call(registry.listFirms, { as: as(), query: { search: '新程' } });
    expect(found.json).toMatchObject({ total: 1, items: [{ licenceNo: input.licenceNo, lawyerCount: 0 }] });
    const twice = await api.call(registry.createFirm, { as: as(), body: input });
    expect(twice).toMatchObject({
      status: 409,
      json: { error: { fields: { licenceNo: expect.any(String) } } },
    });
  });

  test('every fault of a lawyer comes at once', async () => {
    const body = {
      ...lawyerData(),
      version: undefined,
      name: '',
      licenceNo: '12',
      identityNumber: '440101199001011234',
    };
    const answer = await api.call(registry.createLawyer, { as: as(), body });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.json.error?.fields ?? {}).sort()).toEqual(['identityNumber', 'licenceNo', 'name']);
  });

  test.each([
    ['showFirm', registry.showFirm],
    ['showLawyer', registry.showLawyer],
    ['showDiscipline', registry.showDiscipline],
  ])('%s of nothing is not found', async (_name, endpoint) => {
    const answer = await api.call(endpoint, { as: as(), params: { id: 999_999 } });
    expect(answer).toMatchObject({ status: 404, json: { error: { code: 'not_found' } } });
  });
});

describe('what the server logs', () => {
  afterEach(() => {
    log.level = 'silent';
    jest.restoreAllMocks();
  });

  test('holds no identity number, whether the request succeeds, is refused or breaks', async () => {
    const lines: string[] = [];
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      lines.push(String(text));
      return true;
    });
    log.level = 'trace';
    const { version: _none, ...input } = lawyerData();
    const number = input.identityNumber ?? '';
    const body = (more: object) => ({ as: tokens['registrar'], body: { ...input, ...more } });
    const created = await api.call(registry.createLawyer, body({}));
    expect(created.status).toBe(200);
    expect((await api.call(registry.createLawyer, body({}))).status).toBe(409);
    expect((await api.call(registry.createLawyer, body({ identityNumber: number.slice(0, 17) }))).status).toBe(422);
    const reveal = { as: tokens['registrar'], params: { id: created.json['id'] as number }, body: { reason: '核对' } };
    expect((await api.call(registry.revealIdentity, reveal)).json).toEqual({ identityNumber: number });
    const broken = { ...registry.listLawyers, path: '/staff/lawyers' };
    await api.call(broken, { as: tokens['registrar'], query: { search: number } });
    expect(lines.filter((line) => line.includes('request')).length).toBeGreaterThanOrEqual(5);
    expect(lines.join('')).not.toContain(number.slice(0, 17));
    // Control: a line that holds it would have been seen.
    log.info(number);
    expect(lines.join('')).toContain(number.slice(0, 17));
  });
});

test('whoever has no role is told no contact of a member, and everybody with one is told the address', async () => {
  const none = await signedIn(await makeStaffAccount('staff-none', 'correct horse 1', []));
  const told = async (as: string) =>
    Promise.all([
      api.call(registry.showFirm, { as, params: { id: firm.id } }),
      api.call(registry.showLawyer, { as, params: { id: lawyer.id } }),
    ]);
  for (const { status, json } of await told(none)) {
    expect(status).toBe(200);
    expect(json).toMatchObject({ phone: '', email: '', isEmailHidden: true });
  }
  for (const { json } of await told(tokens['finance']!)) expect(json['email']).toContain('@example.com');
});
