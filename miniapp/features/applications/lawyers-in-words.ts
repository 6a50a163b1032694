import type { OwnApplicationRow } from '../../../bff/contract/certificates/endpoints.ts';

type Named = Pick<OwnApplicationRow, 'lawyerNames' | 'lawyerCount'>;

/** Whom an application names, name by name with what follows it: 林知远、 王芳、 江云舟等12人. */
export function lawyersInParts({ lawyerNames, lawyerCount }: Named): string[] {
  const rest = lawyerCount > lawyerNames.length ? `等${lawyerCount}人` : '';
  return lawyerNames.map((name, at) => `${name}${at < lawyerNames.length - 1 ? '、' : rest}`);
}

/** Whom an application names: 林知远、王芳、江云舟等12人; empty: nobody. */
export const lawyersInWords = (named: Named): string => lawyersInParts(named).join('');

/** What tells it from others of its type, in a line: whom it names, what for. */
export function aboutInWords(row: Pick<OwnApplicationRow, 'lawyerNames' | 'lawyerCount' | 'purpose'>): string {
  return [lawyersInWords(row), row.purpose].filter(Boolean).join('　');
}
