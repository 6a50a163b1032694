import { InputNumber } from 'antd';

interface YuanInputProps {
  id?: string;
  /** Fen. */
  value?: number;
  onChange?(fen: number): void;
}

/** An amount that is kept in fen and typed in yuan. */
export function YuanInput({ id, value = 0, onChange, ...rest }: YuanInputProps) {
  return (
    <InputNumber
      {...rest}
      {...(id && { id })}
      value={value / 100}
      min={0}
      max={10_000}
      precision={2}
      step={1}
      inputMode="decimal"
      onChange={(yuan) => onChange?.(Math.round((yuan ?? 0) * 100))}
    />
  );
}
