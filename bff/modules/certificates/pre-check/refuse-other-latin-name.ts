import { isSameLatinName } from '../../../contract/names.ts';
import { AppError } from '../../../errors.ts';
import type { ReviewFacts } from '../facts/facts.ts';

/**
 * A name in Latin letters that the association has confirmed is printed as it is, and no other in its place (certificates.md,
 * Review). Throws `invalid_fields`; a lawyer is told the own name, a firm only that it is another one.
 */
export function refuseOtherLatinName({ latinName, firm, lawyers }: ReviewFacts): void {
  if (latinName === '') return;
  const other = lawyers.find(
    (lawyer) => lawyer.latinNameConfirmedOn !== null && !isSameLatinName(lawyer.latinName, latinName),
  );
  if (!other) return;
  const confirmed = firm ? '' : `“${other.latinName}”`;
  throw new AppError('invalid_fields', {
    fields: { latinName: `与本会已核定的拉丁字母姓名${confirmed}不同；核定的姓名有误的，请先申请更正` },
  });
}
