import { useQuery } from '@tanstack/react-query';
import { LAWYER_CATEGORIES, SEXES } from '../../../bff/contract/registry/enums.ts';
import type { MemberAccount } from '../../../bff/contract/accounts/replies.ts';
import { registryEndpoints, type OwnRecord } from '../../../bff/contract/registry/endpoints.ts';
import { groupDigits, toChineseDate } from '../../../bff/contract/text.ts';
import { call } from '../../api/client.ts';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Button } from '../../ui/button.tsx';
import { wrongEntry } from '../../shell/wrong-entry.ts';
import { Facts, Notice, Sheet, type FactRow } from '../../ui/sheets/sheet.tsx';
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
        证明内容以上述登记信息为准。如信息有误，请点该项的“信息有误”申请更正，更正办结前提交的证明申请由人工审核；急用请联系协会
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

function rowsOf(record: OwnRecord): FactRow[] {
  if (record.kind === 'firm') {
    const wrong = wrongEntry('firm');
    return [
      ['律师事务所名称', record.name, wrong('name')],
      ['办公地址', record.address, wrong('address')],
      ['执业许可证号', groupDigits(record.licenceNo), wrong('licenceNo')],
      ['统一社会信用代码', groupDigits(record.uscc), wrong('uscc')],
      ['律所批准日期', toChineseDate(record.approvedOn), wrong('approvedOn')],
    ];
  }
  const wrong = wrongEntry('lawyer');
  return [
    ['姓名', record.name, wrong('name')],
    ['性别', SEXES[record.sex], wrong('sex')],
    ['执业证号', groupDigits(record.licenceNo), wrong('licenceNo')],
    ['执业机构', record.firmName, wrong('transfer')],
    ['执业类别', LAWYER_CATEGORIES[record.category], wrong('category')],
    ['首次执业日期', toChineseDate(record.firstPractisedOn), wrong('firstPractisedOn')],
  ];
}
