import { useState } from 'react';
import { politicalStatusBar } from '../../../../bff/contract/form-reading/political-status.ts';
import { choicesOf, valueWords } from '../../../../bff/contract/form-reading/words.ts';
import type { Field as FormFieldData } from '../../../../bff/contract/forms/language.ts';
import { classes } from '../../../ui/classes.ts';
import { Box, SelectInput, Tap } from '../../../ui/elements.tsx';
import { Field, type FieldFrameProps } from '../../../ui/fields/field.tsx';
import { Segmented } from '../../../ui/fields/segmented.tsx';
import { CheckMark } from '../../../ui/marks/check-mark.tsx';
import styles from '../profile.module.css';

type Frame = Omit<FieldFrameProps, 'children'>;

/** Two or three choices stand in view, more are chosen from a list. */
const IN_VIEW = 3;
/** So many characters that they stand side by side on a narrow phone, or one above the other. */
const SHORT = 6;
const LINE = 12;

/** One code of a table. A retired one that is stored stays to be read. */
export function CodeField({
  frame,
  field,
  value,
  onChange,
}: {
  frame: Frame;
  field: FormFieldData;
  value: string;
  onChange: (value: string) => void;
}) {
  const options = choicesOf(field).map(({ code, label }) => ({ value: code, label }));
  const isKnown = value === '' || options.some((one) => one.value === value);
  const all = isKnown ? options : [...options, { value, label: `${valueWords(field, value)}（已停用）` }];
  const longest = Math.max(...all.map(({ label }) => [...label].length));
  // What need not be answered can be emptied again.
  if (frame.required && all.length <= IN_VIEW && longest <= LINE) {
    return (
      <Field {...frame} group>
        {({ id }) => (
          <Segmented
            id={id}
            label={frame.label}
            value={value}
            options={all}
            onChange={onChange}
            compact={longest <= SHORT}
          />
        )}
      </Field>
    );
  }
  return (
    <Field {...frame}>
      {(binding) => (
        <SelectInput
          {...binding}
          value={value}
          onChange={onChange}
          options={[{ value: '', label: '请选择' }, ...all]}
        />
      )}
    </Field>
  );
}

/** Several codes, all in view; what cannot be added says why, and how it can. */
export function CodesField({
  frame,
  field,
  value,
  onChange,
}: {
  frame: Frame;
  field: FormFieldData;
  value: readonly string[];
  onChange: (codes: readonly string[]) => void;
}) {
  const [bar, setBar] = useState('');
  const tap = (code: string) => {
    const why = value.includes(code) ? null : barOf(field, value, code);
    setBar(why ?? '');
    if (why === null) onChange(value.includes(code) ? value.filter((one) => one !== code) : [...value, code]);
  };
  const limit = field.maxChosen ? `最多选${field.maxChosen}项，已选${value.length}项` : '';
  const error = bar || frame.error;
  return (
    <Field
      {...frame}
      group
      {...(error ? { error } : {})}
      {...(frame.hint || limit ? { hint: frame.hint || limit } : {})}
    >
      {({ id }) => (
        <Box id={id} className={styles.codes}>
          {choicesOf(field).map(({ code, label }) => {
            const isChosen = value.includes(code);
            return (
              <Tap
                key={code}
                role="checkbox"
                checked={isChosen}
                onTap={() => tap(code)}
                className={classes(styles.code, isChosen && styles.chosen)}
              >
                <CheckMark checked={isChosen} />
                {label}
              </Tap>
            );
          })}
        </Box>
      )}
    </Field>
  );
}

function barOf({ key, label, maxChosen = 99 }: FormFieldData, chosen: readonly string[], code: string): string | null {
  if (key === 'politicalStatus') return politicalStatusBar(chosen, code);
  return chosen.length < maxChosen ? null : `${label}最多选${maxChosen}项，请先取消一项`;
}
