import { useRef, useState } from 'react';
import { readPlainDate } from '../../../bff/contract/text.ts';
import { classes } from '../classes.ts';
import type { DateInputProps } from '../element-types.ts';
import elements from '../elements.module.css';
import styles from './date-input.module.css';

/**
 * A day, typed or chosen: shown as yyyy-MM-dd to everybody, which a browser's own field does not (look.md). What cannot be
 * read as a day is passed on as it stands: the form says what is wrong with it.
 */
export function DateInput(props: DateInputProps) {
  const { id, value, onChange, min, max, invalid, describedBy, disabled, required, className } = props;
  const calendar = useRef<HTMLInputElement>(null);
  // What stands in the field while somebody types; `for` tells whether the form has put something else there since.
  const [typed, setTyped] = useState({ text: value, for: value });
  const text = typed.for === value ? typed.text : value;
  const take = (entered: string) => {
    const next = readPlainDate(entered) ?? entered;
    setTyped({ text: entered, for: next });
    onChange(next);
  };
  const open = () => {
    const field = calendar.current;
    if (!field) return;
    // Browsers before 2022 open it at the focus (telephones) or not at all: then it is typed.
    if (field.showPicker) field.showPicker();
    else field.focus();
  };
  return (
    <span className={classes(styles.date, className)}>
      <input
        id={id}
        name={id}
        className={classes(elements.field, styles.text)}
        value={text}
        placeholder="年-月-日"
        inputMode="numeric"
        autoComplete="off"
        disabled={disabled}
        onChange={(event) => take(event.target.value)}
        onBlur={() => setTyped({ text: value, for: value })}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        aria-required={required || undefined}
      />
      <button
        type="button"
        className={classes(elements.tap, styles.open)}
        aria-label="打开日历"
        aria-describedby={`${id}-label`}
        disabled={disabled}
        onClick={open}
      />
      <input
        ref={calendar}
        type="date"
        className={styles.calendar}
        tabIndex={-1}
        aria-hidden
        value={readPlainDate(value) ?? ''}
        min={min}
        max={max}
        disabled={disabled}
        onChange={(event) => {
          setTyped({ text: event.target.value, for: event.target.value });
          onChange(event.target.value);
        }}
      />
    </span>
  );
}
