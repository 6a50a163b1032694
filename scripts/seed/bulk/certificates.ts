import { randomBytes } from 'node:crypto';
import { SYSTEM } from '../../../bff/actor.ts';
import { composeLetter, type LetterContent } from '../../../bff/modules/certificates/letters/compose-letter.ts';
import { currentWording } from '../../../bff/modules/certificates/types/find-type.ts';
import { CertificateType, type CertificateWording } from '../../../bff/modules/certificates/model.ts';
import { NOBODY_TOLD, type ReviewFacts } from '../../../bff/modules/certificates/facts/facts.ts';
import { toEvidence } from '../../../bff/modules/certificates/record/issue-evidence.ts';
import { recordOf } from '../../../bff/modules/certificates/record/letter-record.ts';
import { certificateNumber } from '../../../bff/modules/certificates/applying/number.ts';
import { decide } from '../../../bff/modules/certificates/rules/rules.ts';
import { newVerificationCode } from '../../../bff/platform/crypto/verification-code.ts';
import { DAY_MS, HOUR_MS, addDays, toShanghaiDate } from '../../../bff/contract/dates.ts';
import { clock } from '../../../bff/platform/clock/clock.ts';
import { officeOf } from '../../../bff/modules/settings/read-settings.ts';
import { sha256 as hashOf } from '../../../bff/platform/crypto/sha256.ts';
import { randomToken } from '../../../bff/platform/crypto/tokens.ts';
import { addAudit, auditRows, readChain, writeChain } from './audit.ts';
import { randomNumbers, type RandomNumbers } from './random.ts';
import type { BulkFirm, BulkLawyer, BulkRegistry } from './registry.ts';
import { nextId, rowsFor, writeRows } from './rows.ts';

const OFFICE = officeOf(null);
const CERTIFICATES_PER_WRITE = 10_000;
/** Over how long they were applied for. */
const YEARS_MS = 5 * 365 * DAY_MS;
const ISSUED_AFTER_MS = 2_000;
/** Rosters of the largest firms would only make the database gigabytes larger. */
const LARGEST_ROSTER = 40;
const PURPOSES = ['', '', '投标', '银行贷款', '评优评先', '政府采购', '入围律师库'];
/** Share of each type among what firms and lawyers ask for. */
const FIRM_TYPES = [
  ['firm-clean', 0.6],
  ['firm-some-lawyers-clean', 0.9],
  ['firm-all-lawyers-clean', 1],
] as const;
const LAWYER_TYPES = [
  ['lawyer-clean', 0.65],
  ['lawyer-membership', 1],
] as const;
/** Applications by firms; the rest are lawyers' own. */
const BY_FIRMS = 0.6;
/** Applications that never became a certificate, for every one that did. */
const FRUITLESS = { rejected: 0.02, withdrawn: 0.01 };
/** Of the latest applications, this many wait for a reviewer. */
const WAITING = 200;

const tables = {
  applications: rowsFor(
    'applications',
    `id, number, type_id, applicant_kind, applicant_id, applicant_name, account_id, idempotency_key, content_hash, email,
     since_on, purpose, free_text, remark, paper, review_mode, state, outcome, opinion, findings, doubts, submitted_at,
     decided_at, decided_by, issue_state, standing`,
  ),
  lawyers: rowsFor('application_lawyers', 'application_id, lawyer_id, position'),
  events: rowsFor('timeline_entries', 'subject_kind, subject_id, event, at, by_kind, by_name, note'),
  certificates: rowsFor(
    'certificates',
    `id, application_id, wording_id, number, token, code, letter, decided_at, issue_state, issued_at, storage_key, sha256,
     pages, signer, is_test, standing, standing_at, standing_reason, expires_on`,
  ),
  audit: auditRows,
};

