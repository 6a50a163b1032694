import { Input, type InputProps } from 'antd';
import { useState } from 'react';
import { readDecimal } from '../../../bff/contract/text.ts';

interface WholeInputProps extends Pick<InputProps, 'aria-label' | 'placeholder' | 'className'> {
  value: number | string | null;
  /** The number; null for nothing; as it was typed where that is no whole number, for the server to refuse. */
  onChange(value: number | string | null): void;
}

/**
 * A whole number as a part of something larger. What was typed stays, whatever it is, and nothing is made of it that was
 * not typed: the server says what is wrong.
 */
export function WholeInput({ value, onChange, ...rest }: WholeInputProps) {
  const [typed, setTyped] = useState('');
  const change = (text: string) => {
    setTyped(text);
    onChange(read(text));
  };
  return (
    <Input
      {...rest}
      // As it was typed while it says so; what another row had here before is not.
      value={read(typed) === value ? typed : String(value ?? '')}
      inputMode="numeric"
      autoComplete="off"
      onChange={({ target }) => change(target.value)}
    />
  );
}

function read(text: string): number | string | null {
  if (text.trim() === '') return null;
  const number = readDecimal(text, 0);
  return Number.isNaN(number) ? text : number;
}
