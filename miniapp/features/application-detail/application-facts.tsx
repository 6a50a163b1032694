import { useState, type ReactNode } from 'react';
import { COUNTRIES } from '../../../bff/contract/countries.ts';
import { PICKUPS } from '../../../bff/contract/certificates/enums.ts';
import { REVIEW_MODES } from '../../../bff/contract/review/enums.ts';
import type { PaperReply } from '../../../bff/contract/certificates/replies.ts';
import type { ApplicationDetail } from '../../../bff/contract/certificates/endpoints.ts';
import { groupDigits, toYuan } from '../../../bff/contract/text.ts';
import { fileEndpoints } from '../../../bff/contract/files/endpoints.ts';
import { call } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Facts } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';
import { ApplicationStateTag } from '../../application/application-state.tsx';
import { Attachments } from '../../application/attachments.tsx';
import { sinceInWords } from '../../application/since-in-words.ts';
import styles from '../../application/lawyers-field.module.css';

/** What was applied for. Rows without content are left out. */
export function ApplicationFacts({ application }: { application: ApplicationDetail }) {
  const { paper } = application;
  const rows: [string, ReactNode][] = [
    ['申请人', application.applicantName],
    ['申请类型', application.typeLabel],
    ['申请时间', shownTime(application.submittedAt)],
    ['审核方式', REVIEW_MODES[application.reviewMode]],
    ['申请状态', <ApplicationStateTag state={application.state} />],
    ['审核时间', application.decidedAt ? shownTime(application.decidedAt) : ''],
    ['起始时间', application.since && sinceInWords({ ...application, since: application.since })],
    ['年度', application.year ? `${application.year} 年度` : ''],
    ['使用国家/地区', application.country ? COUNTRIES[application.country][0] : ''],
    ['拉丁字母姓名', application.latinName],
    ['涉及律师', application.lawyers.length ? <Lawyers lawyers={application.lawyers} /> : ''],
    ['证明内容', application.freeText],
    ['附件', application.attachments.length ? <Proofs application={application} /> : ''],
    ['当事人同意', application.hasConsent ? '已确认征得当事人同意' : ''],
    ['接收邮箱', application.email],
    ['用途', application.purpose],
    ['纸质证明', paper ? '需要' : '不需要'],
    ['申请数量', paper ? `${paper.copies} 份` : ''],
    ['领取方式', paper ? PICKUPS[paper.pickup] : ''],
    ['收件人', paper?.recipient],
    ['收件电话', paper?.phone],
    ['收件地址', paper?.address],
    ['纸质证明费用', paper ? feesInWords(paper) : ''],
    ['备注说明', application.remark],
  ];
  return <Facts rows={rows.filter(([, value]) => value)} />;
}

/** What its paper costs; of a bulk application the postage is paid once for all. */
function feesInWords({ copies, fees: { copyFeeFen, postageFen, totalFen } }: PaperReply): string {
  const isShared = postageFen > 0 && totalFen === copyFeeFen * copies;
  if (isShared) return `${toYuan(totalFen)} 元，邮寄费随批量申请一并计收`;
  return totalFen > 0 ? `${toYuan(totalFen)} 元` : '';
}

function Proofs({ application: { id, attachments } }: { application: ApplicationDetail }) {
  const read = (file: string) => call(fileEndpoints.showAttachment, { params: { id: String(id), file } });
  return <Attachments files={attachments} read={read} />;
}

const SHOWN = 3;

function Lawyers({ lawyers }: { lawyers: ApplicationDetail['lawyers'] }) {
  const [isAll, setAll] = useState(false);
  return (
    <>
      {(isAll ? lawyers : lawyers.slice(0, SHOWN)).map((lawyer) => (
        <Box key={lawyer.id} className={styles.lawyer}>
          <Box as="span">{lawyer.name}</Box>
          <Box as="span" className={styles.number}>
            {groupDigits(lawyer.licenceNo)}
          </Box>
        </Box>
      ))}
      {lawyers.length > SHOWN && !isAll ? (
        <Button kind="text" onTap={() => setAll(true)}>
          显示全部 {lawyers.length} 名
        </Button>
      ) : null}
    </>
  );
}
