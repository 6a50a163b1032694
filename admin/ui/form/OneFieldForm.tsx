import type { UseMutationResult } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { ApiFailure, sentenceOf } from '../../providers/failure.ts';
import { submitsOrLeaves } from './submits-or-leaves.ts';

interface OneFieldFormProps<Reply> {
  title: string;
  hint?: string;
  label: string;
  placeholder?: string;
  maxLength?: number;
  /** The field's name in the server's faults. */
  field: string;
  /** Gets what was typed. */
  act: Pick<UseMutationResult<Reply, Error, string>, 'mutate' | 'error' | 'isPending'>;
  submitLabel: string;
  isDanger?: boolean;
  extra?: ReactNode;
  /** A sheet of its own; otherwise it stands within one. */
  isSheet?: boolean;
  onClose(): void;
}

/** An act that asks for one line before it is done. */
export function OneFieldForm<Reply>(props: OneFieldFormProps<Reply>) {
  const { title, hint, label, placeholder, maxLength, field, act, submitLabel, extra, onClose } = props;
  const { isDanger = false, isSheet = false } = props;
  const [value, setValue] = useState('');
  const faultId = useId();
  const fault = act.error instanceof ApiFailure ? act.error.fields[field] : undefined;
  return (
    <form
      className={isSheet ? 'sheet padded confirm' : 'reveal'}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate(value, { onSuccess: onClose });
      }}
      onKeyDown={submitsOrLeaves(onClose)}
    >
      {hint && <p>{hint}</p>}
      <label>
        <span className="required">{label}</span>
        <Input
          autoFocus
          value={value}
          autoComplete="off"
          {...(placeholder && { placeholder })}
          {...(maxLength && { maxLength })}
          status={fault ? 'error' : ''}
          aria-invalid={Boolean(fault)}
          {...(act.error && { 'aria-describedby': faultId })}
          onChange={({ target }) => setValue(target.value)}
        />
      </label>
      {extra}
      {act.error && (
        <p id={faultId} role="alert" className="fault">
          {fault ?? sentenceOf(act.error)}
        </p>
      )}
      <div className="row">
        <Button type="primary" danger={isDanger} htmlType="submit" loading={act.isPending}>
          {submitLabel}
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  );
}
