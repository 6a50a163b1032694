import { Input as NativeInput, Picker, ScrollView, Text, Textarea as NativeTextarea, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Children, createContext, useContext, type ReactNode } from 'react';
import { goTo } from '../platform/page/navigate.ts';
import { classes } from './classes.ts';
import type {
  BoxProps,
  DateInputProps,
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
import { useTypedValue } from './fields/typed-value.weapp.ts';

const INLINE = new Set(['span', 'strong', 'label']);

export function Box({ as = 'div', className, id, role, label, decorative, style, children }: BoxProps) {
  const shared = { id, style, ...(label ? { ariaLabel: label } : {}), ...(role ? { ariaRole: role } : {}) };
  const isInline = INLINE.has(as);
  // WeChat lays nothing out inside <text>: it is for words alone.
  if (isInline && isWords(children)) {
    return (
      <Text {...shared} className={classes(as === 'strong' && styles.strong, className)}>
        {children}
      </Text>
    );
  }
  return (
    <View
      {...shared}
      className={classes(isInline && styles.inline, className)}
      {...(decorative ? { ariaHidden: true } : {})}
    >
      {children}
    </View>
  );
}

function isWords(children: ReactNode): boolean {
  const parts = Children.toArray(children);
  return parts.length > 0 && parts.every((part) => typeof part === 'string' || typeof part === 'number');
}

/** A submit button and the keyboard's 完成 reach the form around them through this. */
const SubmitContext = createContext<(() => void) | undefined>(undefined);

export function Tap({ onTap, submit, disabled, label, role, checked, className, id, children }: TapProps) {
  const submitForm = useContext(SubmitContext);
  const act = submit ? submitForm : onTap;
  return (
    <View
      id={id}
      className={classes(className, disabled && styles.tapOff)}
      hoverClass={disabled ? 'none' : styles.pressed}
      ariaRole={role ?? 'button'}
      {...(label ? { ariaLabel: label } : {})}
      {...(checked === undefined ? {} : { ariaChecked: checked })}
      {...(disabled ? { ariaDisabled: true } : {})}
      onClick={disabled ? undefined : act}
    >
      {children}
    </View>
  );
}

export function Link({ href, onTap, label, className, children }: LinkProps) {
  const follow = () => {
    if (onTap) onTap();
    else if (href.startsWith('tel:')) void Taro.makePhoneCall({ phoneNumber: href.slice(4) }).catch(() => undefined);
    else goTo(href);
  };
  return (
    <View
      className={classes(styles.link, className)}
      hoverClass={styles.pressed}
      ariaRole="link"
      {...(label ? { ariaLabel: label } : {})}
      onClick={follow}
    >
      {children}
    </View>
  );
}

const KEYBOARDS = {
  text: 'text',
  password: 'text',
  email: 'text',
  digits: 'number',
  phone: 'number',
  search: 'text',
} as const;

export function Input({
  id,
  value,
  onChange,
  kind = 'text',
  placeholder,
  onEnter,
  invalid,
  disabled,
  className,
}: InputProps) {
  const submitForm = useContext(SubmitContext);
  const typed = useTypedValue(value, onChange);
  return (
    <NativeInput
      {...typed}
      id={id}
      className={classes(styles.field, invalid && styles.fieldInvalid, className)}
      placeholderClass={styles.placeholder}
      type={KEYBOARDS[kind]}
      password={kind === 'password'}
      placeholder={placeholder}
      disabled={disabled}
      maxlength={254}
      confirmType={kind === 'search' ? 'search' : 'done'}
      onConfirm={onEnter ?? submitForm}
    />
  );
}

export function TextArea({ id, value, onChange, placeholder, invalid, disabled, className }: TextAreaProps) {
  const typed = useTypedValue(value, onChange);
  return (
    <NativeTextarea
      {...typed}
      id={id}
      className={classes(styles.field, styles.area, invalid && styles.fieldInvalid, className)}
      placeholderClass={styles.placeholder}
      placeholder={placeholder}
      disabled={disabled}
      maxlength={-1}
      autoHeight
    />
  );
}

export function DateInput({ id, value, onChange, min, max, invalid, disabled, className }: DateInputProps) {
  return (
    <Picker
      mode="date"
      value={value}
      start={min}
      end={max}
      disabled={disabled}
      onChange={(event) => onChange(event.detail.value)}
    >
      <View id={id} className={classes(styles.field, invalid && styles.fieldInvalid, className)}>
        <Text className={value ? undefined : styles.placeholder}>{value || '请选择日期'}</Text>
      </View>
    </Picker>
  );
}

export function SelectInput({ id, value, onChange, options, invalid, disabled, className }: SelectInputProps) {
  const index = options.findIndex((option) => option.value === value);
  return (
    <Picker
      mode="selector"
      range={options.map((option) => option.label)}
      value={Math.max(index, 0)}
      disabled={disabled}
      onChange={(event) => {
        const chosen = options[Number(event.detail.value)];
        if (chosen) onChange(chosen.value);
      }}
    >
      <View id={id} className={classes(styles.field, styles.select, invalid && styles.fieldInvalid, className)}>
        <Text>{options[index]?.label ?? '请选择'}</Text>
      </View>
    </Picker>
  );
}

export function Scroll({ className, onScroll, children }: ScrollProps) {
  return (
    <ScrollView className={className} scrollY onScroll={onScroll && ((event) => onScroll(event.detail.scrollTop))}>
      {children}
    </ScrollView>
  );
}

export function Form({ className, onSubmit, children }: FormProps) {
  return (
    <SubmitContext.Provider value={onSubmit}>
      <View className={className}>{children}</View>
    </SubmitContext.Provider>
  );
}

export function Dialog({ isOpen, onClose, label, className, children }: DialogProps) {
  if (!isOpen) return null;
  return (
    <>
      <View className={styles.veil} catchMove onClick={onClose} />
      <View className={classes(styles.dialog, className)} ariaRole="dialog" ariaLabel={label}>
        <View className={styles.dialogBody}>{children}</View>
      </View>
    </>
  );
}
