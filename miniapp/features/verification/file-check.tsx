import { useState } from 'react';
import { verificationEndpoints, type VerificationReply } from '../../../bff/contract/verification/endpoints.ts';
import { faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { choosePdf } from '../../platform/files/choose-pdf.ts';
import { sha256 } from '../../platform/files/sha256.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { FileDrop } from '../../ui/fields/file-drop.tsx';
import styles from './file-check.module.css';

interface ChosenFile {
  name: string;
  bytes: ArrayBuffer;
}

/** Verifies the file itself: its SHA-256 is computed here, and only that is sent. */
export function FileCheck({
  token,
  onReply,
}: {
  token: string | undefined;
  onReply: (reply: VerificationReply) => void;
}) {
  const [name, setName] = useState('');
  const [error, setError] = useState('');
  const [isBusy, setBusy] = useState(false);

  const check = async (file: ChosenFile | null) => {
    if (!file) return;
    setBusy(true);
    setError('');
    setName(file.name);
    try {
      const digest = await sha256(file.bytes);
      onReply(await call(verificationEndpoints.verifyFile, { body: { sha256: digest, ...(token ? { token } : {}) } }));
    } catch (fault) {
      setError(faultText(fault));
    } finally {
      setBusy(false);
    }
  };
  return (
    <FileDrop className={styles.drop} onFile={(file) => void check(file)}>
      <Button kind="secondary" onTap={() => void choosePdf().then(check)} busyLabel={isBusy && '正在核验…'}>
        选择 PDF 文件 Choose a PDF
      </Button>
      <Box as="p" className={styles.hint}>
        文件不会上传，只在本设备上计算摘要后比对。
      </Box>
      <Box as="p" className={styles.hint} lang="en">
        The file stays on your device; only its digest is sent.
      </Box>
      {name && !error ? (
        <Box as="p" className={styles.name} live="polite">
          {isBusy ? `正在核验 ${name}` : `已核验 ${name}，结果见页首`}
        </Box>
      ) : null}
      {error ? (
        <Box as="p" className={styles.error} role="alert">
          {error}
        </Box>
      ) : null}
    </FileDrop>
  );
}
