import { Select } from 'antd';

interface PurposesInputProps {
  id?: string;
  value?: string[];
  onChange?(purposes: string[]): void;
}

/** Words that are written one after the other; Enter or a pasted line ends each. */
export function PurposesInput({ value = [], onChange, ...rest }: PurposesInputProps) {
  return (
    <Select
      {...rest}
      mode="tags"
      open={false}
      suffixIcon={null}
      tokenSeparators={['\n', '；', ';']}
      value={value}
      placeholder="输入后按回车"
      onChange={(next: string[]) => onChange?.(next)}
    />
  );
}
