import { useState } from 'react';
import { verificationEndpoints, type VerificationReply } from '../../../bff/contract/verification/endpoints.ts';
import { call } from '../../api/client.ts';
import { TextField } from '../../ui/fields/text-field.tsx';
import { CheckForm } from './check-form.tsx';

/** 编号 and 核验码, as printed; full-width characters, blanks and dashes are the server's to ignore. */
export function NumberForm({ onReply }: { onReply: (reply: VerificationReply) => void }) {
  const [number, setNumber] = useState('');
  const [code, setCode] = useState('');
  return (
    <CheckForm
      label="用编号和核验码核验"
      ask={() => call(verificationEndpoints.verifyNumber, { body: { number, code } })}
      onReply={onReply}
      button={{ label: '核验 Verify', busy: '正在核验…' }}
    >
      {(faults) => (
        <>
          <TextField
            id="number"
            label="编号"
            kind="digits"
            value={number}
            onChange={setNumber}
            error={faults.number}
            placeholder="证明页脚的编号 Number"
          />
          <TextField
            id="code"
            label="核验码"
            value={code}
            onChange={setCode}
            error={faults.code}
            placeholder="二维码下方的核验码 Code"
          />
        </>
      )}
    </CheckForm>
  );
}
