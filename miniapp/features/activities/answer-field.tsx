import type { FormFieldReply } from '../../../bff/contract/activities/replies.ts';
import { Box, DateInput, SelectInput, Tap } from '../../ui/elements.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { TextAreaField, TextField } from '../../ui/fields/text-field.tsx';
import { CheckMark } from '../../ui/marks/check-mark.tsx';

const MAX_LINES = 500;

/** One field of a form that staff put together. */
export function AnswerField({
  field,
  value,
  onChange,
  error,
}: {
  field: FormFieldReply;
  value: string | boolean;
  onChange: (value: string | boolean) => void;
  error: string | undefined;
}) {
  const { key, label, hint, kind, isRequired, choices } = field;
  const frame = {
    id: `answers.${key}`,
    label,
    required: isRequired,
    ...(hint ? { hint } : {}),
    ...(error ? { error } : {}),
  };
  const text = typeof value === 'string' ? value : '';
  if (kind === 'flag') {
    return (
      <Field {...frame} group>
        {() => (
          <Tap role="checkbox" checked={value === true} label={label} onTap={() => onChange(value !== true)}>
            <CheckMark checked={value === true} />
            <Box as="span">是</Box>
          </Tap>
        )}
      </Field>
    );
  }
  if (kind === 'lines') return <TextAreaField {...frame} value={text} onChange={onChange} max={MAX_LINES} rows={4} />;
  if (kind === 'choice') {
    const options = [{ value: '', label: '请选择' }, ...choices.map((one) => ({ value: one, label: one }))];
    return (
      <Field {...frame}>
        {(binding) => <SelectInput {...binding} value={text} onChange={onChange} options={options} />}
      </Field>
    );
  }
  if (kind === 'date') {
    return <Field {...frame}>{(binding) => <DateInput {...binding} value={text} onChange={onChange} />}</Field>;
  }
  const keyboards = { text: 'text', whole: 'digits', phone: 'phone' } as const;
  return <TextField {...frame} value={text} onChange={onChange} kind={keyboards[kind]} />;
}
