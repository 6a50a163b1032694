import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { certificateEndpoints as endpoints, type ApplicationRow } from '../../../contract/certificates/endpoints.ts';
import type { Page } from '../../../contract/endpoint.ts';
import type { CertificateStanding } from '../../../contract/certificates/enums.ts';
import { addDays } from '../../../contract/dates.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { certificateOf, issue, submit } from '../../../test/factories/certificate.ts';
import { editType } from '../../../test/factories/edit-type.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { previewReplacement } from '../ended/preview-replacement.ts';
import { replaceCertificate } from '../ended/replace-certificate.ts';
import { revokeCertificate } from '../ended/revoke-certificate.ts';

useOffice();
const api = useApi();
afterAll(releaseClock);

const reviewer = staffActor('reviewer');
/** By what has become of it. */
const ids: Record<string, number> = {};
let member = '';
let staff = '';

beforeAll(async () => {
  const firm = await makeFirm();
  const actor = await memberActor({ firmId: firm.id });
  const free = { type: 'firm-other', since: undefined, freeText: '本所现有合伙人9名。' };
  ids['valid'] = (await issue(actor)).applicationId;
  ids['revoked'] = (await issue(actor)).applicationId;
  await revokeCertificate({ actor: reviewer, id: ids['revoked'], reason: '材料不实' });
  const replaced = (ids['replaced'] = (await issue(actor, free)).applicationId);
  const { fingerprint: seen } = await previewReplacement({ actor: reviewer, id: replaced, correction: {} });
  ids['successor'] = await replaceCertificate({ actor: reviewer, id: replaced, reason: '更正', correction: {}, seen });
  await doDueWork();
  await editType('firm-clean', { validityMonths: 1 });
  ids['expired'] = (await issue(actor)).applicationId;
  ids['pending'] = (await submit(actor, free)).id;
  freezeClock(`${addDays(clock.today(), 40)}T10:00:00+08:00`);
  member = await memberToken({ firmId: firm.id });
  staff = await staffToken('reviewer');
});

const named = (rows: { id: number }[]) => rows.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id));
const listed = async (
  endpoint: typeof endpoints.listApplications | typeof endpoints.listQueue,
  as: string,
  query = {},
) => ((await api.call(endpoint, { as, query })).json as unknown as Page<ApplicationRow>).items;

describe('what has become of a certificate', () => {
  test('stands in the row of its application, for members and for staff', async () => {
    for (const rows of [await listed(endpoints.listApplications, member), await listed(endpoints.listQueue, staff)]) {
      const standings = rows.map(({ id, standing }) => [named([{ id }])[0] ?? '', standing] as const);
      expect(Object.fromEntries(standings)).toEqual({
        valid: 'valid',
        revoked: 'revoked',
        replaced: 'replaced',
        successor: 'valid',
        expired: 'expired',
        pending: null,
      });
    }
    expect((await certificateOf(ids['expired'] ?? 0)).standing).toBe('valid');
  });

  test.each([
    ['valid', ['successor', 'valid']],
    ['revoked', ['revoked']],
    ['replaced', ['replaced']],
    ['expired', ['expired']],
  ] as [CertificateStanding, string[]][])('%s is found by its filter, and nothing else', async (standing, expected) => {
    expect(named(await listed(endpoints.listApplications, member, { standing })).sort()).toEqual(expected);
    expect(named(await listed(endpoints.listQueue, staff, { standing })).sort()).toEqual(expected);
  });

  test('an unknown standing is refused in words', async () => {
    const answer = await api.call(endpoints.listApplications, { as: member, query: { standing: 'lost' } });
    expect(answer.json.error?.fields).toMatchObject({ standing: expect.stringContaining('证明状态') });
  });
});
