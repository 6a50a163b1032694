import type { Transaction } from 'sequelize';
import { openMemberAccounts } from '../../bff/modules/accounts/member-account.ts';
import { Account } from '../../bff/modules/accounts/model.ts';
import { beginProgress } from '../../bff/modules/campaigns/progress/begin-progress.ts';
import { sealDiscipline } from '../../bff/modules/registry/discipline/seal-discipline.ts';
import { encryptIdentity } from '../../bff/modules/registry/facts/identity.ts';
import { DisciplineRecord, Firm, FirmFormerName, Lawyer, LawyerFirmPeriod } from '../../bff/modules/registry/model.ts';
import { indexNames, toNameKey } from '../../bff/modules/registry/facts/search-names.ts';
import { clock } from '../../bff/platform/clock/clock.ts';
import { hashPassword } from '../../bff/platform/crypto/password.ts';
import { transaction } from '../../bff/platform/db/database.ts';
import { DEMO_MEMBERS, DEMO_STAFF } from './demo-accounts.ts';
import { addRecords } from './demo-records.ts';
import { DEMO_DISCIPLINE, DEMO_FIRMS, DEMO_LAWYERS } from './demo-data.ts';

/**
 * Fills an empty, migrated and opened database with the demo association; answers false and changes nothing where any
 * firm or account exists.
 */
export async function seedDemo(): Promise<boolean> {
  if (!(await isEmpty())) return false;
  const hashes = await hashPasswords();
  return transaction(async (t) => {
    if (!(await isEmpty(t))) return false;
    const firms = await addFirms(t);
    const lawyers = await addLawyers(firms, t);
    await addDiscipline(firms, lawyers, t);
    await addRecords(firms, lawyers, t);
    await addAccounts(hashes, firms, lawyers, t);
    return true;
  });
}

async function isEmpty(t?: Transaction): Promise<boolean> {
  const options = { transaction: t ?? null };
  return (await Firm.count(options)) === 0 && (await Account.count(options)) === 0;
}

async function hashPasswords(): Promise<Map<string, string>> {
  const accounts = [...DEMO_MEMBERS, ...DEMO_STAFF];
  return new Map(
    await Promise.all(
      accounts.map(async ({ login, password }) => [login, await hashPassword(password, 'seed')] as const),
    ),
  );
}

type Ids = Map<string, number>;

const housekeeping = () => ({ version: 1, createdAt: clock.now(), updatedAt: clock.now() });

async function addFirms(t: Transaction): Promise<Ids> {
  await Firm.bulkCreate(
    DEMO_FIRMS.map(({ key: _key, formerNames: _names, ...firm }) => ({
      ...firm,
      nameKey: toNameKey(firm.name, 'firm'),
      ...housekeeping(),
    })),
    { transaction: t },
  );
  const stored = await Firm.findAll({ transaction: t });
  await indexNames('firm', stored, t);
  const byNumber = new Map(stored.map(({ licenceNo, id }) => [licenceNo, id]));
  const ids: Ids = new Map(DEMO_FIRMS.map(({ key, licenceNo }) => [key, idOf(byNumber, licenceNo)]));
  await FirmFormerName.bulkCreate(
    DEMO_FIRMS.flatMap(({ key, formerNames }) => formerNames.map((former) => ({ firmId: idOf(ids, key), ...former }))),
    { transaction: t },
  );
  return ids;
}

/** Answers ids by licence number. */
async function addLawyers(firms: Ids, t: Transaction): Promise<Ids> {
  await Lawyer.bulkCreate(
    DEMO_LAWYERS.map(({ firm, identityNumber, periods: _periods, ...lawyer }) => ({
      ...lawyer,
      ...encryptIdentity(identityNumber),
      identityKind: 'resident' as const,
      nameKey: toNameKey(lawyer.name, 'lawyer'),
      firmId: idOf(firms, firm),
      ...housekeeping(),
    })),
    { transaction: t },
  );
  const stored = await Lawyer.findAll({ transaction: t });
  await indexNames('lawyer', stored, t);
  for (const { id } of stored) await beginProgress({ lawyerId: id }, t);
  const ids: Ids = new Map(stored.map(({ licenceNo, id }) => [licenceNo, id]));
  await LawyerFirmPeriod.bulkCreate(
    DEMO_LAWYERS.flatMap(({ licenceNo, periods }) =>
      periods.map(({ firm, ...period }) => ({
        ...period,
        lawyerId: idOf(ids, licenceNo),
        firmId: firm === null ? null : idOf(firms, firm),
      })),
    ),
    { transaction: t },
  );
  return ids;
}

async function addDiscipline(firms: Ids, lawyers: Ids, t: Transaction): Promise<void> {
  const numberOf = (name: string) => DEMO_LAWYERS.find((lawyer) => lawyer.name === name)?.licenceNo ?? name;
  await DisciplineRecord.bulkCreate(
    DEMO_DISCIPLINE.map(({ subject, ...record }) => ({
      ...record,
      firmId: 'firm' in subject ? idOf(firms, subject.firm) : null,
      lawyerId: 'lawyer' in subject ? idOf(lawyers, numberOf(subject.lawyer)) : null,
      ...housekeeping(),
    })),
    { transaction: t },
  );
  for (const { id } of await DisciplineRecord.findAll({ order: ['id'], transaction: t })) await sealDiscipline(id, t);
}

async function addAccounts(hashes: Map<string, string>, firms: Ids, lawyers: Ids, t: Transaction): Promise<void> {
  await openMemberAccounts(
    [
      ...DEMO_FIRMS.map(({ key, name, licenceNo, uscc, status }) => ({
        name,
        licenceNo,
        uscc,
        firmId: idOf(firms, key),
        lawyerId: null,
        isClosed: status === 'cancelled',
      })),
      ...DEMO_LAWYERS.map(({ name, licenceNo, status }) => ({
        name,
        licenceNo,
        uscc: null,
        firmId: null,
        lawyerId: idOf(lawyers, licenceNo),
        isClosed: status === 'cancelled',
      })),
    ],
    t,
  );
  for (const { login } of DEMO_MEMBERS) {
    await Account.update(
      { passwordHash: hashes.get(login) ?? null, isTemporary: false },
      { where: { login }, transaction: t },
    );
  }
  await Account.bulkCreate(
    DEMO_STAFF.map(({ login, name, roles }) => ({
      email: `${login}@lvzheng.localhost`,
      kind: 'staff' as const,
      firmId: null,
      lawyerId: null,
      login,
      altLogin: null,
      name,
      passwordHash: hashes.get(login) ?? null,
      isTemporary: false,
      isClosed: false,
      roles: JSON.stringify(roles),
      lastSignedInAt: null,
      createdAt: clock.now(),
    })),
    { transaction: t },
  );
}

function idOf(ids: Ids, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`no row for ${key}`);
  return id;
}
