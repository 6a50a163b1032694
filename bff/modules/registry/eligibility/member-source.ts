import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { FIRM_KINDS, LAWYER_CATEGORIES } from '../../../contract/registry/enums.ts';
import { day, oneOf } from '../../../contract/reply-parts.ts';
import { select } from '../../../platform/db/database.ts';
import { inList } from '../../../platform/db/keyset.ts';
import type { FirmKind, LawyerCategory } from '../../../contract/registry/enums.ts';
import { keyOfMember, type FactSource } from '../../eligibility/atom.ts';
import { idsOf } from './ids-of.ts';

/** What a firm or a lawyer is now. */
export interface MemberFact {
  /** null: of a firm. */
  category: LawyerCategory | null;
  firstPractisedOn: string | null;
  /** The firm itself, or the lawyer's; null: in none. */
  firmId: number | null;
  firmKind: FirmKind | null;
  firmName: string;
  firmAddress: string;
}

const firmRow = z.strictObject({
  id: z.int(),
  firmKind: oneOf(FIRM_KINDS),
  firmName: z.string(),
  firmAddress: z.string(),
});
const lawyerRow = z.strictObject({
  id: z.int(),
  category: oneOf(LAWYER_CATEGORIES),
  firstPractisedOn: day,
  firmId: z.int().nullable(),
  firmKind: oneOf(FIRM_KINDS).nullable(),
  firmName: z.string(),
  firmAddress: z.string(),
});

/** Rows of the registry: no identity numbers, which eligibility never rests on. */
export const memberSource: FactSource<MemberFact> = {
  async read(members, t) {
    const facts = new Map<string, MemberFact>();
    for (const { id, ...firm } of await readFirms(idsOf(members, 'firm'), t)) {
      facts.set(keyOfMember({ kind: 'firm', id }), { category: null, firstPractisedOn: null, firmId: id, ...firm });
    }
    for (const { id, ...lawyer } of await readLawyers(idsOf(members, 'lawyer'), t)) {
      facts.set(keyOfMember({ kind: 'lawyer', id }), lawyer);
    }
    return facts;
  },
};

// Members that are judged are nearly always of one kind: the other is not asked for.
function readFirms(ids: number[], t?: Transaction) {
  if (ids.length === 0) return [];
  const { sql, values } = inList(ids);
  return select(
    firmRow,
    `SELECT id, kind AS firmKind, name AS firmName, address AS firmAddress FROM firms WHERE id IN ${sql}`,
    values,
    t,
  );
}

function readLawyers(ids: number[], t?: Transaction) {
  if (ids.length === 0) return [];
  const { sql, values } = inList(ids);
  return select(
    lawyerRow,
    `SELECT l.id, l.category, l.first_practised_on AS firstPractisedOn, l.firm_id AS firmId, f.kind AS firmKind,
       COALESCE(f.name, '') AS firmName, COALESCE(f.address, '') AS firmAddress
     FROM lawyers l LEFT JOIN firms f ON f.id = l.firm_id WHERE l.id IN ${sql}`,
    values,
    t,
  );
}
