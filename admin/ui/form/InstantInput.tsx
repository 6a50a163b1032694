import { Input } from 'antd';

interface InstantInputProps {
  id?: string;
  value?: string;
  onChange?(value: string): void;
}

/** A date and time of China, as yyyy-MM-ddTHH:mm, whatever the browser is set to. antd's form hands id, value, onChange. */
export const InstantInput = ({ id, value, onChange }: InstantInputProps) => (
  <Input
    type="datetime-local"
    {...(id && { id })}
    value={value ?? ''}
    onChange={({ target }) => onChange?.(target.value)}
  />
);
