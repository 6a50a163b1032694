import { Input, type InputProps } from 'antd';
import { useState } from 'react';
import { readYuan } from '../../../bff/contract/text.ts';
import { toYuanInput } from './money.ts';

interface YuanInputProps extends Pick<InputProps, 'aria-label' | 'prefix' | 'suffix'> {
  id?: string;
  /** Fen. */
  value?: number | string;
  /** What was typed in fen; as it was typed where that is no amount, for the server to refuse. */
  onChange?(amount: number | string): void;
  /** What stands in it was refused. */
  isWrong?: boolean;
}

/** An amount that is kept in fen and typed in yuan (１，２００.５ as well). What was typed stays, whatever it is. */
export function YuanInput({ id, value = '', onChange, isWrong = false, ...rest }: YuanInputProps) {
  const [typed, setTyped] = useState('');
  const change = (text: string) => {
    setTyped(text);
    onChange?.(read(text));
  };
  return (
    <Input
      {...rest}
      {...(id && { id })}
      // As it was typed while it says so; what another row had here before is not.
      value={read(typed) === value ? typed : shown(value)}
      inputMode="decimal"
      {...(isWrong && { status: 'error' as const, 'aria-invalid': true })}
      autoComplete="off"
      onChange={({ target }) => change(target.value)}
    />
  );
}

const shown = (value: number | string) => (typeof value === 'number' ? toYuanInput(value) : value);

function read(text: string): number | string {
  const fen = readYuan(text);
  return Number.isNaN(fen) ? text : fen;
}
