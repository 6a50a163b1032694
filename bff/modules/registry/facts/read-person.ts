import { z } from 'zod';
import { birthOfNumber } from '../../../contract/registry/identity.ts';
import {
  IDENTITY_KINDS,
  LAWYER_CATEGORIES,
  SEXES,
  type IdentityKind,
  type LawyerCategory,
  type Sex,
} from '../../../contract/registry/enums.ts';
import { day, oneOf } from '../../../contract/reply-parts.ts';
import { maskIdentity } from '../../../contract/text.ts';
import { AppError } from '../../../errors.ts';
import { decryptIdentity } from './identity.ts';

/** What the registry says of a lawyer as a person: never the identity number itself. */
export interface RegisteredPerson {
  name: string;
  latinName: string;
  sex: Sex;
  licenceNo: string;
  category: LawyerCategory;
  firmName: string;
  firstPractisedOn: string;
  identityKind: IdentityKind;
  /** 居民身份证 440***********1234 */
  identityWords: string;
  /** From the number; null: it says none. */
  birthOn: string | null;
  /** First two digits of the number, by which a permit says where somebody is from. */
  identityPrefix: string;
  phone: string;
  email: string;
  /** Times in firms, the earliest first; `untilOn` null: still there. */
  periods: { firmName: string; fromOn: string; untilOn: string | null }[];
}

/** The lawyer, once for each time in a firm; once without one. */
const row = z.strictObject({
  name: z.string(),
  latinName: z.string(),
  sex: oneOf(SEXES),
  licenceNo: z.string(),
  category: oneOf(LAWYER_CATEGORIES),
  firmName: z.string(),
  firstPractisedOn: day,
  identityKind: oneOf(IDENTITY_KINDS),
  identitySealed: z.string(),
  identityIndex: z.string(),
  phone: z.string(),
  email: z.string(),
  periodFirm: z.string().nullable(),
  fromOn: day.nullable(),
  untilOn: day.nullable(),
});
const PERSON = `SELECT l.name AS name, l.latin_name AS latinName, l.sex, l.licence_no AS licenceNo, l.category,
    COALESCE(f.name, '') AS firmName, l.first_practised_on AS firstPractisedOn, l.identity_kind AS identityKind,
    l.identity_sealed AS identitySealed, l.identity_index AS identityIndex, l.phone AS phone, l.email AS email,
    COALESCE(pf.name, p.outside_firm_name) AS periodFirm, p.from_on AS fromOn, p.until_on AS untilOn
  FROM lawyers l LEFT JOIN firms f ON f.id = l.firm_id
    LEFT JOIN lawyer_firm_periods p ON p.lawyer_id = l.id LEFT JOIN firms pf ON pf.id = p.firm_id
  WHERE l.id = ? ORDER BY p.from_on`;

/** The person behind a lawyer's record, to be read together with what is asked about it. */
export const personOf = (lawyerId: number) => ({ row, sql: PERSON, values: [lawyerId] });

/** What personOf has read. Throws `not_found`. */
export function presentPerson(rows: readonly z.infer<typeof row>[]): RegisteredPerson {
  const [lawyer] = rows;
  if (!lawyer) throw new AppError('not_found');
  const { identitySealed, identityIndex, periodFirm: _firm, fromOn: _fromOn, untilOn: _untilOn, ...person } = lawyer;
  const number = decryptIdentity({ identitySealed, identityIndex });
  return {
    ...person,
    identityWords: `${IDENTITY_KINDS[person.identityKind]} ${maskIdentity(number)}`,
    birthOn: birthOfNumber(number),
    identityPrefix: number.slice(0, 2),
    periods: rows.flatMap(({ periodFirm, fromOn, untilOn }) =>
      fromOn === null ? [] : [{ firmName: periodFirm ?? '', fromOn, untilOn }],
    ),
  };
}
