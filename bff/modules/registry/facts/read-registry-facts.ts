import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { select } from '../../../platform/db/database.ts';
import { inList } from '../../../platform/db/keyset.ts';
import { maskedIdentity } from './identity.ts';
import { readPendingCorrections } from './pending-corrections.ts';
import { LAWYER_COUNT } from './lawyer-count.ts';
import type { FirmFacts, LawyerFacts } from './registry-facts.ts';
import { day, oneOf } from '../../../contract/reply-parts.ts';
import {
  FIRM_KINDS,
  FIRM_STATUSES,
  DISCIPLINE_KINDS,
  DISCIPLINE_STATES,
  SEXES,
  LAWYER_CATEGORIES,
} from '../../../contract/registry/enums.ts';
import { idRow } from '../../../platform/db/rows.ts';

/** The English name of a firm `f`, if staff vouch for it. */
const ENGLISH_NAME = `CASE WHEN f.english_name_confirmed_on IS NULL THEN '' ELSE f.english_name END`;

const DISCIPLINE = `d.id, d.kind, d.state, d.document_no AS documentNo, d.decided_on AS decidedOn,
  d.effective_from_on AS effectiveFromOn, d.effective_until_on AS effectiveUntilOn`;

const disciplineFactRow = z.strictObject({
  id: z.int(),
  kind: oneOf(DISCIPLINE_KINDS),
  state: oneOf(DISCIPLINE_STATES),
  documentNo: z.string(),
  decidedOn: day.nullable(),
  effectiveFromOn: day.nullable(),
  effectiveUntilOn: day.nullable(),
});

const mergerRow = z.strictObject({ otherFirmName: z.string(), mergedOn: day });

const formerNameRow = z.strictObject({ name: z.string(), untilOn: day });

const firmFactsRow = z.strictObject({
  approvedOn: day,
  licenceNo: z.string(),
  uscc: z.string(),
  address: z.string(),
  lawyerCount: z.int(),
  kind: oneOf(FIRM_KINDS),
  id: z.int(),
  name: z.string(),
  englishName: z.string(),
  personInCharge: z.string(),
  status: oneOf(FIRM_STATUSES),
  cancelledOn: day.nullable(),
  pendingChange: z.string(),
});

/** What the registry says about a firm now. Lock it first (lock-subjects.ts) if a letter rests on it. Throws `not_found`. */
export async function readFirmFacts(firmId: number, t?: Transaction): Promise<FirmFacts> {
  const [firm] = await select(
    firmFactsRow,
    `SELECT f.id, f.name, ${ENGLISH_NAME} AS englishName, f.kind, f.licence_no AS licenceNo, f.uscc, f.address,
       f.person_in_charge AS personInCharge, f.approved_on AS approvedOn, f.status,
       f.cancelled_on AS cancelledOn, f.pending_change AS pendingChange, ${LAWYER_COUNT} AS lawyerCount FROM firms f WHERE f.id = ?`,
    [firmId],
    t,
  );
  if (!firm) throw new AppError('not_found');
  const formerNames = await select(
    formerNameRow,
    'SELECT name, until_on AS untilOn FROM firm_former_names WHERE firm_id = ? ORDER BY until_on, id',
    [firmId],
    t,
  );
  const mergers = await select(
    mergerRow,
    `SELECT other_firm_name AS otherFirmName, merged_on AS mergedOn FROM firm_mergers WHERE firm_id = ?
     ORDER BY merged_on, id`,
    [firmId],
    t,
  );
  const discipline = await select(
    disciplineFactRow,
    `SELECT ${DISCIPLINE} FROM discipline_records d WHERE d.firm_id = ? ORDER BY d.id`,
    [firmId],
    t,
  );
  const pendingOf = await readPendingCorrections({ firm: [firmId], lawyer: [] }, t);
  const pendingChange = pendingOf('firm', firmId, firm.pendingChange);
  return { ...firm, pendingChange, formerNames, mergers, discipline };
}

const lawyerDisciplineRow = z.strictObject({
  id: z.int(),
  kind: oneOf(DISCIPLINE_KINDS),
  state: oneOf(DISCIPLINE_STATES),
  documentNo: z.string(),
  decidedOn: day.nullable(),
  effectiveFromOn: day.nullable(),
  effectiveUntilOn: day.nullable(),
  lawyerId: z.int(),
});

const practicePeriodRow = z.strictObject({
  firmId: z.int().nullable(),
  firmName: z.string(),
  firmEnglishName: z.string().optional(),
  fromOn: day,
  untilOn: day.nullable(),
  lawyerId: z.int(),
});

