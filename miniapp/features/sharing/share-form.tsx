import { useState } from 'react';
import { ApiError, faultText } from '../../api/api-error.ts';
import { Button } from '../../ui/button.tsx';
import { Box, DateInput, Form, SelectInput } from '../../ui/elements.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/sheet.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { shownDate, today } from '../../ui/times.ts';
import { createShare } from './use-shares.ts';
import styles from './sharing.module.css';

const DAY_MS = 86_400_000;
const inDays = (days: number) => shownDate(new Date(Date.now() + days * DAY_MS).toISOString());
const LIMITS = [
  { value: '', label: '不限' },
  ...['1', '3', '5', '10', '30'].map((value) => ({ value, label: `${value} 次` })),
];

/** A link for one recipient: for whom, until when, how often, and whether with a code or the file. */
export function ShareForm({ id, onDone }: { id: number; onDone: () => void }) {
  const [recipient, setRecipient] = useState('');
  const [purpose, setPurpose] = useState('');
  const [expiresOn, setExpiresOn] = useState(() => inDays(30));
  const [viewLimit, setViewLimit] = useState('');
  const [hasCode, setHasCode] = useState(false);
  const [mayDownload, setMayDownload] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const fields = fault instanceof ApiError ? fault.fields : {};

  const create = () => {
    if (isBusy) return;
    setBusy(true);
    setFault(null);
    const limit = viewLimit === '' ? null : viewLimit;
    createShare(id, { recipient, purpose, expiresOn, viewLimit: limit, hasCode, mayDownload }).then(
      onDone,
      (thrown: unknown) => {
        setFault(thrown);
        setBusy(false);
      },
    );
  };
  return (
    <Form onSubmit={create} label="新建分享链接" className={styles.form}>
      {fault && Object.keys(fields).length === 0 ? (
        <Box role="alert">
          <Notice tone="bad">{faultText(fault)}</Notice>
        </Box>
      ) : null}
      <TextField
        id="recipient"
        label="接收方"
        required
        value={recipient}
        onChange={setRecipient}
        error={fields.recipient}
        placeholder="例如：江海银行文华支行"
      />
      <TextField
        id="share-purpose"
        label="用途"
        value={purpose}
        onChange={setPurpose}
        error={fields.purpose}
        placeholder="接收方会看到，可不填"
      />
      <Field id="expiresOn" label="有效期至" error={fields.expiresOn}>
        {(binding) => (
          <DateInput {...binding} value={expiresOn} onChange={setExpiresOn} min={today()} max={inDays(365)} />
        )}
      </Field>
      <Field id="viewLimit" label="查看次数" error={fields.viewLimit}>
        {(binding) => <SelectInput {...binding} value={viewLimit} onChange={setViewLimit} options={LIMITS} />}
      </Field>
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
