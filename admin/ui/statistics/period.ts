import { addDays, toShanghaiDate } from '../../../bff/contract/dates.ts';

/** The days that are looked at, by the address: without days in it, the thirty up to today. */
export function daysOf(values: { from?: string | undefined; to?: string | undefined }): { from: string; to: string } {
  const to = values.to ?? toShanghaiDate(Date.now());
  return { from: values.from ?? addDays(to, -29), to };
}

/** 86%; a dash where there was nothing to keep. */
export const share = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${Math.round((part / whole) * 100)}%`;
