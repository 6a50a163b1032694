import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { MAX_PERIODS } from '../../../bff/contract/office-hours/limits.ts';
import type { Period } from '../../../bff/contract/office-hours/periods.ts';

interface PeriodsInputProps {
  id?: string;
  /** Said to who does not see the rows. */
  label?: string;
  value?: Period[] | null;
  onChange?(periods: Period[] | null): void;
  /** What no row at all means: 与在线客服相同. */
  none?: string;
}

/** When a day is open: one or more parts, each from and to. */
export function PeriodsInput({ id, label = '', value, onChange, none }: PeriodsInputProps) {
  const periods = value ?? [];
  const change = (next: Period[]) => onChange?.(next.length === 0 && none !== undefined ? null : next);
  const put = (index: number, part: Partial<Period>) =>
    change(periods.map((period, at) => (at === index ? { ...period, ...part } : period)));
  return (
    <div className="periods" id={id}>
      {periods.length === 0 && none && <span className="quiet">{none}</span>}
      {periods.map(({ from, to }, index) => (
        <div key={index} className="row">
          <Input
            inputMode="numeric"
            placeholder="09:00"
            maxLength={5}
            aria-label={`${label}第${index + 1}段开始`}
            value={from}
            onChange={({ target }) => put(index, { from: target.value })}
          />
          <span>至</span>
          <Input
            inputMode="numeric"
            placeholder="09:00"
            maxLength={5}
            aria-label={`${label}第${index + 1}段结束`}
            value={to}
            onChange={({ target }) => put(index, { to: target.value })}
          />
          {(periods.length > 1 || none !== undefined) && (
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={`删除${label}第${index + 1}段`}
              onClick={() => change(periods.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      {periods.length < MAX_PERIODS && (
        <Button
          size="small"
          icon={<PlusOutlined />}
          aria-label={`${label}加一段`}
          onClick={() => change([...periods, { from: '', to: '' }])}
        >
          {periods.length === 0 ? '另定时间' : '加一段'}
        </Button>
      )}
    </div>
  );
}