type Fate = 'approved' | 'rejected' | 'withdrawn' | 'pending';
interface Type {
  type: CertificateType;
  wording: CertificateWording;
}
interface Application {
  id: number;
  certificateId: number;
  submittedAt: number;
  fate: Fate;
  applicant: { kind: 'firm'; firm: BulkFirm } | { kind: 'lawyer'; lawyer: BulkLawyer };
  lawyers: BulkLawyer[];
  type: Type;
  purpose: string;
}

/** Adds `count` certificates of these members, the oldest first, and now and then an application that came to nothing. */
export async function seedBulkCertificates(
  registry: BulkRegistry,
  count: number,
  onProgress: (done: number) => void,
): Promise<void> {
  const random = randomNumbers(2);
  const types = await readTypes();
  await readChain();
  const first = { application: await nextId('applications'), certificate: await nextId('certificates') };
  const begin = clock.now() - YEARS_MS;
  let applicationId = first.application;
  let writing = Promise.resolve();
  for (let n = 0; n < count; n++) {
    const submittedAt = begin + Math.floor((YEARS_MS * n) / count);
    for (const fate of fatesAt(random, count - n)) {
      const by = chooseApplicant(registry, types, random);
      const certificateId = first.certificate + n;
      add({ ...by, id: applicationId++, certificateId, submittedAt, fate, purpose: random.oneOf(PURPOSES) });
    }
    if ((n + 1) % CERTIFICATES_PER_WRITE === 0 || n + 1 === count) {
      // The next rows are made while the database takes these.
      await writing;
      writing = writeRows(Object.values(tables)).then(() => onProgress(n + 1));
    }
  }
  await writing;
  await writeChain();
}

async function readTypes(): Promise<Map<string, Type>> {
  const types = await CertificateType.findAll();
  return new Map(
    await Promise.all(
      types.map(async (type) => [type.code, { type, wording: await currentWording(type.id) }] as const),
    ),
  );
}

function fatesAt(random: RandomNumbers, left: number): Fate[] {
  const chance = random.next();
  if (left <= WAITING) return ['approved', 'pending'];
  if (chance < FRUITLESS.rejected) return ['rejected', 'approved'];
  return chance < FRUITLESS.rejected + FRUITLESS.withdrawn ? ['withdrawn', 'approved'] : ['approved'];
}

function chooseApplicant(registry: BulkRegistry, types: Map<string, Type>, random: RandomNumbers) {
  const lawyer = random.oneOf(registry.lawyers);
  const typeOf = (shares: readonly (readonly [string, number])[]) => {
    const chance = random.next();
    return types.get(shares.find(([, upTo]) => chance < upTo)?.[0] ?? '') as Type;
  };
  if (random.next() >= BY_FIRMS) {
    return { applicant: { kind: 'lawyer', lawyer } as const, lawyers: [lawyer], type: typeOf(LAWYER_TYPES) };
  }
  const { firm } = lawyer;
  const type = typeOf(FIRM_TYPES);
  const isAll = type.type.lawyerScope === 'all' && firm.lawyers.length <= LARGEST_ROSTER;
  if (type.type.lawyerScope === 'all' && !isAll) {
    return { applicant: { kind: 'firm', firm } as const, lawyers: [], type: types.get('firm-clean') as Type };
  }
  const some = firm.lawyers.slice(0, 1 + random.below(Math.min(4, firm.lawyers.length)));
  const lawyers = isAll ? firm.lawyers : type.type.lawyerScope === 'chosen' ? some : [];
  return { applicant: { kind: 'firm', firm } as const, lawyers, type };
}

