import { Alert, Button, Popconfirm, Skeleton } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { CAMPAIGN_KINDS, CAMPAIGN_PROGRESS, type CampaignProgress } from '../../../bff/contract/campaigns/enums.ts';
import type { CampaignDetail } from '../../../bff/contract/campaigns/replies.ts';
import { describe } from '../../../bff/contract/eligibility/describe.ts';
import { pageUrl } from '../../addresses.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { formatInstant } from '../../ui/dates.ts';
import { FactList, type Fact } from '../../ui/FactList.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { Page } from '../../ui/Page.tsx';
import { CampaignTag } from './CampaignTag.tsx';
import { GrantForm } from './GrantForm.tsx';
import { Members } from './Members.tsx';
import { useCampaign, useClosing, useStarting } from './use-campaigns.ts';

const PROGRESS = Object.keys(CAMPAIGN_PROGRESS) as CampaignProgress[];

/** One campaign: its numbers, what can be done, and whom it is for. */
export function CampaignShow() {
  const { id = '' } = useParams();
  const { data, isError, error, refetch } = useCampaign(id);
  if (!data && isError) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="page" paragraph={{ rows: 10 }} />;
  return (
    <Page
      title={
        <>
          {data.title} <CampaignTag state={data.state} />
        </>
      }
      name={data.title}
      back={{ to: pageUrl('campaigns'), label: '补全与核对活动' }}
    >
      {data.openedAt && (
        <div className="numbers">
          {PROGRESS.map((state) => (
            <Figure
              key={state}
              label={CAMPAIGN_PROGRESS[state]}
              value={data.counts[state]}
              to={pageUrl('campaign', { id: data.id, state })}
            />
          ))}
        </div>
      )}
      <Acts key={data.version} campaign={data} />
      <section className="sheet padded">
        <h2>内容</h2>
        <FactList facts={factsOf(data)} />
      </section>
      {data.openedAt && <Members campaign={data} />}
    </Page>
  );
}

function factsOf(campaign: CampaignDetail): Fact[] {
  const { kind, words, eligibility, opensOn, dueOn, graceUntil, isPriority, createdBy, closedAt, closedBy } = campaign;
  return [
    ['内容', CAMPAIGN_KINDS[kind]],
    ['时间', `${opensOn} 至 ${dueOn}，逾期受理到 ${graceUntil}`],
    ['范围', eligibility ? describe(eligibility) : '全体律师'],
    ['首页提示', isPriority ? '是' : '否'],
    ['说明', words || '—'],
    ['经办人', createdBy],
    ...(closedAt ? [['结束', `${closedBy}，${formatInstant(closedAt)}，名单已固定`] satisfies Fact] : []),
  ];
}

function Acts({ campaign }: { campaign: CampaignDetail }) {
  const navigate = useNavigate();
  const [open, setOpen] = useState<'delay' | 'excuse' | null>(null);
  const starting = useStarting(campaign);
  const closing = useClosing(campaign);
  const { can, id } = campaign;
  const error = starting.error ?? closing.error;
  return (
    <section className="sheet padded">
      {error && <Alert type="error" showIcon role="alert" title={sentenceOf(error)} />}
      <div className="row">
        {can.start && (
          <Popconfirm
            title="开始后范围和内容不能再改"
            okText="开始"
            cancelText="取消"
            onConfirm={() => starting.mutate(undefined)}
          >
            <Button type="primary" loading={starting.isPending}>
              开始
            </Button>
          </Popconfirm>
        )}
        {can.edit && <Button onClick={() => void navigate(pageUrl('campaignEdit', { id }))}>修改</Button>}
        {can.grant && <Button onClick={() => setOpen('delay')}>延期</Button>}
        {can.grant && <Button onClick={() => setOpen('excuse')}>豁免</Button>}
        {can.close && (
          <Popconfirm
            title="结束后名单固定，不能恢复"
            okText="结束"
            cancelText="取消"
            onConfirm={() => closing.mutate(undefined)}
          >
            <Button danger loading={closing.isPending}>
              提前结束
            </Button>
          </Popconfirm>
        )}
      </div>
      {open && <GrantForm key={open} which={open} campaign={campaign} onClose={() => setOpen(null)} />}
    </section>
  );
}
