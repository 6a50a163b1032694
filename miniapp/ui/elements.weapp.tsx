import { Input as NativeInput, Picker, ScrollView, Text, Textarea as NativeTextarea, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Children, createContext, useContext, type ReactNode } from 'react';
import { goTo } from '../platform/page/navigate.ts';
import { classes } from './classes.ts';
import type {
  BoxProps,
  DateInputProps,
  DialogProps,
  FieldProps,
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
import { withWholeTimes } from './whole-times.tsx';

const INLINE = new Set(['span', 'strong', 'label']);

const HEADINGS = new Set(['h1', 'h2', 'h3']);

export function Box({ as = 'div', className, id, role, label, live, decorative, style, children }: BoxProps) {
  const shared = {
    id,
    style,
    ...spoken({
      ariaRole: role ?? (HEADINGS.has(as) ? 'heading' : undefined),
      ariaLabel: label,
      ariaLive: live,
      ariaHidden: decorative,
    }),
  };
  const isInline = INLINE.has(as);
  const words = withWholeTimes(children, whole);
  // WeChat lays nothing out inside <text>: it is for words alone.
  if (isInline && isWords(words)) {
    return (
      <Text {...shared} className={classes(as === 'strong' && styles.strong, className)}>
        {words}
      </Text>
    );
  }
  return (
    <View
      {...shared}
      className={classes(isInline && styles.inline, isInline && as === 'strong' && styles.strong, className)}
    >
      {words}
    </View>
  );
}

const whole = (time: string, key: number) => (
  <Text key={key} className={styles.whole}>
    {time}
  </Text>
);

/** What is said to a screen reader: the templates have its place (config/weapp-output.ts); unsaid things are not sent. */
function spoken<Said extends Record<string, string | boolean | undefined>>(said: Said): Partial<Said> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<Said>;
}

function isWords(children: ReactNode): boolean {
  const parts = Children.toArray(children);
  return parts.length > 0 && parts.every((part) => typeof part === 'string' || typeof part === 'number');
}

/** A submit button and the keyboard's 完成 reach the form around them through this. */
const SubmitContext = createContext<(() => void) | undefined>(undefined);

export function Tap({
  onTap,
  submit,
  disabled,
  label,
  role,
  checked,
  expanded,
  invalid,
  className,
  id,
  children,
}: TapProps) {
  const isSelection = role === 'tab' || role === 'option';
  const submitForm = useContext(SubmitContext);
  const act = submit ? submitForm : onTap;
  return (
    <View
      id={id}
      className={classes(className, disabled && styles.tapOff)}
      hoverClass={disabled ? 'none' : styles.pressed}
      {...spoken({
        ariaRole: role ?? 'button',
        ariaLabel: label,
        [isSelection ? 'ariaSelected' : 'ariaChecked']: checked,
        ariaExpanded: expanded,
        ariaInvalid: invalid || undefined,
        ariaDisabled: disabled || undefined,
      })}
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
      {...spoken({ ariaRole: 'link', ariaLabel: label })}
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

/** What a field says of itself; the star beside its label is for the eye. */
const spokenOfField = ({ name, invalid, required }: FieldProps) =>
  spoken({ ariaLabel: name, ariaInvalid: invalid || undefined, ariaRequired: required || undefined });

export function Input(props: InputProps) {
  const { id, value, onChange, kind = 'text', placeholder, onEnter, invalid, disabled, className } = props;
  const submitForm = useContext(SubmitContext);
  const typed = useTypedValue(value, onChange);
  return (
    <NativeInput
      {...typed}
      {...spokenOfField(props)}
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

export function TextArea(props: TextAreaProps) {
  const { id, value, onChange, onEnter, placeholder, invalid, disabled, className } = props;
  const typed = useTypedValue(value, onChange);
  return (
    <NativeTextarea
      {...typed}
      {...spokenOfField(props)}
      id={id}
      className={classes(styles.field, styles.area, invalid && styles.fieldInvalid, className)}
      placeholderClass={styles.placeholder}
      placeholder={placeholder}
      disabled={disabled}
      maxlength={-1}
      {...(onEnter && { confirmType: 'send' as const, confirmHold: true, onConfirm: onEnter })}
      autoHeight
    />
  );
}

/** A picker is opened by a button that says what has been chosen. */
const spokenOfPicker = ({ name, disabled }: FieldProps, chosen: string) =>
  spoken({ ariaRole: 'button', ariaLabel: name && `${name}：${chosen}`, ariaDisabled: disabled || undefined });

export function DateInput(props: DateInputProps) {
  const { id, value, onChange, min, max, invalid, disabled, className } = props;
  const shown = value || '请选择日期';
  return (
    <Picker
      mode="date"
      value={value}
      start={min}
      end={max}
      disabled={disabled}
      onChange={(event) => onChange(event.detail.value)}
    >
      <View
        {...spokenOfPicker(props, shown)}
        id={id}
        className={classes(styles.field, invalid && styles.fieldInvalid, className)}
      >
        <Text className={value ? undefined : styles.placeholder}>{shown}</Text>
      </View>
    </Picker>
  );
}

export function SelectInput(props: SelectInputProps) {
  const { id, value, onChange, options, invalid, disabled, className } = props;
  const index = options.findIndex((option) => option.value === value);
  const shown = options[index]?.label ?? '请选择';
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
      <View
        {...spokenOfPicker(props, shown)}
        id={id}
        className={classes(styles.field, styles.select, invalid && styles.fieldInvalid, className)}
      >
        <Text>{shown}</Text>
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
      <View className={classes('lz-form', className)}>{children}</View>
    </SubmitContext.Provider>
  );
}

export function Dialog({ isOpen, onClose, label, className, children }: DialogProps) {
  // Where it hangs stays: a parent that loses a child sends all that it has again.
  return <View className={styles.layer}>{isOpen ? layer() : null}</View>;

  function layer() {
    return (
      <>
        <View className={styles.veil} catchMove onClick={onClose} {...spoken({ ariaHidden: true })} />
        <View
          className={classes(styles.dialog, className)}
          {...spoken({ ariaRole: 'dialog', ariaLabel: label, ariaModal: true })}
        >
          <View className={styles.dialogBody}>{children}</View>
        </View>
      </>
    );
  }
}