function add(application: Application): void {
  const { id, applicant, fate, lawyers, submittedAt, type, purpose } = application;
  const member = applicant.kind === 'firm' ? applicant.firm : applicant.lawyer;
  const { name } = member.facts;
  const number = certificateNumber(submittedAt, id);
  const today = toShanghaiDate(submittedAt);
  const since = type.type.asks.includes('since') ? addDays(today, -3 * 365) : null;
  const facts: ReviewFacts = {
    today,
    readAt: submittedAt,
    since,
    sinceFirstPractice: false,
    year: null,
    country: '',
    latinName: '',
    purpose,
    freeText: '',
    records: null,
    purposes: PURPOSES,
    association: [],
    told: NOBODY_TOLD,
    confirmedNames: new Set<string>(),
    firm: applicant.kind === 'firm' ? applicant.firm.facts : null,
    lawyers: lawyers.map(({ facts }) => facts),
    roster: type.type.lawyerScope === 'all' ? lawyers.map(({ facts }) => facts) : [],
    unprintable: [],
  };
  const isDecided = fate === 'approved' || fate === 'rejected';
  const decidedAt = isDecided ? submittedAt + (fate === 'approved' ? 0 : HOUR_MS) : null;
  tables.applications.add(
    id,
    number,
    type.type.id,
    applicant.kind,
    member.facts.id,
    name,
    member.accountId,
    `bulk-${id}`,
    '',
    `${applicant.kind}${member.facts.id}@example.com`,
    since,
    purpose,
    '',
    '',
    null,
    fate === 'approved' ? 'automatic' : 'manual',
    isDecided ? 'decided' : fate,
    isDecided ? fate : null,
    fate === 'rejected' ? '所附材料与登记信息不符，请核对后重新申请' : '',
    JSON.stringify(decide(type.type.ruleSet, facts).findings),
    0,
    submittedAt,
    decidedAt,
    fate === 'approved' ? SYSTEM : fate === 'rejected' ? '陆明章' : '',
    fate === 'approved' ? 'issued' : null,
    fate === 'approved' ? 'valid' : null,
  );
  for (const [position, lawyer] of lawyers.entries()) tables.lawyers.add(id, lawyer.facts.id, position);
  tables.events.add('application', id, 'submitted', submittedAt, 'member', name, '');
  addAudit({
    at: submittedAt,
    accountId: member.accountId,
    actor: name,
    action: 'application.submitted',
    targetKind: 'application',
    targetId: id,
    target: `${number} ${type.type.label}`,
    address: '10.0.0.1',
  });
  if (fate === 'approved') {
    const letter = composeLetter(type.wording, facts, OFFICE);
    addCertificate(application, number, JSON.stringify(letter));
  } else if (fate !== 'pending') {
    const by = fate === 'rejected' ? (['staff', '陆明章'] as const) : (['member', name] as const);
    tables.events.add('application', id, fate, decidedAt ?? submittedAt, ...by, '');
  }
}

function addCertificate({ id, certificateId, submittedAt, type }: Application, number: string, letter: string): void {
  const issuedAt = submittedAt + ISSUED_AFTER_MS;
  const sha256 = randomBytes(32).toString('hex');
  tables.events.add('application', id, 'auto_approved', submittedAt, 'system', SYSTEM, '');
  tables.events.add('application', id, 'issued', issuedAt, 'system', SYSTEM, '');
  const token = randomToken(128);
  const code = newVerificationCode();
  const record = recordOf({
    number,
    token,
    code,
    typeLabel: type.type.label,
    letter: JSON.parse(letter) as LetterContent,
    pages: 1,
    signer: '测试签章',
    isTest: true,
    decidedAt: submittedAt,
    expiresOn: null,
  });
  tables.certificates.add(
    certificateId,
    id,
    type.wording.id,
    number,
    token,
    code,
    letter,
    submittedAt,
    'issued',
    issuedAt,
    `certificates/bulk/${certificateId}.pdf`,
    sha256,
    1,
    '测试签章',
    1,
    'valid',
    null,
    '',
    null,
  );
  addAudit({
    at: issuedAt,
    accountId: null,
    actor: SYSTEM,
    // No file stands behind them: like certificates from before files kept their record.
    action: 'certificate.taken_over',
    address: '',
    targetKind: 'certificate',
    targetId: certificateId,
    target: number,
    evidence: toEvidence({
      file: sha256,
      letter: hashOf(record),
      signedBy: hashOf('bulk'),
      issuedAt,
      type: type.type.label,
    }),
  });
}
