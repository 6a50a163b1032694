import { useState } from 'react';
import { verificationEndpoints, type VerificationReply } from '../../../bff/contract/verification/endpoints.ts';
import { ApiError, faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Box, Form } from '../../ui/elements.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import styles from './number-form.module.css';

/** 编号 and 核验码, as printed; full-width characters, blanks and dashes are the server's to ignore. */
export function NumberForm({ onReply }: { onReply: (reply: VerificationReply) => void }) {
  const [number, setNumber] = useState('');
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const fields = fault instanceof ApiError ? fault.fields : {};

  const submit = () => {
    if (isBusy) return;
    setBusy(true);
    setFault(null);
    call(verificationEndpoints.verifyNumber, { body: { number, code } })
      .then(onReply, setFault)
      .finally(() => setBusy(false));
  };
  return (
    <Form onSubmit={submit} label="用编号和核验码核验">
      {fault && Object.keys(fields).length === 0 ? (
        <Box role="alert">
          <Notice tone="bad">{faultText(fault)}</Notice>
        </Box>
      ) : null}
      <TextField
        id="number"
        label="编号"
        kind="digits"
        value={number}
        onChange={setNumber}
        error={fields.number}
        placeholder="证明页脚的编号 Number"
      />
      <TextField
        id="code"
        label="核验码"
        value={code}
        onChange={setCode}
        error={fields.code}
        placeholder="二维码下方的核验码 Code"
      />
      <Button submit className={styles.submit} busyLabel={isBusy && '正在核验…'}>
        核验 Verify
      </Button>
    </Form>
  );
}
