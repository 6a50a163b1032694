import { addMonths } from '../../../contract/dates.ts';

/** Last day on which a certificate is valid (民法典第二百零二条). Null: valid without end. */
export function lastValidDay(issuedOn: string, months: number | null): string | null {
  return months === null ? null : addMonths(issuedOn, months);
}
