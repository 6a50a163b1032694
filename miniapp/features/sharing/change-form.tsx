import { useState } from 'react';
import type { ShareLinkReply } from '../../../bff/contract/sharing/endpoints.ts';
import { recipientInWords } from '../../../bff/contract/sharing/enums.ts';
import { ApiError, faultText } from '../../api/api-error.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Button } from '../../ui/button.tsx';
import { Box, Form } from '../../ui/elements.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import { inDays, ShareTerms, type Terms } from './share-terms.tsx';
import { changeShare } from './use-shares.ts';
import styles from './sharing.module.css';

/** 修改: recipient, purpose, last day and view limit of a link; one that has ended is offered thirty more days. */
export function ChangeForm({ id, share, onDone }: { id: number; share: ShareLinkReply; onDone: () => void }) {
  const [terms, setTerms] = useState<Terms>({
    recipient: share.recipient,
    purpose: share.purpose,
    expiresOn: share.state === 'expired' ? inDays(30) : share.expiresOn,
    viewLimit: share.viewLimit === null ? '' : String(share.viewLimit),
  });
  // As it was when the form was opened: the list behind it is read again meanwhile.
  const [version] = useState(share.version);
  const [fault, setFault] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const fields = fault instanceof ApiError ? fault.fields : {};
  const save = () => {
    if (isBusy) return;
    setBusy(true);
    setFault(null);
    changeShare(id, share.id, { ...terms, version, viewLimit: terms.viewLimit === '' ? null : terms.viewLimit }).then(
      () => {
        showToast('分享链接已修改');
        onDone();
      },
      (thrown: unknown) => {
        setFault(thrown);
        setBusy(false);
      },
    );
  };
  return (
    <Form onSubmit={save} label={`修改给${recipientInWords(share.recipient)}的链接`} className={styles.form}>
      {fault && Object.keys(fields).length === 0 ? (
        <Box role="alert">
          <Notice tone="bad">{faultText(fault)}</Notice>
        </Box>
      ) : null}
      <ShareTerms terms={terms} onChange={setTerms} faults={fields} />
      <Box className={styles.acts}>
        <Button submit busyLabel={isBusy && '正在保存…'}>
          保存
        </Button>
        <Button kind="secondary" onTap={onDone}>
          取消
        </Button>
      </Box>
    </Form>
  );
}
