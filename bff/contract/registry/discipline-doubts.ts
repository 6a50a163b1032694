import { addDays } from '../dates.ts';

/** Said of a record whose subject has others of the same 文号: one of them may have been entered twice. */
export const describeSameDocument = (others: number): string =>
  `同一对象另有${others}条相同文号的记录，请核对是否重复登记`;

const DAYS_OF_A_YEAR = 365;

/** Said of a penalty that begins more than a year after `today`; null: of no other. */
export const describeLateEffect = (effectiveFromOn: string | null, today: string): string | null =>
  effectiveFromOn !== null && effectiveFromOn > addDays(today, DAYS_OF_A_YEAR)
    ? `生效日期${effectiveFromOn}在一年以后，请核对年份`
    : null;

/** Everything that is said beside a record, which nothing refuses. */
export const disciplineDoubts = (
  { sameDocument, effectiveFromOn }: { sameDocument: number; effectiveFromOn: string | null },
  today: string,
): string[] =>
  [sameDocument > 0 ? describeSameDocument(sameDocument) : null, describeLateEffect(effectiveFromOn, today)].filter(
    (words) => words !== null,
  );
