import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Box, Form } from '../../ui/elements.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import styles from './public-share.module.css';

/** The access code that the member has told the recipient on another way. */
export function CodeForm({
  isWrong,
  isBusy,
  onCode,
}: {
  isWrong: boolean;
  isBusy: boolean;
  onCode: (code: string) => void;
}) {
  const [code, setCode] = useState('');
  return (
    <Sheet>
      <Box as="h1" className={styles.title}>
        请输入访问码
      </Box>
      <Box as="p" lang="en" className={styles.english}>
        Enter the access code
      </Box>
      <Form onSubmit={() => onCode(code)} label="打开分享链接">
        <TextField
          id="code"
          label="访问码"
          kind="digits"
          value={code}
          onChange={setCode}
          placeholder="6位数字 Six digits"
          hint="访问码由提供链接的人告知。"
          {...(isWrong ? { error: '访问码不正确，请核对后重新输入。Wrong code.' } : {})}
        />
        <Button submit busyLabel={isBusy && '正在打开…'}>
          打开 Open
        </Button>
      </Form>
    </Sheet>
  );
}