const lawyerFactsRow = z.strictObject({
  latinName: z.string(),
  licenceNo: z.string(),
  firstPractisedOn: day,
  id: z.int(),
  name: z.string(),
  firmName: z.string(),
  status: oneOf(FIRM_STATUSES),
  cancelledOn: day.nullable(),
  pendingChange: z.string(),
  latinNameConfirmedOn: day.nullable(),
  sex: oneOf(SEXES),
  category: oneOf(LAWYER_CATEGORIES),
  firmId: z.int().nullable(),
  firmEnglishName: z.string(),
  firmStatus: oneOf(FIRM_STATUSES).nullable(),
  firmPendingChange: z.string(),
  identityMatchedOn: day.nullable(),
  joinedOn: day,
  identitySealed: z.string(),
  identityIndex: z.string(),
});

/**
 * What the registry says about these lawyers now, in the order of `lawyerIds`, in four queries however many they are.
 * Throws `not_found` when one does not exist.
 */
export async function readLawyerFacts(lawyerIds: readonly number[], t?: Transaction): Promise<LawyerFacts[]> {
  if (lawyerIds.length === 0) return [];
  const list = inList(lawyerIds);
  const lawyers = await select(
    lawyerFactsRow,
    `SELECT l.id, l.name, l.latin_name AS latinName,
       l.latin_name_confirmed_on AS latinNameConfirmedOn, l.cancelled_on AS cancelledOn, l.sex, l.licence_no AS licenceNo, l.category, l.status,
       l.firm_id AS firmId, COALESCE(f.name, '') AS firmName, ${ENGLISH_NAME} AS firmEnglishName,
       f.status AS firmStatus, COALESCE(f.pending_change, '') AS firmPendingChange, l.identity_matched_on AS identityMatchedOn,
       l.identity_sealed AS identitySealed, l.identity_index AS identityIndex, l.joined_on AS joinedOn,
       l.first_practised_on AS firstPractisedOn, l.pending_change AS pendingChange
     FROM lawyers l LEFT JOIN firms f ON f.id = l.firm_id WHERE l.id IN ${list.sql}`,
    list.values,
    t,
  );
  const periods = await select(
    practicePeriodRow,
    `SELECT p.lawyer_id AS lawyerId, p.firm_id AS firmId, COALESCE(f.name, p.outside_firm_name) AS firmName,
       ${ENGLISH_NAME} AS firmEnglishName,
       p.from_on AS fromOn, p.until_on AS untilOn
     FROM lawyer_firm_periods p LEFT JOIN firms f ON f.id = p.firm_id
     WHERE p.lawyer_id IN ${list.sql} ORDER BY p.lawyer_id, p.from_on`,
    list.values,
    t,
  );
  const discipline = await select(
    lawyerDisciplineRow,
    `SELECT d.lawyer_id AS lawyerId, ${DISCIPLINE} FROM discipline_records d
     WHERE d.lawyer_id IN ${list.sql} ORDER BY d.lawyer_id, d.id`,
    list.values,
    t,
  );
  const firmIds = lawyers.flatMap(({ firmId }) => firmId ?? []);
  const pendingOf = await readPendingCorrections({ firm: firmIds, lawyer: lawyerIds }, t);
  const byId = new Map(lawyers.map((lawyer) => [lawyer.id, lawyer]));
  const periodsOf = byLawyer(periods);
  const disciplineOf = byLawyer(discipline);
  return lawyerIds.map((id) => {
    const lawyer = byId.get(id);
    if (!lawyer) throw new AppError('not_found');
    const { identitySealed, identityIndex, ...facts } = lawyer;
    return {
      ...facts,
      pendingChange: pendingOf('lawyer', id, facts.pendingChange),
      firmPendingChange: facts.firmId === null ? '' : pendingOf('firm', facts.firmId, facts.firmPendingChange),
      identityMasked: maskedIdentity({ identitySealed, identityIndex }),
      periods: periodsOf.get(id) ?? [],
      discipline: disciplineOf.get(id) ?? [],
    };
  });
}

function byLawyer<Row extends { lawyerId: number }>(rows: Row[]): Map<number, Omit<Row, 'lawyerId'>[]> {
  const groups = new Map<number, Omit<Row, 'lawyerId'>[]>();
  for (const { lawyerId, ...row } of rows) groups.set(lawyerId, [...(groups.get(lawyerId) ?? []), row]);
  return groups;
}

/** Ids of a firm's active lawyers, by name: 全体律师. Lock the firm first, and the roster holds still. */
export async function readRoster(firmId: number, t?: Transaction): Promise<number[]> {
  const rows = await select(
    idRow,
    `SELECT id FROM lawyers WHERE firm_id = ? AND status = 'active' ORDER BY name_key, id`,
    [firmId],
    t,
  );
  return rows.map(({ id }) => id);
}
