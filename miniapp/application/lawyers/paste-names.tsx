import { useState } from 'react';
import type { OwnLawyer } from '../../../bff/contract/registry/endpoints.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { TextAreaField } from '../../ui/fields/text-field.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import { findPasted, type Pasted } from './find-pasted.ts';
import styles from './paste-names.module.css';

/** The most characters of a pasted list: those of a firm of 500, with numbers beside the names, are fewer. */
const MAX_LIST = 20_000;

/** 粘贴名单: chooses whom a list names, and says whom it did not find. */
export function PasteNames({
  lawyers,
  onFound,
}: {
  lawyers: readonly OwnLawyer[];
  onFound: (found: OwnLawyer[]) => void;
}) {
  const [text, setText] = useState('');
  const [result, setResult] = useState<Pasted | null>(null);
  const look = () => {
    const pasted = findPasted(lawyers, text);
    setResult(pasted);
    onFound(pasted.found);
  };
  return (
    <Box className={styles.paste}>
      <TextAreaField
        id="lawyer-list"
        label="名单"
        rows={6}
        max={MAX_LIST}
        value={text}
        onChange={setText}
        placeholder="每行一个姓名或执业证号，可从 Excel 中复制"
      />
      <Button kind="secondary" onTap={look} disabled={text.trim() === ''}>
        选中名单中的律师
      </Button>
      <Box live="polite" className={styles.result}>
        {result ? (
          <Notice tone={result.unknown.length + result.shared.length > 0 ? 'warn' : 'good'}>
            <Box>找到并选中 {result.found.length} 名。</Box>
            {result.unknown.length > 0 ? (
              <Box>
                没有查到 {result.unknown.length} 项：{result.unknown.join('、')}。请核对是否为本所在册律师。
              </Box>
            ) : null}
            {result.shared.length > 0 ? (
              <Box>有同名律师，未选：{result.shared.join('、')}。请改用执业证号，或在“全部”中勾选。</Box>
            ) : null}
          </Notice>
        ) : null}
      </Box>
    </Box>
  );
}
