import { useState } from 'react';
import { registryEndpoints } from '../../../bff/contract/registry/endpoints.ts';
import { IDENTITY_CHECKS_A_DAY } from '../../../bff/contract/registry/enums.ts';
import type { CheckedIdentity } from '../../../bff/contract/registry/replies.ts';
import { faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Box, Form } from '../../ui/elements.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Modal } from '../../ui/sheets/modal.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import styles from './lawyer-list.module.css';

/** 核对证件号: typed by whoever holds the document; the answer is 一致 or 不一致, and the lawyer reads that it was asked. */
export function IdentityCheck({ lawyer, onClose }: { lawyer: { id: number; name: string }; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState<CheckedIdentity | null>(null);
  const [error, setError] = useState('');
  const [isBusy, setBusy] = useState(false);
  const ask = async () => {
    if (typed.trim() === '') return setError('请填写证件号码');
    setBusy(true);
    setError('');
    setAnswer(null);
    try {
      const body = { identityNumber: typed };
      setAnswer(await call(registryEndpoints.checkIdentity, { params: { id: String(lawyer.id) }, body }));
    } catch (fault) {
      setError(faultText(fault));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal isOpen onClose={onClose} title={`核对${lawyer.name}的证件号`}>
      <Form onSubmit={() => void ask()} label="核对证件号">
        <TextField
          id="identityNumber"
          label="证件号码"
          value={typed}
          onChange={setTyped}
          hint={`系统只答复是否与登记的一致。每位律师每天可核对${IDENTITY_CHECKS_A_DAY}次，每次都会告知律师本人。`}
          autoComplete="off"
          {...(error ? { error } : {})}
        />
        <Button submit busyLabel={isBusy && '正在核对…'}>
          核对
        </Button>
      </Form>
      <Box live="polite" className={styles.answer}>
        {answer ? (
          <Notice tone={answer.matches ? 'good' : 'bad'}>
            {answer.matches
              ? '与协会登记的一致。'
              : '与协会登记的不一致。请核对后重试；确认登记有误的，点“信息有误”申请更正。'}
            {`今天还可核对${answer.left}次。`}
          </Notice>
        ) : null}
      </Box>
    </Modal>
  );
}
