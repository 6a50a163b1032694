import { useState } from 'react';
import { ApiError, faultText } from '../../api/api-error.ts';
import { Button } from '../../ui/button.tsx';
import { Box, Form } from '../../ui/elements.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import { Switch } from '../../ui/fields/switch.tsx';
import { inDays, ShareTerms, type Terms } from './share-terms.tsx';
import { createShare } from './use-shares.ts';
import styles from './sharing.module.css';

/** A link for one recipient: for whom, until when, how often, and whether with a code or the file. */
export function ShareForm({ id, onDone }: { id: number; onDone: () => void }) {
  const [terms, setTerms] = useState<Terms>(() => ({
    recipient: '',
    purpose: '',
    expiresOn: inDays(30),
    viewLimit: '',
  }));
  const [hasCode, setHasCode] = useState(false);
  const [mayDownload, setMayDownload] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const fields = fault instanceof ApiError ? fault.fields : {};

  const create = () => {
    if (isBusy) return;
    setBusy(true);
    setFault(null);
    const viewLimit = terms.viewLimit === '' ? null : terms.viewLimit;
    createShare(id, { ...terms, viewLimit, hasCode, mayDownload }).then(onDone, (thrown: unknown) => {
      setFault(thrown);
      setBusy(false);
    });
  };
  return (
    <Form onSubmit={create} label="新建分享链接" className={styles.form}>
      {fault && Object.keys(fields).length === 0 ? (
        <Box role="alert">
          <Notice tone="bad">{faultText(fault)}</Notice>
        </Box>
      ) : null}
      <ShareTerms terms={terms} onChange={setTerms} faults={fields} />
      <Switch
        label="需要访问码"
        detail="生成6位数字，请用另外的方式告诉接收方"
        isOn={hasCode}
        onToggle={() => setHasCode(!hasCode)}
      />
      <Switch
        label="允许下载证明文件"
        detail="关闭时只显示证明内容和核验结果"
        isOn={mayDownload}
        onToggle={() => setMayDownload(!mayDownload)}
      />
      <Box className={styles.acts}>
        <Button submit busyLabel={isBusy && '正在生成…'}>
          生成链接
        </Button>
        <Button kind="secondary" onTap={onDone}>
          取消
        </Button>
      </Box>
    </Form>
  );
}
