import { Box, Input, TextArea } from '../elements.tsx';
import type { InputProps } from '../element-types.ts';
import { Field, type FieldFrameProps } from './field.tsx';
import styles from './text-field.module.css';

type Frame = Omit<FieldFrameProps, 'children' | 'group'>;

/** A labelled line of text. */
export function TextField({
  value,
  onChange,
  kind,
  placeholder,
  autoComplete,
  disabled,
  onEnter,
  ...frame
}: Frame & Pick<InputProps, 'value' | 'onChange' | 'kind' | 'placeholder' | 'autoComplete' | 'disabled' | 'onEnter'>) {
  return (
    <Field {...frame}>
      {(binding) => (
        <Input
          {...binding}
          value={value}
          onChange={onChange}
          kind={kind}
          placeholder={placeholder}
          autoComplete={autoComplete}
          disabled={disabled}
          onEnter={onEnter}
        />
      )}
    </Field>
  );
}

/** Labelled lines of text with a counter. More than `max` can be typed and is said to be too much: nothing is cut off. */
export function TextAreaField({
  value,
  onChange,
  max,
  placeholder,
  rows,
  ...frame
}: Frame & { value: string; onChange: (value: string) => void; max: number; placeholder?: string; rows?: number }) {
  const length = [...value].length;
  return (
    <Field {...frame}>
      {(binding) => (
        <>
          <TextArea
            {...binding}
            value={value}
            onChange={onChange}
            placeholder={placeholder}
            rows={rows}
            invalid={binding.invalid || length > max}
          />
          <Box className={length > max ? styles.over : styles.counter} label={`已输入${length}字，最多${max}字`}>
            {length}/{max}
          </Box>
        </>
      )}
    </Field>
  );
}
