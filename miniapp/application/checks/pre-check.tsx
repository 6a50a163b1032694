import { useState } from 'react';
import type { PreCheckReason, PreCheckReply, Remedy } from '../../../bff/contract/pre-check/endpoints.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import styles from './pre-check.module.css';

interface PreCheckProps {
  reply: PreCheckReply;
  onRemedy: (remedy: Remedy) => void;
}

/** What would become of the form now: issued at once, or the exact reasons with what can be done about each. */
export function PreCheck({ reply: { reviewMode, reasons, usualWaitMinutes }, onRemedy }: PreCheckProps) {
  if (reviewMode === 'automatic') return <Notice tone="good">预检通过：提交后可即时出具。</Notice>;
  const wait = usualWaitMinutes === null ? '' : `近期审核一般用时${waitWords(usualWaitMinutes)}（办公时间）。`;
  if (reasons.length === 0) return <Notice>{`预检未发现疑问；该类证明由协会工作人员审核后出具。${wait}`}</Notice>;
  const isContradicted = reasons.some(({ result }) => result === 'contradicted');
  return (
    <Notice tone={isContradicted ? 'bad' : 'warn'}>
      <Box>
        {isContradicted
          ? '预检：所填内容与本会登记不符，照此提交不能通过。'
          : `预检：以下情况须由协会工作人员核实，提交后转人工审核。${wait}`}
      </Box>
      <Reasons reasons={reasons} onRemedy={onRemedy} />
    </Notice>
  );
}

/** Roughly, as it is only what was usual: 不到10分钟, 30分钟, 2小时40分. */
function waitWords(minutes: number): string {
  if (minutes < 10) return '不到10分钟';
  const tens = Math.round(minutes / 10) * 10;
  const [hours, rest] = [Math.floor(tens / 60), tens % 60];
  return hours === 0 ? `${rest}分钟` : `${hours}小时${rest === 0 ? '' : `${rest}分`}`;
}

/** Each reason with whom it is about and what can be done about it. */
export function Reasons({
  reasons,
  onRemedy,
}: {
  reasons: readonly PreCheckReason[];
  onRemedy: PreCheckProps['onRemedy'];
}) {
  return (
    <>
      {reasons.map((reason, index) => (
        <Reason key={index} reason={reason} onRemedy={onRemedy} />
      ))}
    </>
  );
}

// Enough to see whom it is about.
const SHOWN = 5;

function Reason({
  reason: { words, names, remedies },
  onRemedy,
}: { reason: PreCheckReason } & Pick<PreCheckProps, 'onRemedy'>) {
  const [isAll, setAll] = useState(false);
  const isLong = names.length > SHOWN && !isAll;
  return (
    <Box className={styles.reason}>
      <Box as="strong">{words}</Box>
      {names.length ? (
        <Box className={styles.names}>
          {(isLong ? names.slice(0, SHOWN) : names).join('、')}
          {isLong ? (
            <Button kind="text" onTap={() => setAll(true)}>
              显示全部 {names.length} 名
            </Button>
          ) : null}
        </Box>
      ) : null}
      {remedies.length ? (
        <Box className={styles.remedies}>
          {remedies.map((remedy) => (
            <Button key={remedy.kind} kind="secondary" onTap={() => onRemedy(remedy)}>
              {labelOf(remedy)}
            </Button>
          ))}
        </Box>
      ) : null}
    </Box>
  );
}

function labelOf(remedy: Remedy): string {
  switch (remedy.kind) {
    case 'own-start':
      return '改为各自首次执业日起';
    case 'drop-lawyers':
      return `去掉这些律师，证明其余${remedy.keep.length}名`;
    case 'since':
      return `起始时间改为${remedy.since}`;
    case 'type':
      return `改申请${remedy.type.label}`;
    case 'field':
      return remedy.field === 'purpose' ? '修改用途' : '改选年度';
    case 'record':
      return '申请更正登记信息';
  }
}
