import { addDays } from '../../../bff/contract/dates.ts';
import { encryptIdentity } from '../../../bff/modules/registry/facts/identity.ts';
import { gramsOf, initialsOf, toNameKey } from '../../../bff/modules/registry/facts/search-names.ts';
import type { FirmFacts, LawyerFacts } from '../../../bff/modules/registry/facts/registry-facts.ts';
import { clock } from '../../../bff/platform/clock/clock.ts';
import { select } from '../../../bff/platform/db/database.ts';
import { idRow } from '../../../bff/platform/db/rows.ts';
import { randomNumbers } from './random.ts';
import { nextId, rowsFor, writeRows } from './rows.ts';
import { personAt } from '../names.ts';
import { firmLicenceNo, lawyerLicenceNo, residentIdentity, unifiedSocialCreditCode } from '../numbers.ts';

/** Members as certificates speak of them, with their accounts. */
export interface BulkFirm {
  facts: FirmFacts;
  accountId: number;
  /** All active. */
  lawyers: BulkLawyer[];
}
export interface BulkLawyer {
  facts: LawyerFacts;
  accountId: number;
  firm: BulkFirm;
}
export interface BulkRegistry {
  firms: BulkFirm[];
  lawyers: BulkLawyer[];
}

const LAWYERS_PER_FIRM = 20;
/** Serial numbers begin above those of the demo association, so that both may stand side by side. */
const FIRST_FIRM_SERIAL = 100_000;
const FIRST_LAWYER_SERIAL = 200_000;
/** Identity numbers of people born in these days; the demo association is younger. */
const [FIRST_BIRTHDAY, BIRTHDAYS] = ['1955-01-01', 5_400];
const LAWYERS_PER_WRITE = 20_000;
const NAME_CHARACTERS = [
  ...'安柏长德方恒嘉景君朗立明诺平秋仁思泰万文信言正中华诚允和瑞鼎盛隆昌达毅远博宏邦国金天同道法义公衡知行致善哲理弘睿尚卓润泽启航汇通',
];

const tables = {
  firms: rowsFor(
    'firms',
    `id, name, name_key, kind, licence_no, uscc, address, approved_on, status, person_in_charge, phone, email,
     pending_change, version, created_at, updated_at`,
  ),
  lawyers: rowsFor(
    'lawyers',
    `id, name, name_key, latin_name, sex, licence_no, identity_kind, identity_sealed, identity_index,
     identity_matched_on, category, status, firm_id, joined_on, first_practised_on, phone, email, pending_change,
     version, created_at, updated_at`,
  ),
  periods: rowsFor('lawyer_firm_periods', 'lawyer_id, firm_id, outside_firm_name, from_on, until_on'),
  grams: rowsFor('search_grams', 'kind, gram, subject_id'),
  initials: rowsFor('search_initials', 'kind, initials, subject_id'),
  accounts: rowsFor(
    'accounts',
    'id, kind, firm_id, lawyer_id, login, alt_login, name, is_temporary, is_closed, roles, created_at',
  ),
};

/**
 * Adds `count` active lawyers and a firm for every twenty of them: a few firms of a thousand, thousands of a handful.
 * Throws where that was done before.
 */
export async function seedBulkRegistry(count: number): Promise<BulkRegistry> {
  const random = randomNumbers(1);
  const now = clock.now();
  const first = { firm: await nextId('firms'), lawyer: await nextId('lawyers'), account: await nextId('accounts') };
  const firms = Array.from({ length: Math.ceil(count / LAWYERS_PER_FIRM) }, (_, n) =>
    firmAt(n, first.firm + n, first.account + n),
  );
  await refuseRepetition(firms);
  const pick = picker(firms);
  const lawyers = Array.from({ length: count }, (_, n) =>
    lawyerAt(n, { id: first.lawyer + n, accountId: first.account + firms.length + n, firm: pick(random.next()) }),
  );
  for (const lawyer of lawyers) lawyer.firm.lawyers.push(lawyer);
  for (const firm of firms) {
    firm.facts.lawyerCount = firm.lawyers.length;
    addFirm(firm, now);
  }
  for (const [n, lawyer] of lawyers.entries()) {
    addLawyer(lawyer, n, now);
    if ((n + 1) % LAWYERS_PER_WRITE === 0) await writeRows(Object.values(tables));
  }
  await writeRows(Object.values(tables));
  return { firms, lawyers };
}

async function refuseRepetition([firm]: BulkFirm[]): Promise<void> {
  const found = await select(idRow, 'SELECT id FROM firms WHERE licence_no = ?', [firm?.facts.licenceNo ?? '']);
  if (found.length > 0) throw new Error('this database has been filled before');
}

