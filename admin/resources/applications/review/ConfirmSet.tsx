import { Button } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { KeyHint } from '../../../ui/KeyHint.tsx';

interface ConfirmSetProps {
  /** The name of the panel. */
  name: string;
  /** What confirming is called. */
  act: string;
  letters: readonly { id: number; number: string; applicantName: string; typeLabel: string; note?: string }[];
  /** Said instead where there is nothing to confirm. */
  none?: string;
  back: string;
  onConfirm(): void;
  onBack(): void;
  /** What confirming does. */
  children: ReactNode;
}

/**
 * What is about to be signed, letter by letter, with one confirmation. It takes the focus and is confirmed by Ctrl+Enter:
 * neither the Space that reads a letter nor an Enter too many signs anything.
 */
export function ConfirmSet({ name, act, letters, none, back, onConfirm, onBack, children }: ConfirmSetProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.focus(), []);
  const isEmpty = letters.length === 0;
  return (
    <form
      ref={form}
      tabIndex={-1}
      className="sheet padded confirm"
      role="group"
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) onConfirm();
      }}
    >
      <p>{isEmpty && none ? none : children}</p>
      <ul className="plain batch-list">
        {letters.map(({ id, number, applicantName, typeLabel, note }) => (
          <li key={id}>
            <span className="figures">{number}</span> {applicantName} · {typeLabel}{' '}
            {note && <span className="quiet figures">{note}</span>}
          </li>
        ))}
      </ul>
      <div className="row">
        {!isEmpty && (
          <Button type="primary" htmlType="submit" aria-keyshortcuts="Control+Enter">
            {act}
          </Button>
        )}
        <Button onClick={onBack}>{back}</Button>
        {!isEmpty && <KeyHint keys={[['Ctrl+Enter', '确认']]} />}
      </div>
    </form>
  );
}
