import { useState } from 'react';
import { verificationEndpoints, type CopyReply } from '../../../bff/contract/verification/endpoints.ts';
import { toChineseDate } from '../../../bff/contract/text.ts';
import { call } from '../../api/client.ts';
import { Box } from '../../ui/elements.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { CheckForm } from './check-form.tsx';

/** For who holds a sheet of paper: whether this very copy has been declared lost. `number`: of the certificate above. */
export function CopyCheck({ number }: { number: string }) {
  const [serial, setSerial] = useState('');
  const [reply, setReply] = useState<CopyReply | null>(null);
  const ask = () => {
    setReply(null);
    return call(verificationEndpoints.verifyCopy, { body: { number, serial } });
  };
  return (
    <CheckForm
      label="核对纸质证明份号 Check a paper copy"
      ask={ask}
      onReply={setReply}
      button={{ kind: 'secondary', label: '核对 Check', busy: '正在核对… Checking' }}
    >
      {(faults) => (
        <>
          <Box role="status">{reply ? <CopyAnswer reply={reply} /> : null}</Box>
          <TextField
            id="serial"
            label="份号 Copy number"
            value={serial}
            onChange={setSerial}
            error={faults.serial}
            placeholder="见页脚 Foot of page"
          />
        </>
      )}
    </CheckForm>
  );
}

function CopyAnswer({ reply }: { reply: CopyReply }) {
  const { zh, en, tone } = wordsOf(reply);
  return (
    <Notice tone={tone}>
      <Box as="p">{zh}</Box>
      <Box as="p" lang="en">
        {en}
      </Box>
    </Notice>
  );
}

function wordsOf(reply: CopyReply): { tone: 'good' | 'bad' | 'warn'; zh: string; en: string } {
  switch (reply.answer) {
    case 'valid':
      return {
        tone: 'good',
        zh: '✓ 该份纸质证明由本协会印制，未作废。证明当前的状态以页首为准。',
        en: 'We printed this copy and have not voided it. The status of the certificate itself stands above.',
      };
    case 'voided':
      return {
        tone: 'bad',
        zh: `× 该份纸质证明已作废（${toChineseDate(reply.voidedOn)}），请不要接受。`,
        en: `This copy was voided on ${reply.voidedOn}. Do not accept it.`,
      };
    case 'unknown':
      return {
        tone: 'warn',
        zh: '! 该证明没有这一份号。请逐字核对纸质证明每页底部的份号。',
        en: 'No copy of this certificate has that number. Compare it with the foot of the page.',
      };
  }
}
