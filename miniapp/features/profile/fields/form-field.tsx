import type { ReactNode } from 'react';
import type { Field as FormFieldData, Value } from '../../../../bff/contract/forms/language.ts';
import { PRESENT } from '../../../../bff/contract/form-reading/words.ts';
import type { AttachmentReply } from '../../../../bff/contract/files/endpoints.ts';
import { Box, DateInput, Tap } from '../../../ui/elements.tsx';
import { Field, type FieldFrameProps } from '../../../ui/fields/field.tsx';
import { TextAreaField, TextField } from '../../../ui/fields/text-field.tsx';
import { CheckMark } from '../../../ui/marks/check-mark.tsx';
import { CodeField, CodesField } from './code-fields.tsx';
import { FilesField } from './files-field.tsx';
import { RegionField } from './region-field.tsx';
import styles from '../profile.module.css';

/** Longest text where a field does not say: as the server's. */
const MAX_LINES = 500;

export interface FormFieldProps {
  field: FormFieldData;
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
  required: boolean;
  error: string;
  /** 存疑: advice, no fault. */
  doubt: string;
  /** Uploaded files that are known, by token. */
  files: readonly AttachmentReply[];
  onUploaded: (file: AttachmentReply) => void;
}

export const idOfField = (key: string) => `field-${key}`;

type Frame = Omit<FieldFrameProps, 'children'>;

/** One field of any form of the language, by its kind. */
export function FormField(props: FormFieldProps) {
  const { field, required, error, doubt } = props;
  const hint = hintOf(field, doubt);
  const frame: Frame = {
    id: idOfField(field.key),
    label: field.label,
    required,
    ...(hint ? { hint } : {}),
    ...(error ? { error } : {}),
  };
  return byKind(props, frame);
}

function hintOf({ hint, example, kind }: FormFieldData, doubt: string): ReactNode {
  const parts = [hint, example && `例如 ${example}`, !example && kind === 'month' && '例如 2016-09'].filter(Boolean);
  if (!doubt) return parts.join('；');
  return (
    <>
      {parts.join('；')}
      <Box className={styles.doubt}>审核时会核对：{doubt}</Box>
    </>
  );
}

function byKind(props: FormFieldProps, frame: Frame): ReactNode {
  const { field, value, onChange } = props;
  const text = typeof value === 'string' ? value : '';
  const setText = (next: string) => onChange(next === '' ? undefined : next);
  switch (field.kind) {
    case 'lines':
      return <TextAreaField {...frame} value={text} onChange={setText} max={field.max ?? MAX_LINES} />;
    case 'date':
      return <DateField {...frame} field={field} value={text} onChange={setText} />;
    case 'flag':
      return <FlagField {...frame} isOn={value === true} onChange={(isOn) => onChange(isOn || undefined)} />;
    case 'code':
      return <CodeField frame={frame} field={field} value={text} onChange={setText} />;
    case 'codes':
      return <CodesField frame={frame} field={field} value={listOf(value)} onChange={(codes) => onChange(codes)} />;
    case 'region':
      return <RegionField frame={frame} value={text} onChange={setText} />;
    case 'files':
      return (
        <FilesField
          frame={frame}
          max={field.max ?? 5}
          tokens={listOf(value)}
          known={props.files}
          onUploaded={props.onUploaded}
          onChange={(tokens) => onChange(tokens.length === 0 ? undefined : tokens)}
        />
      );
    default:
      return <LineField {...props} frame={frame} />;
  }
}

const listOf = (value: Value | undefined): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

const KEYBOARDS: Partial<Record<FormFieldData['kind'], 'digits' | 'phone' | 'email'>> = {
  phone: 'phone',
  mobile: 'phone',
  digits: 'digits',
  year: 'digits',
  email: 'email',
};

/** What is typed in one line; a stored number is shown as it was typed. */
function LineField({ field, value, onChange, frame }: FormFieldProps & { frame: Frame }) {
  const parts = field.kind === 'fen' ? 100 : (field.scale ?? 1);
  const text = typeof value === 'number' ? String(value / parts) : typeof value === 'string' ? value : '';
  const { suggests = [] } = field;
  const offers = text === '' ? suggests : suggests.filter((one) => one !== text && one.startsWith(text));
  const hint =
    offers.length === 0 ? (
      frame.hint
    ) : (
      <>
        {frame.hint}
        <Box className={styles.offers}>
          {offers.map((one) => (
            <Tap key={one} className={styles.offer} label={`填入${one}`} onTap={() => onChange(one)}>
              {one}
            </Tap>
          ))}
        </Box>
      </>
    );
  const label = field.kind === 'fen' ? `${frame.label}（元）` : frame.label;
  return (
    <TextField
      {...frame}
      label={label}
      {...(hint ? { hint } : {})}
      {...(KEYBOARDS[field.kind] ? { kind: KEYBOARDS[field.kind] } : {})}
      value={text}
      onChange={(next) => onChange(next === '' ? undefined : next)}
    />
  );
}

/** A day, or 至今 where that may stand. */
function DateField({
  field,
  value,
  onChange,
  ...frame
}: Frame & { field: FormFieldData; value: string; onChange: (value: string) => void }) {
  const isPresent = value === PRESENT;
  return (
    <Field {...frame}>
      {(binding) => (
        <>
          {isPresent ? null : <DateInput {...binding} value={value} onChange={onChange} />}
          {field.mayBePresent ? (
            <Tap
              role="checkbox"
              checked={isPresent}
              label={`${field.label}：至今`}
              {...(isPresent ? { id: binding.id } : {})}
              onTap={() => onChange(isPresent ? '' : PRESENT)}
              className={styles.tick}
            >
              <CheckMark checked={isPresent} />
              至今
            </Tap>
          ) : null}
        </>
      )}
    </Field>
  );
}

function FlagField({ isOn, onChange, ...frame }: Frame & { isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <Field {...frame} group>
      {(binding) => (
        <Tap
          id={binding.id}
          role="checkbox"
          checked={isOn}
          label={`${frame.label}：是`}
          invalid={binding.invalid}
          onTap={() => onChange(!isOn)}
          className={styles.tick}
          {...(binding.describedBy ? { describedBy: binding.describedBy } : {})}
        >
          <CheckMark checked={isOn} />是
        </Tap>
      )}
    </Field>
  );
}
