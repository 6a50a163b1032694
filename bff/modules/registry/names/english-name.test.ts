import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { recordEndpoints as endpoints } from '../../../contract/records/endpoints.ts';
import '../../../models.ts';
import { freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { firmData, makeFirm, makeLawyer, staffActor } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { AuditEntry } from '../../audit/model.ts';
import type { Firm } from '../model.ts';
import { readFirmFacts, readLawyerFacts } from '../facts/read-registry-facts.ts';
import { updateFirm } from '../firms/update-firm.ts';

useDatabase();
const api = useApi();
const ENGLISH = 'Qingming Law Firm (Jianghai) LLP';
let firm: Firm;
let as = '';
beforeEach(async () => {
  freezeClock('2026-11-22T10:00:00+08:00');
  firm = await makeFirm();
  as = await staffToken('registrar');
});
afterEach(releaseClock);

const confirm = (englishName: string, version = firm.version) =>
  api.call(endpoints.confirmEnglishName, { as, params: { id: firm.id }, body: { englishName, version } });
const nameOnLetters = async () => (await readFirmFacts(firm.id)).englishName;

describe("a firm's English name", () => {
  test('counts once staff have confirmed it, for the firm and for its lawyers, and the log says so', async () => {
    const lawyer = await makeLawyer({ firmId: firm.id });
    expect(await nameOnLetters()).toBe('');
    expect((await confirm(ENGLISH)).json).toMatchObject({ englishName: ENGLISH, englishNameConfirmedOn: '2026-11-22' });
    expect(await nameOnLetters()).toBe(ENGLISH);
    const [read] = await readLawyerFacts([lawyer.id]);
    expect(read).toMatchObject({ firmEnglishName: ENGLISH, periods: [{ firmEnglishName: ENGLISH }] });
    const log = await AuditEntry.findOne({ order: [['id', 'DESC']], rejectOnEmpty: true });
    expect(log).toMatchObject({ action: 'firm.english-name-confirmed', detail: ENGLISH });
  });

  test('is not confirmed any more once the firm has another name, and stays when only its address changes', async () => {
    await confirm(ENGLISH);
    await firm.reload();
    const { licenceNo, uscc, name } = firm;
    const change = async (more: { name?: string; address?: string }) => {
      await firm.reload();
      const input = firmData({ licenceNo, uscc, name, version: firm.version, ...more });
      await updateFirm({ actor: staffActor('registrar'), id: firm.id, input });
    };
    await change({ address: '江海市文华区书院街99号' });
    expect(await nameOnLetters()).toBe(ENGLISH);
    await change({ name: '江海新鸣律师事务所' });
    expect(await nameOnLetters()).toBe('');
    await firm.reload();
    expect(firm).toMatchObject({ englishName: ENGLISH, englishNameConfirmedOn: null });
  });

  test.each(['清鸣 Law Firm', '<b>Firm</b>', '', 'x'.repeat(151), '123 Firm'])('cannot be “%s”', async (name) => {
    expect(Object.keys((await confirm(name)).json.error?.fields ?? {})).toEqual(['englishName']);
  });

  test("is not saved over somebody else's newer change", async () => {
    expect((await confirm(ENGLISH, firm.version + 1)).status).toBe(409);
  });
});
