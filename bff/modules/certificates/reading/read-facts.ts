import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { inList } from '../../../platform/db/keyset.ts';
import { unprintableCharacters } from '../../../platform/pdf/glyphs.ts';
import { lockForReading } from '../../registry/facts/lock-subjects.ts';
import { findFormerLawyer } from '../../registry/lawyers/find-former-lawyer.ts';
import { readMemberRecords } from '../../registry/facts/read-records.ts';
import { readFirmFacts, readLawyerFacts, readRoster } from '../../registry/facts/read-registry-facts.ts';
import type { LawyerFacts } from '../../registry/facts/registry-facts.ts';
import { readConfirmedNames } from './read-confirmed-names.ts';
import { readTold } from './read-told.ts';
import { ownWords, type Answers, type ReviewFacts, type ReviewOffice, type Subject } from '../facts/facts.ts';
import { ApplicationLawyer, type Application, type CertificateType } from '../model.ts';
import { readsRecords, readsRoster, type RuleSet } from '../rules/rules.ts';

/** Whom a certificate speaks of, in the order in which it names them. */
export interface Subjects {
  applicant: { kind: 'firm' | 'lawyer'; id: number };
  firmId: number | null;
  lawyerIds: number[];
}

/** Whom the form names, where the type asks for it. */
export interface Named {
  lawyerIds?: number[] | undefined;
  formerLawyer?: { licenceNo: string; name: string } | undefined;
}

/**
 * Finds whom an application is about. Throws `invalid_fields` when a chosen lawyer is not one of the applicant's own,
 * or when nobody who has been cancelled bears that licence number and name.
 * The firm is locked first: nobody joins or leaves it until the decision is committed.
 */
export async function subjectsOf(
  what: { applicant: Subjects['applicant']; type: CertificateType; named: Named },
  t?: Transaction,
): Promise<Subjects> {
  const { applicant, type } = what;
  const { lawyerIds: chosen = [], formerLawyer } = what.named;
  if (applicant.kind === 'lawyer') return { applicant, firmId: null, lawyerIds: [applicant.id] };
  if (t) await lockForReading({ firmIds: [applicant.id], lawyerIds: [] }, t);
  const subjects = { applicant, firmId: applicant.id, lawyerIds: [] as number[] };
  if (type.lawyerScope === 'former' && formerLawyer) {
    const id = await findFormerLawyer(formerLawyer, t);
    if (id !== null) return { ...subjects, lawyerIds: [id] };
    throw new AppError('invalid_fields', {
      fields: { formerLawyer: '未查到执业证号与姓名一致的已注销律师，请核对后重新填写' },
    });
  }
  if (type.lawyerScope !== 'all' && type.lawyerScope !== 'chosen') return subjects;
  const roster = await readRoster(applicant.id, t);
  if (type.lawyerScope === 'all') return { ...subjects, lawyerIds: roster };
  const own = new Set(roster);
  if (!chosen.every((id) => own.has(id))) {
    throw new AppError('invalid_fields', { fields: { lawyerIds: '所选律师中有非本所在册律师，请重新选择' } });
  }
  return { ...subjects, lawyerIds: chosen };
}

/** Whom a submitted application is about: those it named; an all-lawyers letter follows the roster of today. */
export async function subjectsOfApplication(
  application: Application,
  type: CertificateType,
  t?: Transaction,
): Promise<Subjects> {
  const named = await ApplicationLawyer.findAll({
    where: { applicationId: application.id },
    order: ['position'],
    ...(t && { transaction: t }),
  });
  const applicant = { kind: application.applicantKind, id: application.applicantId };
  const firmId = applicant.kind === 'firm' ? applicant.id : null;
  if (t && firmId) await lockForReading({ firmIds: [firmId], lawyerIds: [] }, t);
  const lawyerIds =
    type.lawyerScope === 'all' && firmId ? await readRoster(firmId, t) : named.map(({ lawyerId }) => lawyerId);
  return { applicant, firmId, lawyerIds };
}

/**
 * Reads every fact of a decision. In a transaction the subjects are locked before, so that a discipline record or a
 * transfer entered meanwhile is either seen or waits for the commit.
 */
