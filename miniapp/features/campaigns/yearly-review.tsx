import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { campaignEndpoints, type YearlyReview } from '../../../bff/contract/campaigns/endpoints.ts';
import { CAMPAIGN_PROGRESS } from '../../../bff/contract/campaigns/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { ApiError, faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { ActionBar } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Box, Link } from '../../ui/elements.tsx';
import { Switch } from '../../ui/fields/switch.tsx';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Facts, Notice, Sheet } from '../../ui/sheets/sheet.tsx';

const keyOf = (id: number) => ['own-campaigns', id];

/** 年度核对: what is asked, what the registry says otherwise, and one tap that says that all is as it was. */
export function YearlyReviewSheet({ id }: { id: number }) {
  const query = useQuery({
    queryKey: keyOf(id),
    queryFn: () => call(campaignEndpoints.showYearlyReview, { params: { id: String(id) } }),
  });
  if (query.isError && !query.data) return <Failure fault={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) {
    return (
      <Sheet>
        <Skeleton lines={5} />
      </Sheet>
    );
  }
  return <Review key={query.data.version} review={query.data} onStale={() => void query.refetch()} />;
}

function Review({ review, onStale }: { review: YearlyReview; onStale: () => void }) {
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const { id, title, words, dueOn, graceUntil, isLate, state, version, registryChanges, can } = review;
  const confirm = async () => {
    setBusy(true);
    setError('');
    try {
      const body = { version, checkedRegistry: isChecked };
      const done = await call(campaignEndpoints.confirmUnchanged, { params: { id: String(id) }, body });
      queryClient.setQueryData(keyOf(id), done);
      void queryClient.invalidateQueries({ queryKey: ['own-campaigns'], exact: true });
      showToast('已确认，谢谢');
    } catch (fault) {
      setError((fault instanceof ApiError ? fault.fields['checkedRegistry'] : undefined) ?? faultText(fault));
      onStale();
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Sheet title={title}>
        <Facts
          rows={[
            ['截止日期', isLate ? `${dueOn}（已过，逾期受理到${graceUntil}）` : dueOn],
            ['进度', CAMPAIGN_PROGRESS[state]],
            ...(words ? ([['说明', words]] as const) : []),
          ]}
        />
        {state === 'approved' ? <Notice tone="good">您已完成本次核对。</Notice> : null}
        {can.confirm ? (
          <Notice>请核对下方的全部信息。没有变化的，点“确认无变化”即完成；有变化的，先申请变更再确认。</Notice>
        ) : null}
        {!can.confirm && state !== 'approved' && state !== 'excused' ? (
          <Notice>
            信息补全尚未通过审核，审核通过即完成本次核对。
            <Link href={pageUrl('profile')}>信息补全</Link>
          </Notice>
        ) : null}
      </Sheet>
      {can.confirm && registryChanges.length > 0 ? (
        <Sheet title="登记信息有变更，请先核对">
          <Facts
            rows={registryChanges.map(({ label, before, after }) => [
              label,
              `${before || '（空）'} → ${after || '（空）'}`,
            ])}
          />
          <Box>
            <Switch label="以上变更属实" isOn={isChecked} onToggle={() => setChecked(!isChecked)} />
          </Box>
          <Link href={pageUrl('correctionForm', {})}>不属实，申请更正</Link>
        </Sheet>
      ) : null}
      {can.confirm ? (
        <ActionBar>
          {error ? <Notice tone="bad">{error}</Notice> : null}
          <Button onTap={() => void confirm()} busyLabel={isBusy && '正在确认…'}>
            确认无变化
          </Button>
          <Link href={pageUrl('ownFile')}>有变化，去修改</Link>
        </ActionBar>
      ) : null}
    </>
  );
}
