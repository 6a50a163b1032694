import { Button } from 'antd';
import { useState } from 'react';
import { HOLD_REASONS } from '../../../bff/contract/accounts/holds.ts';
import { activationEndpoints, type HeldRow } from '../../../bff/contract/activation/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { formatInstant } from '../../ui/dates.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';
import { Page } from '../../ui/Page.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { WholeTimes } from '../../ui/WholeTimes.tsx';
import { Grouped } from '../../ui/Grouped.tsx';
import { DecideHeld, type Decision } from './DecideHeld.tsx';
import { memberColumns, Name } from './member-columns.tsx';

const Why = ({ row }: { row: HeldRow }) => (
  <StateTag tone={row.reason === 'objected' ? 'alert' : 'wait'} label={HOLD_REASONS[row.reason]} />
);
const until = ({ heldUntil }: HeldRow) => (heldUntil ? `${formatInstant(heldUntil)} 自动启用` : '须另一人确认');
const who = ({ issuedByName, objectedByName }: HeldRow) =>
  [issuedByName && `${issuedByName} 发放开通码`, objectedByName && `${objectedByName} 提出异议`]
    .filter(Boolean)
    .join('；') || '—';

/** 待确认的开通: accounts that were opened by what staff have seen, for a second person to vouch for or to stop. */
export function HeldList() {
  const address = useAddressFilters([]);
  const [ids, setIds] = useState<number[]>([]);
  const [decision, setDecision] = useState<Decision | null>(null);
  const list = useList({
    paging: address.paging,
    key: ['held-accounts'],
    load: (at, signal) => call(activationEndpoints.listHeld, { query: at }, signal),
    isWork: true,
  });
  const rows = list.query.data?.items ?? [];
  const chosen = rows.filter(({ id, mayRelease }) => mayRelease && ids.includes(id));
  const acts = (row: HeldRow) => (
    <span className="row">
      {row.mayRelease ? (
        <Button size="small" type="primary" onClick={() => setDecision({ act: 'release', rows: [row] })}>
          确认启用
        </Button>
      ) : (
        <span className="quiet">待另一人确认</span>
      )}
      <Button size="small" danger onClick={() => setDecision({ act: 'object', rows: [row] })}>
        停用
      </Button>
    </span>
  );
  return (
    <Page title="待确认的开通" name="待确认的开通" back={{ to: pageUrl('activations'), label: '账号开通' }}>
      <p className="quiet">
        凭工作人员看得到的开通码（信函、当面）开通的账号，72小时内不能申请证明等；会员用登记的手机号、邮箱再收一个验证码，或另一位工作人员核对后确认，可以立即启用。有异议的请点“停用”。
      </p>
      <section className="batch" aria-label="批量办理">
        <div className="row">
          <Button
            type="primary"
            disabled={chosen.length === 0}
            onClick={() => setDecision({ act: 'release', rows: chosen })}
          >
            确认启用{chosen.length > 0 ? `（${chosen.length}）` : ''}
          </Button>
        </div>
      </section>
      <DataTable<HeldRow>
        {...list}
        paging={address.paging}
        empty="没有待确认的开通"
        selection={{ ids, change: setIds, canSelect: ({ mayRelease }) => mayRelease }}
        columns={[
          ...memberColumns<HeldRow>(),
          {
            title: '原因、经办',
            key: 'reason',
            className: 'wrap',
            render: (_, row) => (
              <>
                <Why row={row} />
                <br />
                <span className="quiet">{who(row)}</span>
              </>
            ),
          },
          { title: '开通时间', dataIndex: 'heldAt', className: 'figures', render: formatInstant },
          { title: '何时启用', key: 'until', className: 'figures', render: (_, row) => until(row) },
          { title: '操作', key: 'act', render: (_, row) => acts(row) },
        ]}
        card={(row) => (
          <>
            <strong>
              <Name row={row} />
            </strong>
            <span className="quiet">
              <Grouped value={row.login} />
            </span>
            <Why row={row} />
            <span className="quiet">
              <WholeTimes words={`${formatInstant(row.heldAt)} 开通，${until(row)}。${who(row)}`} />
            </span>
            {acts(row)}
          </>
        )}
      />
      <DecideHeld
        decision={decision}
        onClose={() => {
          setDecision(null);
          setIds([]);
        }}
      />
    </Page>
  );
}
