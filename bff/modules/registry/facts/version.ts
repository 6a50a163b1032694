import { AppError } from '../../../errors.ts';

/** Throws `changed_meanwhile` when somebody saved since the reader read, `invalid_fields` when none was sent. */
export function refuseStale(stored: { version: number }, seen: number | undefined): void {
  if (seen === undefined) {
    throw new AppError('invalid_fields', { fields: { version: '缺少版本号，请刷新页面后重试' } });
  }
  if (stored.version !== seen) throw new AppError('changed_meanwhile');
}
