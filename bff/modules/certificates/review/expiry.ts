/**
 * Last day on which a certificate is valid: the same day so many months later, or that month's last day when it has no
 * such day (民法典第二百零二条). Null: valid without end.
 */
export function lastValidDay(issuedOn: string, months: number | null): string | null {
  if (months === null) return null;
  const [year = 0, month = 0, day = 0] = issuedOn.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const date = new Date(
    Date.UTC(lastOfMonth.getUTCFullYear(), lastOfMonth.getUTCMonth(), Math.min(day, lastOfMonth.getUTCDate())),
  );
  return date.toISOString().slice(0, 10);
}
