import { useState } from 'react';
import { groupDigits } from '../../../bff/contract/text.ts';
import { faultText } from '../../api/api-error.ts';
import { Button } from '../../ui/button.tsx';
import { Box, DateInput, Tap } from '../../ui/elements.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { CheckMark } from '../../ui/marks/check-mark.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import styles from './transfer-field.module.css';
import { useFirmsToJoin } from './use-corrections.ts';

/** 转所: the new firm, found by its name or number, and the day on the licence; as the registry has it, once both are known. */
export function TransferField({ onChange, error }: { onChange: (value: string) => void; error?: string | undefined }) {
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [firm, setFirm] = useState<{ name: string; licenceNo: string } | null>(null);
  const [on, setOn] = useState('');
  const found = useFirmsToJoin(search);
  const say = (licenceNo: string | undefined, day: string) =>
    onChange(licenceNo === undefined || day === '' ? '' : `${licenceNo} ${day}`);
  const items = found.data?.items ?? [];
  // Whoever has chosen needs no list any more; a tap on the chosen one brings it back.
  const shown = firm ? [firm] : items;
  return (
    <>
      <Box className={styles.search}>
        <Box className={styles.words}>
          <TextField
            id="firm-search"
            label="转入机构"
            required
            value={typed}
            onChange={setTyped}
            placeholder="名称或许可证号"
          />
        </Box>
        <Box className={styles.find}>
          <Button
            kind="secondary"
            onTap={() => {
              setFirm(null);
              say(undefined, on);
              setSearch(typed.trim());
            }}
          >
            查找
          </Button>
        </Box>
      </Box>
      {found.isError ? <Notice tone="bad">{faultText(found.error)}</Notice> : null}
      {found.data && items.length === 0 ? (
        <Notice tone="warn">没有找到该机构。外地机构请把有误项目改选为“执业机构”，写明名称和日期。</Notice>
      ) : null}
      <Box>
        {shown.map((one) => (
          <Tap
            key={one.licenceNo}
            className={styles.firm}
            role="radio"
            checked={one.licenceNo === firm?.licenceNo}
            onTap={() => {
              const next = firm ? null : one;
              setFirm(next);
              say(next?.licenceNo, on);
            }}
          >
            <CheckMark checked={one.licenceNo === firm?.licenceNo} />
            <Box>
              <Box>{one.name}</Box>
              <Box className={styles.number}>{groupDigits(one.licenceNo)}</Box>
            </Box>
          </Tap>
        ))}
      </Box>
      {found.data?.isMore && !firm ? <Notice>只列出前{items.length}家，请多写几个字再查找。</Notice> : null}
      <Field id="wanted" label="变更日期" hint="以新执业证上的日期为准" required {...(error ? { error } : {})}>
        {(binding) => (
          <DateInput
            {...binding}
            value={on}
            onChange={(day) => {
              setOn(day);
              say(firm?.licenceNo, day);
            }}
          />
        )}
      </Field>
    </>
  );
}
