import { useState } from 'react';
import { certificateEndpoints, type ApplicationRow } from '../../../bff/contract/certificates/endpoints.ts';
import { ApiError, faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Button } from '../../ui/button.tsx';
import { Box, Form } from '../../ui/elements.tsx';
import { Modal, ModalBody } from '../../ui/sheets/modal.tsx';
import { Segmented } from '../../ui/fields/segmented.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import styles from './mail-dialog.module.css';

/** 发送邮箱: to the contact address, or to another one typed now. */
export function MailDialog({
  application,
  onClose,
}: {
  application: Pick<ApplicationRow, 'id' | 'number' | 'email'>;
  onClose: () => void;
}) {
  const [target, setTarget] = useState('contact');
  const [email, setEmail] = useState('');
  const [error, setError] = useState('');
  const [isBusy, setBusy] = useState(false);

  const send = async () => {
    if (isBusy) return;
    setBusy(true);
    setError('');
    try {
      const detail = await call(certificateEndpoints.mailCertificate, {
        params: { id: String(application.id) },
        body: target === 'contact' ? {} : { email },
      });
      queryClient.setQueryData(['application', application.id], detail);
      showToast(`证明将发送至 ${target === 'contact' ? application.email : email}`);
      onClose();
    } catch (fault) {
      setError(fault instanceof ApiError && fault.fields.email ? fault.fields.email : faultText(fault));
      setBusy(false);
      // What was not sent stands on the application's page.
      void queryClient.invalidateQueries({ queryKey: ['application', application.id] });
    }
  };

  return (
    <Modal isOpen onClose={onClose} title={`发送证明 ${application.number}`}>
      <ModalBody>
        <Form onSubmit={() => void send()} label="发送证明到邮箱">
          <Segmented
            id="mail-target"
            label="发送到"
            value={target}
            onChange={setTarget}
            options={[
              { value: 'contact', label: '联系邮箱' },
              { value: 'other', label: '其他邮箱' },
            ]}
          />
          {target === 'contact' ? (
            <Box as="p" className={styles.address}>
              {application.email}
            </Box>
          ) : (
            <TextField
              id="mail-email"
              label="邮箱"
              kind="email"
              value={email}
              onChange={setEmail}
              placeholder="name@example.com"
              error={error}
              autoComplete="email"
            />
          )}
          {error && target === 'contact' ? (
            <Box as="p" className={styles.error} role="alert">
              {error}
            </Box>
          ) : null}
          <Button submit className={styles.send} busyLabel={isBusy && '正在发送…'}>
            发送
          </Button>
        </Form>
      </ModalBody>
    </Modal>
  );
}
