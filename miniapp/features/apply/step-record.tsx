import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LAWYER_CATEGORIES, SEXES } from '../../../bff/contract/registry/enums.ts';
import type { MemberAccount } from '../../../bff/contract/accounts/replies.ts';
import { registryEndpoints, type OwnRecord } from '../../../bff/contract/registry/endpoints.ts';
import { groupDigits, toChineseDate } from '../../../bff/contract/text.ts';
import { call } from '../../api/client.ts';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Button } from '../../ui/button.tsx';
import { Facts, Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { PhoneNumber } from '../../office/office-phone.tsx';
import { useOffice } from '../../office/use-office.ts';
import { ActionBar } from '../../shell/page.tsx';
import { useDraft } from '../../application/draft.ts';

/** Step 1 信息确认: what the association has on record, read-only. */
export function StepRecord({ account }: { account: MemberAccount }) {
  const goTo = useDraft((state) => state.goTo);
  const office = useOffice();
  const record = useQuery({
    queryKey: ['record', account.id],
    queryFn: () => call(registryEndpoints.showOwnRecord, {}),
  });
  return (
    <>
      <Sheet title="登记信息">
        {record.isError ? (
          <Failure fault={record.error} onRetry={() => void record.refetch()} />
        ) : record.data ? (
          <Facts rows={rowsOf(record.data)} />
        ) : (
          <Skeleton lines={6} />
        )}
      </Sheet>
      <Notice>
        证明内容以上述登记信息为准。如信息有误，请先联系协会更正
        {office.data ? (
          <>
            ：<PhoneNumber number={office.data.registryPhone} />
          </>
        ) : null}
        。
      </Notice>
      <ActionBar>
        <Button disabled={!record.data} onTap={() => goTo('type')}>
          信息无误，下一步
        </Button>
      </ActionBar>
    </>
  );
}

function rowsOf(record: OwnRecord): [string, ReactNode][] {
  if (record.kind === 'firm') {
    return [
      ['律师事务所名称', record.name],
      ['办公地址', record.address],
      ['执业许可证号', groupDigits(record.licenceNo)],
      ['统一社会信用代码', groupDigits(record.uscc)],
      ['律所批准日期', toChineseDate(record.approvedOn)],
    ];
  }
  return [
    ['姓名', record.name],
    ['性别', SEXES[record.sex]],
    ['执业证号', groupDigits(record.licenceNo)],
    ['执业机构', record.firmName],
    ['执业类别', LAWYER_CATEGORIES[record.category]],
    ['首次执业日期', toChineseDate(record.firstPractisedOn)],
  ];
}
