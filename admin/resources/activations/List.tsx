import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import {
  ACTIVATION_CHANNELS,
  ACTIVATION_STATES,
  CONTACT_FIELDS,
  type ActivationState,
} from '../../../bff/contract/activation/enums.ts';
import { activationEndpoints, type ActivationRow } from '../../../bff/contract/activation/endpoints.ts';
import { SUBJECT_KINDS, type SubjectKind } from '../../../bff/contract/registry/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { useMay } from '../../providers/permission.ts';
import { formatDay, formatInstant } from '../../ui/dates.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { Page } from '../../ui/Page.tsx';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';
import { Grouped } from '../../ui/Grouped.tsx';
import { HandOver } from './HandOver.tsx';
import { memberColumns, Name } from './member-columns.tsx';
import { WorkBar } from './WorkBar.tsx';

const filters = [
  { kind: 'choice', name: 'kind', label: '会员类别', options: SUBJECT_KINDS },
  { kind: 'choice', name: 'state', label: '状态', options: ACTIVATION_STATES },
  { kind: 'text', name: 'search', label: '名称开头或账号' },
] as const satisfies Filter<string>[];
const TONES: Record<ActivationState, Tone> = { none: 'still', requested: 'wait', sent: 'busy', expired: 'alert' };
const State = ({ row }: { row: ActivationRow }) => (
  <StateTag tone={TONES[row.state]} label={ACTIVATION_STATES[row.state]} />
);
/** Whether a text opens it, and which changed contacts wait until when. */
const byText = ({ hasMobile, held }: ActivationRow) =>
  [
    hasMobile ? '可以' : '不能',
    ...held.map(({ field, until }) => `${CONTACT_FIELDS[field]}变更，${formatDay(until)}起可用`),
  ].join('；');
const lastCode = ({ code }: ActivationRow) =>
  code
    ? `${ACTIVATION_CHANNELS[code.channel]}，${formatInstant(code.issuedAt)}，${code.issuedBy}，${formatInstant(code.expiresAt)} 到期`
    : '—';

/** 账号开通: who has not come yet, and the codes that bring them in. */
export function ActivationList() {
  const address = useAddressFilters(['kind', 'state', 'search']);
  const { state, search } = address.values;
  const kind = address.values.kind as SubjectKind | undefined;
  const [ids, setIds] = useState<number[]>([]);
  const [handing, setHanding] = useState<ActivationRow | null>(null);
  const handOver = (row: ActivationRow) => (
    <Button size="small" onClick={() => setHanding(row)}>
      当面发放
    </Button>
  );
  const mayCheck = useMay()(activationEndpoints.listContactChanges);
  const list = useList({
    paging: address.paging,
    key: ['activations', kind, state, search],
    load: (at, signal) =>
      call(
        activationEndpoints.listActivations,
        { query: { kind, state: state as ActivationState, search, ...at } },
        signal,
      ),
    isWork: true,
  });
  return (
    <Page
      title="账号开通"
      name="账号开通"
      actions={
        <>
          <Link to={pageUrl('heldAccounts')}>
            <Button>待确认的开通</Button>
          </Link>
          {mayCheck && (
            <>
              <Link to={pageUrl('contactChanges')}>
                <Button>联系方式复核</Button>
              </Link>
              <Link to={pageUrl('memberChanges')}>
                <Button>证件号码、负责人复核</Button>
              </Link>
            </>
          )}
        </>
      }
    >
      <p className="quiet">
        这里是尚未设置密码的会员。登记了手机号的，本人可以自己用短信验证码开通；其余的发开通码，30天内有效，只能用一次，重新发放后旧码作废。
      </p>
      <FilterBar filters={filters} address={address} />
      <WorkBar kind={kind} rows={list.query.data?.items ?? []} ids={ids} onDone={() => setIds([])} />
      <DataTable<ActivationRow>
        {...list}
        paging={address.paging}
        empty="会员都已开通"
        selection={{ ids, change: setIds, canSelect: () => true }}
        columns={[
          ...memberColumns<ActivationRow>(),
          ...(kind !== 'firm' ? [{ title: '执业机构', dataIndex: 'firmName' }] : []),
          { title: '状态', key: 'state', render: (_, row) => <State row={row} /> },
          {
            title: '短信开通',
            key: 'hasMobile',
            render: (_, row) => byText(row),
          },
          { title: '最近一次开通码', key: 'code', className: 'wrap', render: (_, row) => lastCode(row) },
          { title: '操作', key: 'act', render: (_, row) => handOver(row) },
        ]}
        card={(row) => (
          <>
            <span className="card-line">
              <strong>
                <Name row={row} />
              </strong>
              <State row={row} />
            </span>
            <span className="quiet">
              <Grouped value={row.login} />
            </span>
            <span className="quiet">
              短信开通：{byText(row)} {row.code && lastCode(row)}
            </span>
            {handOver(row)}
          </>
        )}
      />
      <HandOver member={handing} onClose={() => setHanding(null)} />
    </Page>
  );
}
