import { CORRECTION_CHOICES, type CorrectionInput } from '../../../bff/contract/corrections/enums.ts';
import { MAX_CORRECTION_WANTED } from '../../../bff/contract/corrections/limits.ts';
import { DateInput, SelectInput } from '../../ui/elements.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { TextAreaField, TextField } from '../../ui/fields/text-field.tsx';
import { TransferField } from './transfer-field.tsx';

/** 正确内容, in the form that the registry has for it. */
export function WantedField({
  input,
  hint,
  value,
  onChange,
  error,
}: {
  input: CorrectionInput;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  error?: string;
}) {
  const frame = {
    id: 'wanted',
    label: '正确内容',
    required: true,
    ...(hint ? { hint } : {}),
    ...(error ? { error } : {}),
  };
  switch (input) {
    case 'transfer':
      return <TransferField onChange={onChange} error={error} />;
    case 'words':
    case 'identity':
      return <TextAreaField {...frame} value={value} onChange={onChange} max={MAX_CORRECTION_WANTED} />;
    case 'day':
      return <Field {...frame}>{(binding) => <DateInput {...binding} value={value} onChange={onChange} />}</Field>;
    case 'sex':
    case 'category':
    case 'firmKind': {
      const options = Object.entries(CORRECTION_CHOICES[input]).map(([key, label]) => ({ value: key, label }));
      return (
        <Field {...frame}>
          {(binding) => (
            <SelectInput
              {...binding}
              value={value}
              onChange={onChange}
              options={[{ value: '', label: '请选择' }, ...options]}
            />
          )}
        </Field>
      );
    }
    default:
      return <TextField {...frame} value={value} onChange={onChange} />;
  }
}
