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

/** A yyyy-MM-dd string as a picker; 20260131 and 2026/1/31 may be typed. */
export function PlainDateInput({ id, value, onChange, ...rest }: PlainDateProps) {
  const shown: Dayjs | null = value ? dayjs(value) : null;
  return (
    <DatePicker
      {...rest}
      {...(id && { id })}
      value={shown}
      format={['YYYY-MM-DD', 'YYYYMMDD', 'YYYY/M/D']}
      placeholder="yyyy-MM-dd"
      onChange={(next) => onChange?.(next ? next.format('YYYY-MM-DD') : '')}
    />
  );
}