function firmAt(n: number, id: number, accountId: number): BulkFirm {
  const approvedOn = addDays('1990-01-01', n % 9_000);
  const size = NAME_CHARACTERS.length;
  const name = [n % size, Math.floor(n / size) % size, Math.floor(n / size ** 2)].map((i, at) =>
    at === 2 && i === 0 ? '' : NAME_CHARACTERS[i],
  );
  return {
    accountId,
    lawyers: [],
    facts: {
      id,
      name: `江海${name.join('')}律师事务所`,
      englishName: '',
      kind: 'law_firm',
      licenceNo: firmLicenceNo(approvedOn, FIRST_FIRM_SERIAL + n),
      uscc: unifiedSocialCreditCode('31', FIRST_FIRM_SERIAL + n),
      address: `江海市文华区滨江大道${(n % 900) + 1}号${(n % 30) + 1}层`,
      personInCharge: personAt(id).name,
      approvedOn,
      status: 'active',
      cancelledOn: null,
      pendingChange: '',
      formerNames: [],
      mergers: [],
      lawyerCount: 0,
      discipline: [],
    },
  };
}

function lawyerAt(n: number, { id, accountId, firm }: { id: number; accountId: number; firm: BulkFirm }): BulkLawyer {
  const { name, sex } = personAt(n);
  const firstPractisedOn = addDays(firm.facts.approvedOn, n % 700);
  return {
    accountId,
    firm,
    facts: {
      id,
      name,
      latinName: '',
      latinNameConfirmedOn: null,
      sex,
      licenceNo: lawyerLicenceNo({ firstPractisedOn, category: 'practising', sex, serial: FIRST_LAWYER_SERIAL + n }),
      category: 'practising',
      status: 'active',
      cancelledOn: null,
      firmId: firm.facts.id,
      firmName: firm.facts.name,
      firmEnglishName: '',
      firmStatus: 'active',
      firmPendingChange: '',
      identityMatchedOn: '2026-01-12',
      identityMasked: '',
      joinedOn: firstPractisedOn,
      firstPractisedOn,
      pendingChange: '',
      periods: [{ firmId: firm.facts.id, firmName: firm.facts.name, fromOn: firstPractisedOn, untilOn: null }],
      discipline: [],
    },
  };
}

/** Chooses firms as they attract lawyers: the larger, the more (sizes follow a power law). */
function picker(firms: BulkFirm[]): (chance: number) => BulkFirm {
  let sum = 0;
  const upTo = firms.map((_, n) => (sum += (n + 10) ** -0.9));
  return (chance) => {
    let [low, high] = [0, firms.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) > chance * sum) high = middle;
      else low = middle + 1;
    }
    return firms[low] as BulkFirm;
  };
}

function addFirm({ facts: firm, accountId }: BulkFirm, now: number): void {
  const nameKey = toNameKey(firm.name, 'firm');
  const email = `firm${firm.id}@example.com`;
  tables.firms.add(
    firm.id,
    firm.name,
    nameKey,
    firm.kind,
    firm.licenceNo,
    firm.uscc,
    firm.address,
    firm.approvedOn,
    firm.status,
    firm.personInCharge,
    '070068800000',
    email,
    '',
    1,
    now,
    now,
  );
  for (const gram of gramsOf(nameKey)) tables.grams.add('firm', gram, firm.id);
  tables.initials.add('firm', initialsOf(nameKey), firm.id);
  tables.accounts.add(accountId, 'firm', firm.id, null, firm.licenceNo, firm.uscc, firm.name, 1, 0, '[]', now);
}

function addLawyer({ facts: lawyer, accountId }: BulkLawyer, n: number, now: number): void {
  const nameKey = toNameKey(lawyer.name, 'lawyer');
  const birthday = addDays(FIRST_BIRTHDAY, n % BIRTHDAYS);
  const identity = encryptIdentity(residentIdentity(birthday, lawyer.sex, Math.floor(n / BIRTHDAYS)));
  tables.lawyers.add(
    lawyer.id,
    lawyer.name,
    nameKey,
    '',
    lawyer.sex,
    lawyer.licenceNo,
    'resident',
    identity.identitySealed,
    identity.identityIndex,
    lawyer.identityMatchedOn,
    lawyer.category,
    lawyer.status,
    lawyer.firmId,
    lawyer.joinedOn,
    lawyer.firstPractisedOn,
    `199${String(n).padStart(8, '0')}`,
    `lawyer${lawyer.id}@example.com`,
    '',
    1,
    now,
    now,
  );
  tables.periods.add(lawyer.id, lawyer.firmId, '', lawyer.firstPractisedOn, null);
  for (const gram of gramsOf(nameKey)) tables.grams.add('lawyer', gram, lawyer.id);
  tables.initials.add('lawyer', initialsOf(nameKey), lawyer.id);
  tables.accounts.add(accountId, 'lawyer', null, lawyer.id, lawyer.licenceNo, null, lawyer.name, 1, 0, '[]', now);
}
