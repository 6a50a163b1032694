import type { ReactNode } from 'react';
import type { BulkPreCheck } from '../../../bff/contract/bulk/endpoints.ts';
import { PICKUPS } from '../../../bff/contract/certificates/enums.ts';
import type { CertificateTypeReply } from '../../../bff/contract/certificates/endpoints.ts';
import { APPLICATION_FIELDS } from '../../../bff/contract/certificate-types/enums.ts';
import { REVIEW_MODES } from '../../../bff/contract/review/enums.ts';
import type { FormValues } from '../../application/draft.ts';
import { sinceInWords } from '../../application/since-in-words.ts';
import { Facts, Sheet } from '../../ui/sheets/sheet.tsx';

/** What is about to be submitted, for how many, and how it is decided. */
export function BulkSummary({
  type,
  values,
  check,
}: {
  type: CertificateTypeReply;
  values: FormValues;
  check: BulkPreCheck | undefined;
}) {
  const { lawyers, email, purpose, wantsPaper, pickup, copies } = values;
  const rows: [string, ReactNode][] = [
    ['证明类型', type.label],
    ['审核方式', modeOf(type, check)],
    ['律师', lawyers.length > 0 ? `${lawyers.length} 名，每名一份` : '待选择'],
  ];
  if (type.asks.includes('since'))
    rows.push([APPLICATION_FIELDS.since, values.since ? sinceInWords(values) : '待填写']);
  rows.push(['联系邮箱', email || '待填写'], ['用途', purpose || '不注明']);
  rows.push([
    '纸质证明',
    wantsPaper ? `每名 ${copies || '?'} 份，${pickup ? PICKUPS[pickup] : '领取方式待选择'}` : '不需要',
  ]);
  return (
    <Sheet title="提交前核对">
      <Facts rows={rows} />
    </Sheet>
  );
}

function modeOf(type: CertificateTypeReply, check: BulkPreCheck | undefined): string {
  if (!check || check.automatic === 0 || check.automatic === check.total) {
    return REVIEW_MODES[check?.automatic === 0 ? 'manual' : type.reviewMode];
  }
  return `系统审核 ${check.automatic} 份，人工审核 ${check.total - check.automatic} 份`;
}
