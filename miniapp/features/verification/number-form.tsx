import { useEffect, useState } from 'react';
import { verificationEndpoints, type VerificationReply } from '../../../bff/contract/verification/endpoints.ts';
import { call } from '../../api/client.ts';
import type { Marks } from '../../platform/signatures.ts';
import { TextField } from '../../ui/fields/text-field.tsx';
import { CheckForm } from './check-form.tsx';

/** Both lines of the letter pasted into one field fill the other one too; the server takes from each what is its own. */
function bothOf(number: string, code: string): { number: string; code: string } {
  const isBoth = (text: string) => /(?:编\s*号|number|no\.)[^]*\d{10}/i.test(text) && /核\s*验\s*码|code/i.test(text);
  if (code.trim() === '' && isBoth(number)) return { number, code: number };
  if (number.trim() === '' && isBoth(code)) return { number: code, code };
  return { number, code };
}

/** How far the checking of number and code is. */
export type NumberTry = { state: 'asking' | 'failed' } | { state: 'answered'; reply: VerificationReply };

/** 编号 and 核验码, as printed; full-width characters, blanks and dashes are the server's to ignore. */
export function NumberForm({
  read,
  begin,
}: {
  /** Number and code as they were read in a file; a new object fills the fields anew. */
  read: Marks | null;
  /** Takes the place of the answer before; answers what tells what came of it. */
  begin: (asked: NumberTry) => (asked: NumberTry) => boolean;
}) {
  const [number, setNumber] = useState('');
  const [code, setCode] = useState('');
  useEffect(() => {
    if (!read) return;
    setNumber(read.number ?? '');
    setCode(read.code ?? '');
  }, [read]);
  const ask = async () => {
    const tell = begin({ state: 'asking' });
    try {
      const reply = await call(verificationEndpoints.verifyNumber, { body: bothOf(number, code) });
      tell({ state: 'answered', reply });
    } catch (fault) {
      tell({ state: 'failed' });
      throw fault;
    }
  };
  return (
    <CheckForm
      label="用编号和核验码核验 Verify by number and code"
      ask={ask}
      onReply={() => undefined}
      button={{ label: '核验 Verify', busy: '正在核验… Checking' }}
    >
      {(faults) => (
        <>
          <TextField
            id="number"
            label="编号 Number"
            value={number}
            onChange={setNumber}
            error={faults.number}
            placeholder="见页脚 Foot of page"
          />
          <TextField
            id="code"
            label="核验码 Code"
            value={code}
            onChange={setCode}
            error={faults.code}
            placeholder="二维码下方 Below QR"
          />
        </>
      )}
    </CheckForm>
  );
}
