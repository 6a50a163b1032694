import { forwardRef, type CSSProperties, type ReactNode } from 'react';

/** WeChat's components as plain HTML, for tests of the mini-program's own elements. */
interface Common {
  id?: string;
  className?: string;
  style?: CSSProperties;
  ariaLabel?: string;
  ariaRole?: string;
  ariaChecked?: boolean;
  onClick?: () => void;
  children?: ReactNode;
}
interface Detail {
  detail: { value: string };
}

export function View({ ariaLabel, ariaRole, ariaChecked, id, className, style, onClick, children }: Common) {
  return (
    <div
      id={id}
      className={className}
      style={style}
      onClick={onClick}
      aria-label={ariaLabel}
      role={ariaRole}
      aria-checked={ariaChecked}
    >
      {children}
    </div>
  );
}

export function Text({ id, className, children, ariaLabel }: Common) {
  return (
    <span id={id} className={className} aria-label={ariaLabel}>
      {children}
    </span>
  );
}

export function ScrollView({ className, children }: Common) {
  return <div className={className}>{children}</div>;
}

interface FieldProps extends Common {
  placeholder?: string;
  password?: boolean;
  disabled?: boolean;
  onInput?: (event: Detail) => void;
  onConfirm?: () => void;
}
export const Input = forwardRef<HTMLInputElement, FieldProps>(function Input(
  { id, placeholder, password, disabled, onInput, onConfirm },
  ref,
) {
  return (
    <input
      ref={ref}
      id={id}
      type={password ? 'password' : 'text'}
      placeholder={placeholder}
      disabled={disabled}
      onChange={(event) => onInput?.({ detail: { value: event.target.value } })}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onConfirm?.();
      }}
    />
  );
});
export const Textarea = forwardRef<HTMLTextAreaElement, FieldProps>(function Textarea(
  { id, placeholder, onInput },
  ref,
) {
  return (
    <textarea
      ref={ref}
      id={id}
      placeholder={placeholder}
      onChange={(event) => onInput?.({ detail: { value: event.target.value } })}
    />
  );
});

export function Picker({ children }: Common) {
  return <div>{children}</div>;
}
