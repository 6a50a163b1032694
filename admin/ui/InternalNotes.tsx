import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { everyFaultOf } from '../providers/failure.ts';
import { formatInstant } from './dates.ts';
import { useWarnWhile } from './form/use-leave-warning.ts';

interface Note {
  id: number;
  by: string;
  at: string;
  body: string;
}

/** 内部备注 of something, the oldest first, and a box for one more: no member ever reads one. */
export function InternalNotes(props: {
  notes: readonly Note[] | undefined;
  maxLength: number;
  placeholder: string;
  className?: string;
  fault: Error | null;
  isPending: boolean;
  /** `done`: to be called once it is written, for the box to be emptied. */
  onWrite: (body: string, done: () => void) => void;
}) {
  const { notes, maxLength, placeholder, className = '', fault, isPending, onWrite } = props;
  const [body, setBody] = useState('');
  useWarnWhile(body.trim() !== '');
  return (
    <section className={`ticket-notes ${className}`.trim()} aria-labelledby="notes">
      <h2 id="notes">内部备注（会员看不到）</h2>
      {notes?.length === 0 && <p className="quiet">还没有备注</p>}
      <ol className="plain ticket-messages">
        {notes?.map(({ id, by, at, body: said }) => (
          <li key={id}>
            <div className="quiet">
              <strong>{by}</strong> <span className="figures whole">{formatInstant(at)}</span>
            </div>
            <div className="multiline">{said}</div>
          </li>
        ))}
      </ol>
      <form
        aria-label="内部备注"
        onSubmit={(event) => {
          event.preventDefault();
          if (body.trim() === '' || isPending) return;
          onWrite(body, () => setBody(''));
        }}
      >
        <Input.TextArea
          aria-label="写备注"
          value={body}
          maxLength={maxLength}
          autoSize={{ minRows: 2, maxRows: 8 }}
          placeholder={placeholder}
          onChange={({ target }) => setBody(target.value)}
        />
        {fault && <Alert type="error" showIcon role="alert" title={everyFaultOf(fault)} />}
        <Button htmlType="submit" disabled={body.trim() === ''} loading={isPending}>
          写入备注
        </Button>
      </form>
    </section>
  );
}
