import { answerOf, chosenIn } from '../../../bff/contract/activity-forms/chosen.ts';
import type { FormFieldReply } from '../../../bff/contract/activities/replies.ts';
import { Box, DateInput, SelectInput, Tap } from '../../ui/elements.tsx';
import { Field, type FieldFrameProps } from '../../ui/fields/field.tsx';
import { TextAreaField, TextField } from '../../ui/fields/text-field.tsx';
import { CheckMark } from '../../ui/marks/check-mark.tsx';
import styles from './activities.module.css';

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
  if (kind === 'choices') return <Choices frame={frame} choices={choices} value={text} onChange={onChange} />;
  if (kind === 'date') {
    return <Field {...frame}>{(binding) => <DateInput {...binding} value={text} onChange={onChange} />}</Field>;
  }
  const keyboards = { text: 'text', whole: 'digits', phone: 'phone' } as const;
  return <TextField {...frame} value={text} onChange={onChange} kind={keyboards[kind]} />;
}

/** 多选: every option in view. */
function Choices({
  frame,
  choices,
  value,
  onChange,
}: {
  frame: Omit<FieldFrameProps, 'children'>;
  choices: readonly string[];
  value: string;
  onChange: (value: string) => void;
}) {
  const chosen = chosenIn(value);
  const tap = (option: string) =>
    onChange(answerOf(chosen.includes(option) ? chosen.filter((one) => one !== option) : [...chosen, option]));
  return (
    <Field {...frame} group>
      {({ id }) => (
        <Box id={id} className={styles.choices}>
          {choices.map((option) => (
            <Tap key={option} role="checkbox" checked={chosen.includes(option)} onTap={() => tap(option)}>
              <CheckMark checked={chosen.includes(option)} />
              <Box as="span">{option}</Box>
            </Tap>
          ))}
        </Box>
      )}
    </Field>
  );
}
