import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { ApiFailure, hasCode, sentenceOf } from '../../providers/failure.ts';
import { StateTag } from '../StateTag.tsx';

interface ConfirmedNameProps<Item> {
  name: string;
  /** yyyy-MM-dd, or null while nobody has compared it with documents. */
  confirmedOn: string | null;
  /** What the association calls it: 确认, 核定. */
  verb: string;
  /** What the button says; null for who may not, or where nothing is to be done. */
  ask: string | null;
  /** The field's name in the contract, by which its faults come. */
  field: string;
  label: string;
  maxLength: number;
  placeholder: string;
  hint: string;
  cacheKey: readonly unknown[];
  /** Where the ground of the confirmation is kept. */
  reason?: { label: string; maxLength: number; placeholder: string };
  confirm(name: string, reason: string): Promise<Item>;
}

/** A name in another language, and whether staff have compared it with documents; they may do so here. */
export function ConfirmedName<Item>(props: ConfirmedNameProps<Item>) {
  const { name, confirmedOn, verb, ask } = props;
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      {name || '—'} {confirmedOn && <StateTag tone="good" label={`${confirmedOn} 已${verb}`} />}
      {!confirmedOn && name && <StateTag tone="wait" label={`未${verb}`} />}{' '}
      {ask && !isAsking && (
        <Button type="link" size="small" onClick={() => setIsAsking(true)}>
          {ask}
        </Button>
      )}
      {isAsking && <Confirmation {...props} onDone={() => setIsAsking(false)} />}
    </>
  );
}

function Confirmation<Item>({ onDone, ...props }: ConfirmedNameProps<Item> & { onDone(): void }) {
  const { field, label, maxLength, placeholder, hint, cacheKey } = props;
  const client = useQueryClient();
  const [name, setName] = useState(props.name);
  const [reason, setReason] = useState('');
  const confirm = useMutation({
    mutationFn: () => props.confirm(name, reason),
    onSuccess: (saved) => {
      client.setQueryData(cacheKey, saved);
      onDone();
    },
    onError: (error) => {
      if (hasCode(error, 'changed_meanwhile')) void client.invalidateQueries({ queryKey: cacheKey });
    },
  });
  const { error } = confirm;
  return (
    <form
      className="reveal"
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate();
      }}
    >
      <label>
        <span className="required">{label}</span>
        <Input
          autoFocus
          value={name}
          maxLength={maxLength}
          placeholder={placeholder}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      {props.reason && (
        <label>
          <span className="required">{props.reason.label}</span>
          <Input
            value={reason}
            maxLength={props.reason.maxLength}
            placeholder={props.reason.placeholder}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      )}
      <p className="quiet">{hint}</p>
      {error && (
        <p role="alert" className="fault">
          {(error instanceof ApiFailure && (error.fields[field] ?? error.fields['reason'])) || sentenceOf(error)}
        </p>
      )}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={confirm.isPending}>
          确认
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </form>
  );
}
