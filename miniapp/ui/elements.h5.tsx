import { createElement, useLayoutEffect, useRef } from 'react';
import { goTo } from '../platform/page/navigate.ts';
import { classes } from './classes.ts';
import type {
  BoxProps,
  DialogProps,
  FormProps,
  InputProps,
  LinkProps,
  ScrollProps,
  SelectInputProps,
  TapProps,
  TextAreaProps,
} from './element-types.ts';
import styles from './elements.module.css';
import { withWholeTimes } from './whole-times.tsx';

export { DateInput } from './fields/date-input.h5.tsx';

export function Box({ as = 'div', label, labelledBy, live, decorative, className, children, ...rest }: BoxProps) {
  return createElement(as, {
    ...rest,
    children: withWholeTimes(children, whole),
    className: classes(RESET[as], className) || undefined,
    'aria-label': label,
    'aria-labelledby': labelledBy,
    'aria-live': live,
    'aria-hidden': decorative,
  });
}
const whole = (time: string, key: number) => (
  <span key={key} className={styles.whole}>
    {time}
  </span>
);
const RESET: Record<string, string | undefined> = {
  h1: styles.bare,
  h2: styles.bare,
  h3: styles.bare,
  p: styles.bare,
  ul: styles.bare,
  ol: styles.bare,
  dl: styles.bare,
  dd: styles.bare,
};

export function Tap({
  onTap,
  submit,
  label,
  role,
  checked,
  expanded,
  current,
  describedBy,
  invalid,
  className,
  ...rest
}: TapProps) {
  const isSelection = role === 'tab' || role === 'option';
  return (
    <button
      {...rest}
      type={submit ? 'submit' : 'button'}
      className={classes(styles.tap, className)}
      onClick={onTap}
      role={role}
      aria-label={label}
      aria-checked={isSelection ? undefined : checked}
      aria-selected={isSelection ? checked : undefined}
      aria-expanded={expanded}
      aria-current={current ? 'page' : undefined}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
    />
  );
}

export function Link({ href, onTap, current, label, className, children }: LinkProps) {
  return (
    <a
      href={href}
      className={classes(styles.link, className)}
      aria-current={current ? 'page' : undefined}
      aria-label={label}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || href.startsWith('tel:')) return;
        event.preventDefault();
        if (onTap) onTap();
        else goTo(href);
      }}
    >
      {children}
    </a>
  );
}

const KEYBOARDS = {
  text: { type: 'text', inputMode: undefined },
  password: { type: 'password', inputMode: undefined },
  email: { type: 'text', inputMode: 'email' },
  // Not type=number: that would refuse full-width digits and swallow a leading zero.
  digits: { type: 'text', inputMode: 'numeric' },
  phone: { type: 'text', inputMode: 'tel' },
  search: { type: 'search', inputMode: 'search' },
} as const;

export function Input({
  kind = 'text',
  onChange,
  onEnter,
  invalid,
  describedBy,
  required,
  className,
  ...rest
}: InputProps) {
  return (
    <input
      {...rest}
      {...KEYBOARDS[kind]}
      name={rest.id}
      className={classes(styles.field, className)}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing && onEnter) {
          event.preventDefault();
          onEnter();
        }
      }}
      autoCapitalize="off"
      spellCheck={false}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      aria-required={required || undefined}
    />
  );
}

export function TextArea({
  onChange,
  onEnter,
  invalid,
  describedBy,
  required,
  className,
  rows = 3,
  ...rest
}: TextAreaProps) {
  return (
    <textarea
      {...rest}
      rows={rows}
      name={rest.id}
      className={classes(styles.field, styles.area, className)}
      onKeyDown={(event) => {
        // While characters are being composed, Enter chooses one.
        if (!onEnter || event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
        event.preventDefault();
        onEnter();
      }}
      onChange={(event) => onChange(event.target.value)}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      aria-required={required || undefined}
    />
  );
}

export function SelectInput({
  options,
  onChange,
  invalid,
  describedBy,
  required,
  className,
  ...rest
}: SelectInputProps) {
  return (
    <select
      {...rest}
      name={rest.id}
      className={classes(styles.field, styles.select, className)}
      onChange={(event) => onChange(event.target.value)}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      aria-required={required || undefined}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

export function Scroll({ className, onScroll, children }: ScrollProps) {
  return (
    <div
      className={classes(styles.scroll, className)}
      onScroll={onScroll && ((event) => onScroll(event.currentTarget.scrollTop))}
    >
      {children}
    </div>
  );
}

export function Form({ className, onSubmit, label, children }: FormProps) {
  return (
    <form
      className={classes('lz-form', className)}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}

/** The browser's own modal dialog: focus stays inside, Esc closes, the page behind is inert. */
export function Dialog({ isOpen, onClose, label, className, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!isOpen || !dialog || dialog.open) return;
    // Web views before 2022 have no showModal; the open attribute still shows it.
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute('open', '');
    // Closed before it is removed: only so does the focus return to what opened it.
    return () => dialog.close?.();
  }, [isOpen]);
  if (!isOpen) return null;
  return (
    <dialog
      ref={ref}
      className={classes(styles.dialog, className)}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <div className={styles.dialogBody}>{children}</div>
    </dialog>
  );
}