export async function readFacts(
  what: { subjects: Subjects; answers: Answers; ruleSet: RuleSet; office: ReviewOffice },
  t?: Transaction,
): Promise<ReviewFacts> {
  const { answers, ruleSet, office } = what;
  const { firmId, lawyerIds, applicant } = what.subjects;
  if (t) {
    // A letter about a lawyer alone names his or her firm as well: nobody renames it meanwhile.
    await lockForReading({ firmIds: firmId ? [firmId] : await readFirmsOf(lawyerIds, t), lawyerIds }, t);
    // Whoever moved between the look and the lock has a new firm.
    if (!firmId) await lockForReading({ firmIds: await readFirmsOf(lawyerIds, t), lawyerIds: [] }, t);
  }
  const firm = firmId ? await readFirmFacts(firmId, t) : null;
  const lawyers = await readLawyerFacts(lawyerIds, t);
  const roster = firmId && readsRoster(ruleSet) ? await readWholeRoster(firmId, lawyers, t) : [];
  const applicantName = applicant.kind === 'firm' ? (firm?.name ?? '') : (lawyers[0]?.name ?? '');
  return {
    today: clock.today(),
    readAt: clock.now(),
    ...answers,
    // A lawyer alone has one first day: his or her letter begins on it, or earlier, and that is looked at.
    sinceFirstPractice: answers.sinceFirstPractice && firmId !== null,
    firm,
    lawyers,
    roster,
    purposes: office.purposes,
    confirmedNames: await readConfirmedNames(
      { firmIds: firm ? [firm.id] : [], lawyerIds: [...lawyers, ...roster].map(({ id }) => id) },
      t,
    ),
    told: await readTold({ words: ownWords(answers), firmId, lawyers }, t),
    association: [office.association, office.associationEnglish],
    records: readsRecords(ruleSet) ? await readMemberRecords(ownIds(applicant), t) : null,
    unprintable: [
      ...(firm
        ? unprintable({ kind: 'firm', id: firm.id, name: firm.name }, { 名称: firm.name, 办公地址: firm.address })
        : []),
      // A firm's own letter prints its name once, however many lawyers it names.
      ...(roster.length > 0 ? roster : lawyers).flatMap((l) =>
        unprintable(
          { kind: 'lawyer', id: l.id, name: l.name },
          firm ? { 姓名: l.name } : { 姓名: l.name, 执业机构: l.firmName },
        ),
      ),
      ...unprintable(
        { ...applicant, name: applicantName },
        { 用途: answers.purpose, 证明内容: answers.freeText, 拉丁字母姓名: answers.latinName },
      ),
    ],
  };
}

const ownIds = ({ kind, id }: Subjects['applicant']) => ({
  firmIds: kind === 'firm' ? [id] : [],
  lawyerIds: kind === 'lawyer' ? [id] : [],
});

/** Everybody of the firm; those already read are not read again. The firm is locked: nobody joins or leaves. */
async function readWholeRoster(firmId: number, known: LawyerFacts[], t?: Transaction): Promise<LawyerFacts[]> {
  const ids = await readRoster(firmId, t);
  const byId = new Map(known.map((lawyer) => [lawyer.id, lawyer]));
  const others = ids.filter((id) => !byId.has(id));
  if (t) await lockForReading({ firmIds: [], lawyerIds: others }, t);
  for (const lawyer of await readLawyerFacts(others, t)) byId.set(lawyer.id, lawyer);
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const firmIdRow = z.strictObject({ firmId: z.int() });

async function readFirmsOf(lawyerIds: number[], t: Transaction): Promise<number[]> {
  const list = inList(lawyerIds);
  const rows = await select(
    firmIdRow,
    `SELECT firm_id AS firmId FROM lawyers WHERE id IN ${list.sql} AND firm_id IS NOT NULL`,
    list.values,
    t,
  );
  return rows.map(({ firmId }) => firmId);
}

function unprintable(subject: Subject, fields: Record<string, string>): ReviewFacts['unprintable'] {
  return Object.entries(fields).flatMap(([field, text]) => {
    // Ends of lines divide paragraphs and tabs become blanks (compose-letter.ts): neither has to be in a font.
    const characters = unprintableCharacters(text.replace(/[\n\t]/g, ''));
    return characters.length > 0 ? [{ subject, field, characters }] : [];
  });
}
