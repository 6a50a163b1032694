import type { Transaction } from 'sequelize';
import type { MemberChange } from '../../../events.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { readFirmFacts, readLawyerFacts } from '../../registry/facts/read-registry-facts.ts';
import type { DisciplineFact } from '../../registry/facts/registry-facts.ts';
import { NOBODY_TOLD, type ReviewFacts } from '../facts/facts.ts';
import { findLetters, type StandingLetter } from './find-letters.ts';
import { judgeIssued, prints } from './judge-issued.ts';
import { Certificate } from '../model.ts';
import { CertificateMatter, FactChange } from './model.ts';

/** So many letters are looked at in the transaction of the change; those of a firm with more follow in a job. */
const AT_ONCE = 100;
const NEWEST = Number.MAX_SAFE_INTEGER;

/**
 * Names the letters that print or deny what has changed, in the transaction of the change: the mark is there with the
 * fact, or neither is. Of very many letters the latest come at once, the rest by a job that the same transaction writes.
 */
export async function raiseMatters(change: MemberChange, t: Transaction): Promise<void> {
  const { touched, next } = await look(change, NEWEST, t);
  if (touched.length === 0 && next === null) return;
  const { subject, words, by } = change;
  const row = await FactChange.create(
    {
      subjectKind: subject.kind,
      subjectId: subject.id,
      subjectName: subject.name,
      words,
      payload: change,
      changedBy: by,
      changedAt: clock.now(),
      untilCertificateId: next,
    },
    { transaction: t },
  );
  await write(row, touched, t);
  if (next !== null) await enqueue('raise-matters', { changeId: row.id }, { t, dedupeKey: `matters:${row.id}` });
}

/** Goes on with a change until no letter is left: it may be interrupted anywhere and called again. */
export async function raiseMoreMatters(changeId: number, signal: AbortSignal): Promise<void> {
  for (let isDone = false; !isDone;) {
    signal.throwIfAborted();
    isDone = await transaction(async (t) => {
      const row = await FactChange.findByPk(changeId, { transaction: t, lock: t.LOCK.UPDATE });
      if (!row || row.untilCertificateId === null) return true;
      const { touched, next } = await look(row.payload, row.untilCertificateId, t);
      await write(row, touched, t);
      await row.update({ untilCertificateId: next }, { transaction: t });
      return next === null;
    });
  }
}

interface TouchedLetter {
  letter: StandingLetter;
  isPublic: boolean;
}

async function look(change: MemberChange, below: number, t: Transaction) {
  const letters = await findLetters(change, { below, limit: AT_ONCE }, t);
  const facts = letters.length > 0 ? await factsOf(change, t) : null;
  const touched = letters.flatMap((letter): TouchedLetter[] => {
    const found = facts && judgeIssued({ ...letter, ...placeIn(letter, change) }, change, facts);
    return found ? [{ letter, ...found }] : [];
  });
  const last = letters.at(-1);
  const named = await withoutKnown(await stillStanding(touched, t), change, t);
  return { touched: named, next: last && letters.length === AT_ONCE ? last.certificateId : null };
}

/**
 * Those that are not taken back at this moment: whoever revokes or replaces one of them waits for the change, and settles
 * what it names; or was faster, and nothing is named.
 */
async function stillStanding(touched: TouchedLetter[], t: Transaction): Promise<TouchedLetter[]> {
  if (touched.length === 0) return [];
  const id = touched.map(({ letter }) => letter.certificateId);
  const where = { id, standing: 'valid' as const };
  const rows = await Certificate.findAll({
    where,
    attributes: ['id'],
    order: ['id'],
    transaction: t,
    lock: t.LOCK.SHARE,
  });
  const standing = new Set(rows.map((row) => row.id));
  return touched.filter(({ letter }) => standing.has(letter.certificateId));
}

/** Of many lawyers who are entered late at once the first one marks what their firm said of its number: more would say no more. */
async function withoutKnown(touched: TouchedLetter[], change: MemberChange, t: Transaction): Promise<TouchedLetter[]> {
  if (!isEntry(change) || touched.length === 0) return touched;
  const certificateId = touched.map(({ letter }) => letter.certificateId);
  const open = await CertificateMatter.findAll({
    where: { certificateId, state: 'open', isPublic: true },
    transaction: t,
  });
  const changes = await FactChange.findAll({ where: { id: open.map(({ changeId }) => changeId) }, transaction: t });
  const entries = new Set(changes.filter(({ payload }) => isEntry(payload)).map(({ id }) => id));
  const known = new Set(open.filter(({ changeId }) => entries.has(changeId)).map((matter) => matter.certificateId));
  return touched.filter(({ letter }) => !known.has(letter.certificateId));
}

const isEntry = ({ fact, before }: MemberChange): boolean => fact === 'firm' && before === '';

/** What the letter makes of the member. */
function placeIn(letter: StandingLetter, { subject }: MemberChange) {
  const isHolder = letter.applicantKind === subject.kind && letter.applicantId === subject.id;
  const isAmongAll = subject.kind === 'lawyer' && letter.lawyerScope === 'all' && prints(letter, subject.licenceNo);
  const isSingled = isHolder || (letter.named > 0 && letter.lawyerScope !== 'all');
  const countedFirm = letter.saysCount && letter.applicantKind === 'firm' ? letter.applicantId : null;
  const says = { saysCategory: Boolean(letter.saysCategory), saysSex: Boolean(letter.saysSex) };
  const firm = { firmId: letter.firmId, name: letter.firmName, head: letter.firmHead };
  return { isHolder, isSingled, isSubject: isSingled || isAmongAll, firm, countedFirm, ...says };
}

/** The facts of the member alone, and of its discipline records the one that changed. */
async function factsOf(change: MemberChange, t: Transaction): Promise<ReviewFacts> {
  const { kind, id } = change.subject;
  const changed = <M extends { discipline: DisciplineFact[] }>(member: M): M => ({
    ...member,
    discipline: member.discipline.filter((record) => record.id === change.recordId),
  });
  return {
    today: clock.today(),
    readAt: clock.now(),
    since: null,
    sinceFirstPractice: false,
    year: null,
    country: '',
    latinName: '',
    purpose: '',
    freeText: '',
    firm: kind === 'firm' ? changed(await readFirmFacts(id, t)) : null,
    lawyers: kind === 'lawyer' ? (await readLawyerFacts([id], t)).map(changed) : [],
    roster: [],
    records: null,
    purposes: [],
    association: [],
    told: NOBODY_TOLD,
    confirmedNames: new Set(),
    unprintable: [],
  };
}

async function write(row: FactChange, touched: TouchedLetter[], t: Transaction): Promise<void> {
  await CertificateMatter.bulkCreate(
    touched.map(({ letter, isPublic }) => ({
      changeId: row.id,
      certificateId: letter.certificateId,
      isPublic,
      state: 'open' as const,
      reason: '',
      settledBy: '',
      settledAt: null,
    })),
    { transaction: t },
  );
  for (const { letter } of touched.filter(({ isPublic }) => isPublic)) {
    // Strangers are told by this line, which nobody can take back with a row (ADR on changed facts).
    await writeAudit(
      {
        actor: null,
        action: 'certificate.questioned',
        targetKind: 'certificate',
        targetId: letter.certificateId,
        target: `${letter.number} ${letter.holder}`,
        detail: `${row.subjectName}：${row.words}（${row.changedBy}）`,
      },
      t,
    );
  }
}
