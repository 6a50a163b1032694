import type { ApplicationDetail } from '../../../bff/contract/certificates/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { replaceWith } from '../../platform/page/navigate.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Icon } from '../../ui/marks/icon.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import { ActionBar } from '../../shell/page.tsx';
import { useApplicationsName } from '../../shell/menu.ts';
import { isIssuing, useApplicationDetail } from '../../application/use-application-detail.ts';
import styles from './step-done.module.css';

/** Step 5 提交证明: done; by the time 查看证明 is tapped an automatic certificate is there. */
export function StepDone({ application, onAgain }: { application: ApplicationDetail; onAgain: () => void }) {
  const { data = application } = useApplicationDetail(application.id);
  const listName = useApplicationsName();
  return (
    <>
      <Sheet className={styles.sheet}>
        <Icon name="check" className={styles.tick} />
        <Box as="h2" className={styles.title}>
          提交成功
        </Box>
        <Box as="p">{data.typeLabel}</Box>
        <Box as="p" className={styles.number}>
          编号 {data.number}
        </Box>
        <Box as="p" className={styles.state} live="polite">
          {sentenceOf(data, listName)}
        </Box>
      </Sheet>
      <ActionBar>
        <Button kind="secondary" onTap={onAgain}>
          再次申请
        </Button>
        <Button onTap={() => replaceWith(pageUrl('application', { id: data.id }))}>
          {data.outcome === 'approved' || isIssuing(data) ? '查看证明' : '查看申请'}
        </Button>
      </ActionBar>
    </>
  );
}

function sentenceOf(detail: ApplicationDetail, listName: string): string {
  if (isIssuing(detail)) return '系统审核通过，正在出具证明…';
  if (detail.issueState === 'waiting') return '审核已通过，正在等待电子签名，签好后会通知您，无需重新提交。';
  if (detail.outcome === 'approved') {
    return detail.issueState === 'failed'
      ? '审核已通过，证明制作遇到问题，协会工作人员会尽快处理。'
      : '系统审核通过，证明已出具。';
  }
  return `申请已转由协会工作人员审核，审核结果可在“${listName}”中查看。`;
}
