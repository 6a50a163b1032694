import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { CSSProperties } from 'react';

interface PlainDateProps {
  id?: string;
  'aria-label'?: string;
  style?: CSSProperties;
  value?: string | null;
  onChange?(value: string): void;
}

/** A yyyy-MM-dd string as a picker; 20260131, 2026/1/31, 2026.1.31 and 2026年1月31日 may be typed. */
export function PlainDateInput({ id, value, onChange, ...rest }: PlainDateProps) {
  const shown: Dayjs | null = value ? dayjs(value) : null;
  return (
    <DatePicker
      {...rest}
      {...(id && { id })}
      value={shown}
      format={['YYYY-MM-DD', 'YYYY-M-D', 'YYYYMMDD', 'YYYY/M/D', 'YYYY.M.D', 'YYYY年M月D日']}
      placeholder="yyyy-MM-dd"
      onChange={(next) => onChange?.(next ? next.format('YYYY-MM-DD') : '')}
    />
  );
}
