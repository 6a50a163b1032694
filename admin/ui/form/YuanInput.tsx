import { InputNumber } from 'antd';

interface YuanInputProps {
  id?: string;
  /** Fen. */
  value?: number | null;
  onChange?(fen: number | null): void;
}

/** An amount that is kept in fen and typed in yuan. It changes nothing that is typed: the schema says what the bounds are. */
export function YuanInput({ id, value = 0, onChange, ...rest }: YuanInputProps) {
  return (
    <InputNumber
      {...rest}
      {...(id && { id })}
      value={value === null ? null : value / 100}
      step={1}
      inputMode="decimal"
      onChange={(yuan) => onChange?.(yuan === null ? null : toFen(yuan))}
    />
  );
}

/** Parts of a fen stay, for the schema to refuse; what floating point adds does not. */
const toFen = (yuan: number) => Number((yuan * 100).toFixed(6));
