import type { ReactNode } from 'react';

/**
 * The few elements everything else is made of. On H5 they are plain HTML (labels, headings, tables and keyboard as a
 * browser and a screen reader expect them), in the mini-program WeChat's own components.
 */
export type BlockTag =
  | 'div'
  | 'section'
  | 'article'
  | 'main'
  | 'nav'
  | 'header'
  | 'footer'
  | 'aside'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'p'
  | 'ul'
  | 'ol'
  | 'li'
  | 'dl'
  | 'dt'
  | 'dd';
export type InlineTag = 'span' | 'strong' | 'label';

export interface BoxProps {
  as?: BlockTag | InlineTag;
  className?: string;
  id?: string;
  role?: string;
  /** What a screen reader says instead of the content. */
  label?: string;
  labelledBy?: string;
  /** The id of the field that a label belongs to. */
  htmlFor?: string;
  /** Changes are read out. */
  live?: 'polite' | 'assertive';
  /** Decoration that a screen reader skips. */
  decorative?: boolean;
  style?: Record<string, string>;
  lang?: string;
  children?: ReactNode;
}

export interface TapProps {
  className?: string;
  onTap?: () => void;
  disabled?: boolean;
  /** Submits the form around it (H5: Enter does the same). */
  submit?: boolean;
  label?: string;
  role?: 'checkbox' | 'radio' | 'tab' | 'option' | 'switch';
  checked?: boolean;
  expanded?: boolean;
  current?: boolean;
  id?: string;
  describedBy?: string;
  invalid?: boolean;
  children?: ReactNode;
}

export interface LinkProps {
  /** A page of this client (`/pages/…?…`), or `tel:`. */
  href: string;
  className?: string;
  /** Follows the link instead of the default. */
  onTap?: () => void;
  current?: boolean;
  label?: string;
  children?: ReactNode;
}

export interface FieldProps {
  id: string;
  /** What a screen reader calls it: the mini-program has no <label for>. On H5 the label beside it says so. */
  name?: string;
  value: string;
  onChange: (value: string) => void;
  invalid?: boolean;
  describedBy?: string;
  disabled?: boolean;
  required?: boolean;
  className?: string;
}
export interface InputProps extends FieldProps {
  /** Chooses the keyboard. Never refuses what is typed: full-width digits are the server's to normalise. */
  kind?: 'text' | 'password' | 'email' | 'digits' | 'phone' | 'search';
  placeholder?: string;
  autoComplete?: string;
  onEnter?: () => void;
}
export interface TextAreaProps extends FieldProps {
  placeholder?: string;
  rows?: number;
  /** Enter does it, and Shift+Enter begins a line; on telephones the keyboard has a key for it. */
  onEnter?: () => void;
}
export interface DateInputProps extends FieldProps {
  /** yyyy-MM-dd */
  min?: string;
  max?: string;
}
export interface SelectInputProps extends FieldProps {
  options: readonly { value: string; label: string }[];
}
export interface ScrollProps {
  className?: string;
  onScroll?: (top: number) => void;
  children?: ReactNode;
}
export interface FormProps {
  className?: string;
  onSubmit: () => void;
  label?: string;
  children?: ReactNode;
}
export interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  label: string;
  className?: string;
  children?: ReactNode;
}
