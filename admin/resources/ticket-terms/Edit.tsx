import { useQuery } from '@tanstack/react-query';
import { App, Skeleton } from 'antd';
import { ticketClockEndpoints, type TicketTermsReply } from '../../../bff/contract/ticket-clocks/endpoints.ts';
import { call } from '../../providers/call.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import type { FieldSpec } from '../../ui/form/form-fields.tsx';
import { InPlaceForm } from '../../ui/form/InPlaceForm.tsx';
import { CampaignInput, campaignWords } from './CampaignInput.tsx';
import { CategoriesInput, categoriesWords } from './CategoriesInput.tsx';

const KEY = ['settings', 'ticket-terms'];

const fields: readonly FieldSpec<TicketTermsReply>[] = [
  {
    name: 'campaign',
    label: '年度考核期间当日办结',
    kind: 'own',
    control: <CampaignInput />,
    words: (value) => campaignWords(value as TicketTermsReply['campaign']),
    isWide: true,
    hint: '期间16:00前收到的当日18:00前办结，之后收到的下一工作日12:00前办结；不晚于平时的时限。',
  },
  {
    name: 'categories',
    label: '平时的时限（办公时间，分钟）',
    kind: 'own',
    control: <CategoriesInput />,
    words: (value) => categoriesWords(value as TicketTermsReply['categories']),
    isWide: true,
    hint: '一个工作日按办公时间计，9:00–11:30、13:30–18:00 为420分钟。修改后未办结的工单随即重算，已用的时间照算。',
  },
];

/** 工单时限. */
export function TicketTermsEdit() {
  const { message } = App.useApp();
  const load = (signal: AbortSignal) => call(ticketClockEndpoints.showTicketTerms, {}, signal);
  const { data, isError, error, refetch } = useQuery({ queryKey: KEY, queryFn: ({ signal }) => load(signal) });
  return (
    <Page title="工单时限" name="工单时限">
      {!data && isError && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <Skeleton active className="sheet padded" />}
      {data && (
        <section className="sheet padded">
          <InPlaceForm
            initial={data}
            cacheKey={KEY}
            load={load}
            fields={fields}
            save={(body) => call(ticketClockEndpoints.updateTicketTerms, { body })}
            toValues={(saved) => saved}
            onSaved={() => void message.success('已保存，未办结的工单将按新的时限重算')}
          />
        </section>
      )}
    </Page>
  );
}
