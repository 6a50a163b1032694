import { Select } from 'antd';

interface WordsInputProps {
  id?: string;
  label?: string;
  value?: string[];
  onChange?(words: string[]): void;
}

/** Words that are written one after the other; Enter or a pasted line ends each. */
export function WordsInput({ label, value = [], onChange, ...rest }: WordsInputProps) {
  return (
    <Select
      {...rest}
      {...(label !== undefined && { 'aria-label': label })}
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
