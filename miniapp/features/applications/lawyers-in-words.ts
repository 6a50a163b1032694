import type { OwnApplicationRow } from '../../../bff/contract/certificates/endpoints.ts';

/** Whom an application names: 林知远、王芳、江云舟等12人; empty: nobody. */
export function lawyersInWords({
  lawyerNames,
  lawyerCount,
}: Pick<OwnApplicationRow, 'lawyerNames' | 'lawyerCount'>): string {
  const names = lawyerNames.join('、');
  return lawyerCount > lawyerNames.length ? `${names}等${lawyerCount}人` : names;
}

/** What tells it from others of its type, in a line: whom it names, what for. */
export function aboutInWords(row: Pick<OwnApplicationRow, 'lawyerNames' | 'lawyerCount' | 'purpose'>): string {
  return [lawyersInWords(row), row.purpose].filter(Boolean).join('　');
}
