import { useState, type ReactNode } from 'react';
import type { FieldFaults } from '../../../bff/contract/errors.ts';
import { ApiError, faultText } from '../../api/api-error.ts';
import { Button } from '../../ui/button.tsx';
import { Box, Form } from '../../ui/elements.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import { faultInEnglish } from './fault-in-english.ts';
import styles from './number-form.module.css';

interface CheckFormProps<Reply> {
  label: string;
  /** Asks the server; rejects with ApiError. */
  ask: () => Promise<Reply>;
  onReply: (reply: Reply) => void;
  button: { kind?: 'secondary'; label: string; busy: string };
  /** Its fields, each with the server's fault. */
  children: (faults: FieldFaults) => ReactNode;
}

/** A form by which a stranger asks one thing: one question at a time, a fault under its field or above them all. */
export function CheckForm<Reply>({ label, ask, onReply, button, children }: CheckFormProps<Reply>) {
  const [fault, setFault] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const fields = fault instanceof ApiError ? fault.fields : {};
  const submit = () => {
    if (isBusy) return;
    setBusy(true);
    setFault(null);
    ask()
      .then(onReply, setFault)
      .finally(() => setBusy(false));
  };
  return (
    <Form onSubmit={submit} label={label}>
      {fault && Object.keys(fields).length === 0 ? (
        <Box role="alert">
          <Notice tone="bad">
            <Box as="p">{faultText(fault)}</Box>
            <Box as="p" lang="en">
              {faultInEnglish(fault)}
            </Box>
          </Notice>
        </Box>
      ) : null}
      {children(fields)}
      <Button
        submit
        {...(button.kind && { kind: button.kind })}
        className={styles.submit}
        busyLabel={isBusy && button.busy}
      >
        {button.label}
      </Button>
    </Form>
  );
}
