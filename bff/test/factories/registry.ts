import type { Actor, FirmActor, LawyerActor, StaffActor } from '../../actor.ts';
import type { Role } from '../../contract/accounts/enums.ts';
import { Account } from '../../modules/accounts/model.ts';
import { createDiscipline, type DisciplineData } from '../../modules/registry/discipline/create-discipline.ts';
import { createFirm, type FirmData } from '../../modules/registry/firms/create-firm.ts';
import { createLawyer, type LawyerData } from '../../modules/registry/lawyers/create-lawyer.ts';
import type { Firm, Lawyer } from '../../modules/registry/model.ts';
import { clock } from '../../platform/clock/clock.ts';
import { hashPassword } from '../../platform/crypto/password.ts';
import { keepsState } from '../../platform/singletons.ts';

/** Rows for tests, made by the acts themselves so that everything that belongs to them is there as well. */

let serial = 0;
keepsState(() => {
  serial = 0;
});

/** A staff actor without an account of its own: enough for acts, not for signing in. */
export function staffActor(...roles: Role[]): StaffActor {
  return { kind: 'staff', accountId: 1, name: '温书宁', roles, address: '127.0.0.1' };
}

/** Valid input for a new firm, with numbers nobody else has. */
export function firmData(more: Partial<FirmData> = {}): FirmData {
  const n = ++serial;
  return {
    name: `江海第${n}律师事务所`,
    kind: 'law_firm',
    licenceNo: `2449920010${String(n).padStart(7, '0')}`,
    uscc: creditCode(n),
    address: '江海市文华区书院街8号',
    approvedOn: '2001-02-03',
    status: 'active',
    cancelledOn: null,
    personInCharge: '温书宁',
    phone: '07006880001',
    email: 'firm@example.com',
    pendingChange: '',
    version: undefined,
    ...more,
  };
}

/** Valid input for a new lawyer, with numbers nobody else has. */
export function lawyerData(more: Partial<LawyerData> = {}): LawyerData {
  const n = ++serial;
  return {
    name: '林知远',
    sex: 'male',
    licenceNo: `14499201010${String(n).padStart(6, '0')}`,
    identityKind: 'resident',
    identityNumber: residentIdentity(n),
    identityMatchedOn: '2026-01-12',
    category: 'practising',
    firmId: null,
    joinedOn: '2010-05-06',
    firmSinceOn: undefined,
    firstPractisedOn: '2010-05-06',
    status: 'active',
    cancelledOn: null,
    latinName: '',
    phone: '19900000000',
    email: 'lawyer@example.com',
    pendingChange: '',
    version: undefined,
    ...more,
  };
}

export async function makeFirm(more: Partial<FirmData> = {}): Promise<Firm> {
  return (await createFirm({ actor: staffActor('registrar'), input: firmData(more) })).firm;
}

export async function makeLawyer(more: Partial<LawyerData> = {}): Promise<Lawyer> {
  return (await createLawyer({ actor: staffActor('registrar'), input: lawyerData(more) })).lawyer;
}

/** An effective warning from 2025 on, unless said otherwise. */
export function makeDiscipline(more: Pick<DisciplineData, 'subjectKind' | 'subjectId'> & Partial<DisciplineData>) {
  const input: DisciplineData = {
    kind: 'warning',
    state: 'effective',
    documentNo: '江律纪字〔2025〕第1号',
    decidedOn: '2025-03-01',
    effectiveFromOn: '2025-03-10',
    effectiveUntilOn: null,
    remark: '',
    version: undefined,
    ...more,
  };
  return createDiscipline({ actor: staffActor('registrar'), input });
}

/** A staff account that can sign in. */
export async function makeStaffAccount(login: string, password: string, roles: Role[]): Promise<Account> {
  return Account.create({
    kind: 'staff',
    firmId: null,
    lawyerId: null,
    login,
    altLogin: null,
    email: `${login}@example.com`,
    name: '顾清和',
    passwordHash: await hashOnce(password),
    isTemporary: false,
    isClosed: false,
    roles: JSON.stringify(roles),
    lastSignedInAt: null,
    createdAt: clock.now(),
  });
}

/** One hash per password: hashing is slow on purpose, and tests need no salt of their own. */
const hashes = new Map<string, Promise<string>>();
function hashOnce(password: string): Promise<string> {
  const hash = hashes.get(password) ?? hashPassword(password, 'factory');
  hashes.set(password, hash);
  return hash;
}

/** Gives a member's account a password of its own, as if set after the first sign-in. */
export async function givePassword(member: { firmId: number } | { lawyerId: number }, password: string): Promise<void> {
  await Account.update({ passwordHash: await hashOnce(password), isTemporary: false }, { where: member });
}

/** A member as an act receives it. */
export async function memberActor(member: { firmId: number } | { lawyerId: number }): Promise<FirmActor | LawyerActor> {
  const account = await Account.findOne({ where: member, rejectOnEmpty: true });
  const signedIn: Omit<Actor, 'kind' | 'roles'> = {
    accountId: account.id,
    name: account.name,
    address: '127.0.0.1',
  };
  return 'firmId' in member ? { ...signedIn, kind: 'firm', ...member } : { ...signedIn, kind: 'lawyer', ...member };
}

function residentIdentity(n: number): string {
  const day = new Date(Date.UTC(1970, 0, 1 + n)).toISOString().slice(0, 10).replaceAll('-', '');
  const body = `449901${day}001`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}

function creditCode(n: number): string {
  const body = `31449901MD${String(n).padStart(7, '0')}`;
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const sum = weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(body[i] ?? ''), 0);
  return `${body}${alphabet[(31 - (sum % 31)) % 31]}`;
}
