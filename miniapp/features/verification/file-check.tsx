import { useRef, useState } from 'react';
import { chooseFiles } from '../../platform/files/choose-files.ts';
import type { OfferedFile } from '../../platform/signatures.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { FileDrop } from '../../ui/fields/file-drop.tsx';
import { checkFile, type FileTry } from './check-file.ts';
import styles from './file-check.module.css';

/** More than a clerk drops on purpose; each one is a question to the server. */
const AT_ONCE = 10;

/** Verifies files themselves: what is sent of each is its SHA-256, computed here. */
export function FileCheck({
  token,
  begin,
}: {
  token: string | undefined;
  /** Takes the place of the answer before; answers what tells how it goes on, false once there is a newer try. */
  begin: (tries: FileTry[]) => (tries: FileTry[]) => boolean;
}) {
  const [error, setError] = useState('');
  const [isBusy, setBusy] = useState(false);
  const runs = useRef(0);

  const check = async (offered: OfferedFile[]) => {
    const run = ++runs.current;
    const files = offered.slice(0, AT_ONCE);
    setError(
      offered.length === 0
        ? '拖来的不是文件。请把 PDF 文件拖到这里，或点按钮选择。 That was no file: drop the PDF here, or choose it.'
        : offered.length > AT_ONCE
          ? `一次最多核验${AT_ONCE}个文件，其余的请再拖一次。 ${AT_ONCE} files at a time, please: drop the others again.`
          : '',
    );
    let tries = files.map(({ name }): FileTry => ({ name, state: 'asking' }));
    const tell = begin(tries);
    setBusy(files.length > 0);
    for (const [index, file] of files.entries()) {
      const done = await checkFile(file, token);
      tries = tries.map((one, at) => (at === index ? done : one));
      // Something else has been asked meanwhile: the rest of this is nobody's question any more.
      if (!tell(tries)) break;
    }
    if (run === runs.current) setBusy(false);
  };
  const choose = async () => {
    const files = await chooseFiles();
    if (files.length > 0) await check(files);
  };
  return (
    <FileDrop className={styles.drop} onFiles={(files) => void check(files)}>
      <Button kind="secondary" onTap={() => void choose()} busyLabel={isBusy && '正在核验… Checking'}>
        选择文件 Choose a file
      </Button>
      <Box as="p" className={styles.hint}>
        文件不会上传：签名在本设备上检查，发送的只有文件的摘要。
      </Box>
      <Box as="p" className={styles.hint} lang="en">
        The file stays on your device: its signature is checked here, and only its digest is sent.
      </Box>
      {error ? (
        <Box as="p" className={styles.error} role="alert">
          {error}
        </Box>
      ) : null}
    </FileDrop>
  );
}
