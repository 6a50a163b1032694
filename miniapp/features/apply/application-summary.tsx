import type { ReactNode } from 'react';
import { COUNTRIES, isCountry } from '../../../bff/contract/countries.ts';
import {
  APPLICATION_FIELDS,
  takesAttachments,
  type ApplicationField,
} from '../../../bff/contract/certificate-types/enums.ts';
import { PICKUPS } from '../../../bff/contract/certificates/enums.ts';
import { REVIEW_MODES, type ReviewMode } from '../../../bff/contract/review/enums.ts';
import type { CertificateTypeReply } from '../../../bff/contract/certificates/endpoints.ts';
import { Box } from '../../ui/elements.tsx';
import { Facts, Sheet } from '../../ui/sheets/sheet.tsx';
import { sinceInWords } from '../../application/since-in-words.ts';
import type { FormValues } from '../../application/draft.ts';
import styles from './application-summary.module.css';

/** PC, beside the form: what has been filled in so far. */
export function ApplicationSummary({
  type,
  reviewMode,
  values,
  applicant,
}: {
  type: CertificateTypeReply;
  /** As the pre-check has it, or as is usual for the type. */
  reviewMode: ReviewMode;
  values: FormValues;
  applicant: string;
}) {
  const blank = (
    <Box as="span" className={styles.blank}>
      待填写
    </Box>
  );
  const rows: [string, ReactNode][] = [
    ['申请人', applicant],
    ['申请类型', type.label],
    ['审核方式', REVIEW_MODES[reviewMode]],
  ];
  if (type.asks.includes('lawyers'))
    rows.push(['律师', values.lawyers.length ? `已选择 ${values.lawyers.length} 名` : blank]);
  if (type.asks.includes('since')) rows.push([APPLICATION_FIELDS.since, values.since ? sinceInWords(values) : blank]);
  // What may be left out is not waited for.
  const attached = (count: number) =>
    count > 0 ? `${count} 份` : takesAttachments(type.asks) === 'optional' && '未上传（选填）';
  const given: [ApplicationField, ReactNode][] = [
    ['year', values.year],
    ['formerLawyer', values.formerName || values.formerLicenceNo],
    ['latinName', values.latinName],
    ['country', isCountry(values.country) && COUNTRIES[values.country][0]],
    ['attachments', attached(values.attachments.length)],
  ];
  const isTaken = (field: ApplicationField) =>
    type.asks.includes(field) || (field === 'attachments' && takesAttachments(type.asks) === 'optional');
  for (const [field, value] of given) {
    if (isTaken(field)) rows.push([APPLICATION_FIELDS[field], value || blank]);
  }
  if (type.asks.includes('freeText')) rows.push([APPLICATION_FIELDS.freeText, values.freeText || blank]);
  rows.push(['联系邮箱', values.email || blank]);
  if (values.purpose) rows.push(['用途', values.purpose]);
  rows.push([
    '纸质证明',
    values.wantsPaper
      ? `需要 ${values.copies || '?'} 份，${values.pickup ? PICKUPS[values.pickup] : '领取方式待选择'}`
      : '不需要',
  ]);
  if (values.remark) rows.push(['备注说明', values.remark]);
  return (
    <Box as="aside" className={styles.summary} label="申请摘要">
      <Sheet title="申请摘要">
        <Facts rows={rows} />
        <Box as="p" className={styles.kept}>
          已填写的内容自动保存在本设备，退出登录后清除。
        </Box>
      </Sheet>
    </Box>
  );
}
