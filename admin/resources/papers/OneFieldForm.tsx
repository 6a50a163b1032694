import type { UseMutationResult } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { PaperDetail } from '../../../bff/contract/papers/endpoints.ts';
import { ApiFailure, sentenceOf } from '../../providers/failure.ts';

interface OneFieldFormProps {
  title: string;
  hint: string;
  label: string;
  /** The field's name in the server's faults. */
  field: string;
  act: UseMutationResult<PaperDetail, Error, string>;
  submitLabel: string;
  isDanger?: boolean;
  extra?: ReactNode;
  onClose(): void;
}

/** An act that asks for one line before it is done. */
export function OneFieldForm(props: OneFieldFormProps) {
  const { title, hint, label, field, act, submitLabel, isDanger = false, extra, onClose } = props;
  const [value, setValue] = useState('');
  const fault = act.error instanceof ApiFailure ? act.error.fields[field] : undefined;
  return (
    <form
      className="sheet padded confirm"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate(value, { onSuccess: onClose });
      }}
    >
      <p>{hint}</p>
      <label>
        <span className="required">{label}</span>
        <Input
          autoFocus
          value={value}
          autoComplete="off"
          status={fault ? 'error' : ''}
          aria-invalid={Boolean(fault)}
          onChange={({ target }) => setValue(target.value)}
          onKeyDown={({ key }) => key === 'Escape' && onClose()}
        />
      </label>
      {extra}
      {act.error && <Alert type="error" showIcon role="alert" title={fault ?? sentenceOf(act.error)} />}
      <div className="row">
        <Button type="primary" danger={isDanger} htmlType="submit" loading={act.isPending}>
          {submitLabel}
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  );
}
