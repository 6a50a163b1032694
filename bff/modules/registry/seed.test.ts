import { beforeAll, expect, test } from '@jest/globals';
import { isResidentIdentity, isUnifiedSocialCreditCode } from '../../contract/text.ts';
import '../../models.ts';
import { transaction } from '../../platform/db/database.ts';
import { useDatabase } from '../../test/database.ts';
import { signIn } from '../sign-in/sign-in.ts';
import { decryptIdentity } from './facts/identity.ts';
import { isLastSixOf, readOpeningMobile } from './contacts/opening-contacts.ts';
import { listFirms } from './firms/list-firms.ts';
import { listLawyers } from './lawyers/list-lawyers.ts';
import { Firm, Lawyer } from './model.ts';
import { readFirmFacts, readLawyerFacts, readRoster } from './facts/read-registry-facts.ts';
import { doubtLicenceNo } from './rules.ts';

useDatabase();

interface DemoAccount {
  label: string;
  kind: 'firm' | 'lawyer' | 'staff';
  login: string;
  password: string;
}
let seedDemo: () => Promise<boolean>;
let accounts: DemoAccount[];

beforeAll(async () => {
  // Scripts lie outside the server's own build.
  const load = (file: string): Promise<unknown> =>
    import(new URL(`../../../scripts/seed/${file}`, import.meta.url).href);
  ({ seedDemo } = (await load('demo.ts')) as { seedDemo: typeof seedDemo });
  ({ DEMO_ACCOUNTS: accounts } = (await load('demo-accounts.ts')) as { DEMO_ACCOUNTS: DemoAccount[] });
  expect(await seedDemo()).toBe(true);
});

test('a database that holds anything is left alone', async () => {
  const before = await Lawyer.count();
  expect(await seedDemo()).toBe(false);
  expect(await Lawyer.count()).toBe(before);
});

test('every demo account signs in; only the newcomer is still to be opened, by a text to a mobile', async () => {
  for (const [i, { kind, login, password, label }] of accounts.entries()) {
    const realm = kind === 'staff' ? 'staff' : 'member';
    const signedIn = signIn({ realm, login, password, address: `192.0.2.${i}`, device: '' });
    if (label.includes('尚未开通')) {
      await expect(signedIn).rejects.toMatchObject({ code: 'wrong_credentials' });
      const lawyer = await Lawyer.findOne({ where: { licenceNo: login }, rejectOnEmpty: true });
      expect(await isLastSixOf(lawyer.id, password)).toBe(true);
      expect(await readOpeningMobile({ kind: 'lawyer', id: lawyer.id })).toMatch(/^1/);
    } else {
      expect((await signedIn).reply.mustChangePassword).toBe(false);
    }
  }
});

test('every number passes its check', async () => {
  for (const { uscc } of await Firm.findAll()) expect(isUnifiedSocialCreditCode(uscc)).toBe(true);
  for (const lawyer of await Lawyer.findAll()) {
    expect(isResidentIdentity(decryptIdentity(lawyer))).toBe(true);
    expect(doubtLicenceNo(lawyer)).toEqual([]);
  }
});

test('the large firm has 400 clean lawyers without a break, some with uncommon characters', async () => {
  const [large] = (await listFirms({ search: '衡正' })).items;
  const facts = await transaction(async (t) => ({
    firm: await readFirmFacts(large?.id ?? 0, t),
    lawyers: await readLawyerFacts(await readRoster(large?.id ?? 0, t), t),
  }));
  expect(facts.firm).toMatchObject({ lawyerCount: 400, discipline: [], formerNames: [], pendingChange: '' });
  expect(facts.lawyers).toHaveLength(400);
  for (const { periods, discipline, identityMatchedOn, firstPractisedOn } of facts.lawyers) {
    expect(periods).toMatchObject([{ fromOn: firstPractisedOn, untilOn: null }]);
    expect(discipline).toEqual([]);
    expect(identityMatchedOn).not.toBeNull();
  }
  expect((await listLawyers({ search: '𬭎' })).items).toMatchObject([{ name: '周𬭎', firmId: large?.id }]);
});
