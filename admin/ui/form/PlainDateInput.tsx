import { readPlainDate } from '../../../bff/contract/text.ts';
import { TypedDate, type TypedDateProps } from './TypedDate.tsx';

const DAY = {
  read: readPlainDate,
  show: (day: string) => day,
  pattern: 'YYYY-MM-DD',
  placeholder: 'yyyy-MM-dd',
  fault: '应为真实存在的日期，例如 2026-01-31',
  hasTime: false,
};

/** A yyyy-MM-dd string; 20260131, 2026/1/31, 2026.1.31 and 2026年1月31日 may be typed, full-width digits too. */
export const PlainDateInput = (props: TypedDateProps) => <TypedDate {...props} way={DAY} />;
