import { readPlainDate, toHalfWidth } from '../../../bff/contract/text.ts';
import { TypedDate, type TypedDateProps } from './TypedDate.tsx';

/** 2026-12-05 14:00, 20261205 1400, 2026年12月5日 9:30. */
function read(typed: string): string | null {
  const [, on = '', hour = '', minute = ''] =
    /^(.+?)[T\s]\s*(\d{1,2})\s*[:时]?\s*(\d{2})分?$/.exec(toHalfWidth(typed).trim()) ?? [];
  const day = readPlainDate(on);
  return day === null || Number(hour) > 23 || Number(minute) > 59 ? null : `${day}T${hour.padStart(2, '0')}:${minute}`;
}

const INSTANT = {
  read,
  show: (at: string) => at.replace('T', ' '),
  pattern: 'YYYY-MM-DDTHH:mm',
  placeholder: 'yyyy-MM-dd HH:mm',
  fault: '应为真实存在的日期和时间，例如 2026-01-31 09:00',
  hasTime: true,
};

/** A date and time of China, as yyyy-MM-ddTHH:mm, whatever the browser is set to. antd's form hands id, value, onChange. */
export const InstantInput = (props: TypedDateProps) => (
  <TypedDate {...props} style={{ width: 220, ...props.style }} way={INSTANT} />
);
