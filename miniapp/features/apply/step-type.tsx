import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { CERTIFICATE_GROUPS, type CertificateGroup } from '../../../bff/contract/certificate-types/enums.ts';
import { REVIEW_MODES } from '../../../bff/contract/review/enums.ts';
import { isForBulk } from '../../../bff/contract/bulk/enums.ts';
import { certificateEndpoints, type CertificateTypeReply } from '../../../bff/contract/certificates/endpoints.ts';
import { pictureEndpoints } from '../../../bff/contract/pictures/endpoints.ts';
import { MAX_LAWYERS } from '../../../bff/contract/certificates/limits.ts';
import { call } from '../../api/client.ts';
import { pageUrl } from '../../addresses.ts';
import { useWide } from '../../platform/page/screen.ts';
import { Empty, Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Box, Link, Tap } from '../../ui/elements.tsx';
import { Row } from '../../ui/lists/row.tsx';
import { Choices } from '../../ui/fields/choices.tsx';
import { PdfViewer } from '../../ui/pdf/pdf-viewer.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import { ActionBar } from '../../shell/page.tsx';
import { askUrl } from '../../application/ask-desk.tsx';
import { useDraft } from '../../application/draft.ts';
import { canAskFor } from '../../application/use-types.ts';
import styles from './step-type.module.css';

/** Step 2 选择证明: the types this member may ask for, by group, with a sample of the chosen one; then the others, and why. */
export function StepType({ types }: { types: readonly CertificateTypeReply[] }) {
  const isWide = useWide();
  const { draft, chooseType, goTo } = useDraft();
  const groups = Object.keys(CERTIFICATE_GROUPS) as CertificateGroup[];
  const offered = types.filter(canAskFor);
  const chosen = offered.find((type) => type.code === draft.type);
  if (types.length === 0)
    return (
      <Sheet>
        <Empty>
          目前没有您可以在线申请的证明，请
          <Link href={askUrl({ category: 'certificate', title: '没有可以申请的证明' })}>提交工单</Link>。
        </Empty>
      </Sheet>
    );
  return (
    <>
      <Box className={styles.columns}>
        <Box className={styles.list}>
          <Choices label="证明类型">
            {groups.map((group) => {
              const members = offered.filter((type) => type.group === group);
              return members.length === 0 ? null : (
                <Sheet key={group} title={CERTIFICATE_GROUPS[group]}>
                  {members.map((type) => (
                    <Box key={type.code} className={styles.item}>
                      <Choice type={type} isChosen={type.code === draft.type} onChoose={() => chooseType(type.code)} />
                      {!isWide && type.code === draft.type ? <Sample type={type} /> : null}
                    </Box>
                  ))}
                </Sheet>
              );
            })}
          </Choices>
          {offered.some(({ asks }) => isForBulk(asks)) ? (
            <Sheet>
              <Row
                href={pageUrl('bulk')}
                title="批量申请"
                detail={`为多名律师各申请一份证明，一次最多 ${MAX_LAWYERS} 名`}
              />
            </Sheet>
          ) : null}
          <Unavailable types={types.filter((type) => !canAskFor(type))} />
        </Box>
        {isWide ? (
          <Box className={styles.sample}>
            {chosen ? (
              <Sample key={chosen.code} type={chosen} />
            ) : (
              <Sheet>
                <Empty>选择左侧的证明，在此查看示样。</Empty>
              </Sheet>
            )}
          </Box>
        ) : null}
      </Box>
      <ActionBar>
        <Button kind="secondary" onTap={() => goTo('record')}>
          上一步
        </Button>
        <Button disabled={!chosen} onTap={() => goTo('form')}>
          下一步：填写信息
        </Button>
      </ActionBar>
    </>
  );
}

function Choice({ type, isChosen, onChoose }: { type: CertificateTypeReply; isChosen: boolean; onChoose: () => void }) {
  return (
    <Tap role="radio" checked={isChosen} onTap={onChoose} className={classes(styles.choice, isChosen && styles.chosen)}>
      <Box as="span" className={styles.dot} decorative />
      <Box as="span" className={styles.name}>
        {type.label}
      </Box>
      <Box as="span" className={styles.mode}>
        {REVIEW_MODES[type.reviewMode]}
      </Box>
    </Tap>
  );
}

/** What this member may not ask for now, each with what is missing. */
function Unavailable({ types }: { types: readonly CertificateTypeReply[] }) {
  if (types.length === 0) return null;
  return (
    <Sheet title="暂不可申请">
      {types.map(({ code, label, unmet }) => (
        <Box key={code} className={styles.item}>
          <Box className={styles.unavailable}>{label}</Box>
          {unmet.map((sentence) => (
            <Box key={sentence} className={styles.unmet}>
              {sentence}
            </Box>
          ))}
        </Box>
      ))}
      <Box as="p" className={styles.amend}>
        登记信息有误的，请<Link href={pageUrl('correctionForm')}>申请更正</Link>；其他问题请
        <Link href={askUrl({ category: 'certificate' })}>提交工单</Link>。
      </Box>
    </Sheet>
  );
}

function Sample({ type: { code, label } }: { type: CertificateTypeReply }) {
  const drawPage = useCallback(
    (page: number) => call(pictureEndpoints.pictureSample, { params: { code, page: String(page) } }),
    [code],
  );
  const sample = useQuery({
    queryKey: ['sample', code],
    queryFn: () => call(certificateEndpoints.showSample, { params: { code } }),
    staleTime: 300_000,
  });
  if (sample.isError)
    return <Failure fault={sample.error} safe="看不到示样也可以继续申请。" onRetry={() => void sample.refetch()} />;
  if (!sample.data) return <Skeleton lines={8} />;
  return <PdfViewer bytes={sample.data} drawPage={drawPage} title={`${label}示样`} />;
}
