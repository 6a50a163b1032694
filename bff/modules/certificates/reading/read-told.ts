import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { select } from '../../../platform/db/database.ts';
import { inList, type Condition } from '../../../platform/db/keyset.ts';
import { idRow } from '../../../platform/db/rows.ts';
import { lockForReading } from '../../registry/facts/lock-subjects.ts';
import { readFirmFacts, readLawyerFacts } from '../../registry/facts/read-registry-facts.ts';
import { toNameKey } from '../../registry/facts/search-names.ts';
import type { FirmFacts } from '../../registry/facts/registry-facts.ts';
import { NOBODY_TOLD, type Told } from '../facts/facts.ts';
import { isBranchOf } from '../rules/told/branches.ts';
import { speaksOfDiscipline, toPlainWords } from '../rules/told/plain-words.ts';

const firmRow = z.strictObject({ id: z.int(), name: z.string(), head: z.string() });
const otherFirmRow = z.strictObject({ id: z.int(), name: z.string(), licenceNo: z.string() });

/**
 * Beside the subjects of a letter, whoever the applicant's own words may say of that there is no 行业处分: the lawyers of the firm, now
 * and before, its branches, and members called by number, firms by name too; of them those against whom there is something.
 * In a transaction all of them are held still, so that a record entered meanwhile is either seen or waits.
 */
export async function readTold(
  asked: { words: string; firmId: number | null; lawyers: readonly { id: number; firmId: number | null }[] },
  t?: Transaction,
): Promise<Told> {
  const { lawyers } = asked;
  if (!speaksOfDiscipline(asked.words)) return NOBODY_TOLD;
  // A lawyer alone may speak of the firm that he or she is in.
  const firmId = asked.firmId ?? lawyers[0]?.firmId ?? null;
  const own = firmId === null ? null : await findFirm(firmId, t);
  const words = toPlainWords(asked.words);
  const numbers = inList([...new Set(words.match(/\d{17}/gu) ?? [])]);
  const rows = await select(
    idRow,
    `SELECT id FROM lawyers WHERE firm_id = ? UNION SELECT lawyer_id AS id FROM lawyer_firm_periods WHERE firm_id = ?
     UNION SELECT id FROM lawyers WHERE licence_no IN ${numbers.sql}`,
    [firmId ?? 0, firmId ?? 0, ...numbers.values],
    t,
  );
  const subjects = new Set(lawyers.map(({ id }) => id));
  const lawyerIds = rows.map(({ id }) => id).filter((id) => !subjects.has(id));
  const others = await findFirms({ words, numbers, own: own?.name ?? '' }, t);
  const firmIds = asked.firmId === null && own ? [own.id, ...others] : others;
  if (t) await lockForReading({ firmIds, lawyerIds }, t);
  const firms: FirmFacts[] = [];
  for (const id of await withRecords('firm_id', firmIds, t)) firms.push(await readFirmFacts(id, t));
  const found = await readLawyerFacts(await withRecords('lawyer_id', lawyerIds, t), t);
  const lawyersNow = firmId === null ? null : await countLawyers(firmId, t);
  return { firmId, name: own?.name ?? '', head: own?.head ?? '', lawyersNow, firms, lawyers: found };
}

const countRow = z.strictObject({ count: z.int() });

async function countLawyers(firmId: number, t?: Transaction): Promise<number> {
  const sql = "SELECT COUNT(*) AS count FROM lawyers WHERE firm_id = ? AND status <> 'cancelled'";
  const [row] = await select(countRow, sql, [firmId], t);
  return row?.count ?? 0;
}

async function findFirm(id: number, t?: Transaction) {
  const [row] = await select(firmRow, 'SELECT id, name, person_in_charge AS head FROM firms WHERE id = ?', [id], t);
  return row ?? null;
}

/** Other firms that the words name, and branches of the own one. There are thousands of firms: they are looked through. */
async function findFirms(
  { words, numbers, own }: { words: string; numbers: Condition; own: string },
  t?: Transaction,
): Promise<number[]> {
  const [base = ''] = own.split('律师事务所');
  const rows = await select(
    otherFirmRow,
    `SELECT id, name, licence_no AS licenceNo FROM firms
     WHERE name <> ? AND (INSTR(?, name_key) > 0 OR licence_no IN ${numbers.sql} OR (? <> '' AND INSTR(name, ?) = 1))`,
    [own, words.replace(/[\s·]/gu, ''), ...numbers.values, base, base],
    t,
  );
  const key = words.replace(/[\s·]/gu, '');
  // 江海律师事务所 is not named by 新江海律师事务所, the own one, and what only begins alike is no branch.
  const isNamed = ({ name, licenceNo }: { name: string; licenceNo: string }) =>
    key.includes(licenceNo) || (!own.includes(name) && key.includes(toNameKey(name, 'firm')));
  return rows.filter((row) => isNamed(row) || isBranchOf(own, row.name)).map(({ id }) => id);
}

async function withRecords(
  column: 'firm_id' | 'lawyer_id',
  ids: readonly number[],
  t?: Transaction,
): Promise<number[]> {
  if (ids.length === 0) return [];
  const list = inList(ids);
  const sql = `SELECT DISTINCT ${column} AS id FROM discipline_records WHERE ${column} IN ${list.sql} ORDER BY id`;
  return (await select(idRow, sql, list.values, t)).map(({ id }) => id);
}
