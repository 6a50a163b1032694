import { useState } from 'react';
import { FINDING_RESULTS, REVIEW_RULES } from '../../../bff/contract/review/enums.ts';
import type { FindingReply } from '../../../bff/contract/certificates/replies.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { StateTag } from '../../ui/marks/state-tag.tsx';
import { shownTime } from '../../ui/times.ts';
import styles from './findings.module.css';

// A roster of 400 may leave hundreds of doubts.
const SHOWN = 4;

/** Why the application was decided as it was, or went to a person: doubts first, then how many rules held. */
export function Findings({ findings }: { findings: readonly FindingReply[] }) {
  const [isAll, setAll] = useState(false);
  const doubts = findings.filter((finding) => finding.result !== 'holds');
  const held = findings.length - doubts.length;
  return (
    <>
      {doubts.length ? (
        <Box as="p" className={styles.lead}>
          {doubts.some(({ result }) => result === 'contradicted')
            ? '所申请的内容与本会登记不符，照此不能通过：'
            : '以下情况须由协会工作人员核实：'}
        </Box>
      ) : null}
      {(isAll ? doubts : doubts.slice(0, SHOWN)).map((finding, index) => (
        <Box key={index} className={styles.finding}>
          <Box className={styles.head}>
            <Box as="span">
              {REVIEW_RULES[finding.rule]}
              {finding.subject ? `　${finding.subject}` : ''}
            </Box>
            <StateTag tone={finding.result === 'contradicted' ? 'bad' : 'waiting'}>
              {FINDING_RESULTS[finding.result]}
            </StateTag>
          </Box>
          <Box className={styles.datum}>{finding.datum}</Box>
          <Box className={styles.source}>
            {finding.source}　{shownTime(finding.readAt)}
          </Box>
        </Box>
      ))}
      {doubts.length > SHOWN && !isAll ? (
        <Button kind="text" onTap={() => setAll(true)}>
          显示全部 {doubts.length} 项
        </Button>
      ) : null}
      {held ? (
        <Box as="p" className={styles.held}>
          <StateTag tone="good">{`${held} 项审核规则符合`}</StateTag>
        </Box>
      ) : null}
    </>
  );
}
