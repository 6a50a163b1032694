import { DatePicker } from 'antd';
import dayjs from 'dayjs';

interface InstantInputProps {
  id?: string;
  value?: string;
  onChange?(value: string): void;
}

const TYPED = 'YYYY-MM-DDTHH:mm';

/** A date and time of China, as yyyy-MM-ddTHH:mm, whatever the browser is set to. antd's form hands id, value, onChange. */
export const InstantInput = ({ id, value, onChange }: InstantInputProps) => (
  <DatePicker
    {...(id && { id })}
    showTime={{ format: 'HH:mm', minuteStep: 5, defaultOpenValue: dayjs('09:00', 'HH:mm') }}
    value={value ? dayjs(value) : null}
    format={[
      'YYYY-MM-DD HH:mm',
      'YYYY-M-D H:mm',
      'YYYY/M/D H:mm',
      'YYYY.M.D H:mm',
      'YYYY年M月D日 H:mm',
      'YYYYMMDD HHmm',
    ]}
    placeholder="yyyy-MM-dd HH:mm"
    style={{ width: 220 }}
    onChange={(next) => onChange?.(next ? next.format(TYPED) : '')}
  />
);
