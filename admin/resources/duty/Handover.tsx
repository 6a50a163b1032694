import { Alert, App, Button, Select, Skeleton, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Handover } from '../../../bff/contract/ticket-duty/endpoints.ts';
import { TICKET_CATEGORIES, TICKET_STATES } from '../../../bff/contract/tickets/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { everyFaultOf } from '../../providers/failure.ts';
import { formatInstant } from '../../ui/dates.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import { useIsPhone } from '../../ui/hooks/use-is-phone.ts';
import { useHandover, usePassOn } from './use-handover.ts';

type Row = Handover['tickets'][number];
const due = ({ dueAt }: Row) => (dueAt === null ? '—' : formatInstant(dueAt));
const numberOf = ({ id, number }: Row) => <Link to={pageUrl('ticket', { id })}>{number}</Link>;
const COLUMNS: TableColumnsType<Row> = [
  { title: '编号', key: 'number', className: 'figures', render: (_, one) => numberOf(one) },
  { title: '分类', key: 'category', render: (_, one) => TICKET_CATEGORIES[one.category].label },
  { title: '标题', dataIndex: 'title', className: 'wrap' },
  { title: '提交人', dataIndex: 'askerName', className: 'wrap' },
  { title: '状态', key: 'state', render: (_, one) => TICKET_STATES[one.state] },
  { title: '时限', key: 'due', className: 'figures', render: (_, one) => due(one) },
];

/** 交接: what a colleague has open, as a sheet to be signed, and one button that passes all of it on. */
export function HandoverShow() {
  const { id = '' } = useParams();
  const { data, isError, error, refetch } = useHandover(id);
  if (isError && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="page" paragraph={{ rows: 6 }} />;
  return <Matters id={id} handover={data} />;
}

function Matters({ id, handover: { person, tickets, standsInFor, heirs } }: { id: string; handover: Handover }) {
  const isPhone = useIsPhone();
  const isNothing = tickets.length === 0 && standsInFor.length === 0;
  return (
    <Page
      title={`${person.name}的工单交接`}
      name={`${person.name}的工单交接`}
      back={{ to: pageUrl('duty'), label: '在岗与休假' }}
      actions={
        <Button href={`/api/staff/duty-team/${id}/handover.pdf`} target="_blank">
          打印交接单
        </Button>
      }
    >
      <section className="sheet padded" aria-labelledby="open">
        <h2 id="open">
          未办结的工单 <span className="figures">{tickets.length}</span> 份
        </h2>
        {tickets.length === 0 && <p className="quiet">没有未办结的工单</p>}
        {tickets.length > 0 && !isPhone && (
          <Table<Row> size="small" rowKey="id" columns={COLUMNS} dataSource={tickets} pagination={false} />
        )}
        {isPhone && (
          <ul className="cards">
            {tickets.map((one) => (
              <li key={one.id} className="duty-card">
                <span className="card-line">
                  <span className="figures">{numberOf(one)}</span>
                  <span>{TICKET_STATES[one.state]}</span>
                </span>
                <span>{one.title}</span>
                <span className="quiet">
                  {TICKET_CATEGORIES[one.category].label}；{one.askerName}；时限 {due(one)}
                </span>
              </li>
            ))}
          </ul>
        )}
        {standsInFor.length > 0 && <p>登记为下列同事休假时的代班人：{standsInFor.join('、')}</p>}
      </section>
      {!isNothing && <PassOn id={id} heirs={heirs} />}
    </Page>
  );
}

function PassOn({ id, heirs }: { id: string; heirs: Handover['heirs'] }) {
  const [toId, setToId] = useState<number>();
  const act = usePassOn(id);
  const { message } = App.useApp();
  const pass = () => {
    if (toId !== undefined) act.mutate(toId, { onSuccess: () => void message.success('已全部交接') });
  };
  return (
    <section className="sheet padded" aria-labelledby="pass">
      <h2 id="pass">全部交给</h2>
      <p className="quiet">
        一次办完：未办结的工单和代班都改由接收人负责，移交人不再分派新工单。接收人收到写有工单编号的邮件，操作日志记下交接。
      </p>
      {heirs.length === 0 ? (
        <Alert
          type="warning"
          showIcon
          title="没有一位在职的同事能处理全部这些工单：请先把其中一部分改分类或由其他同事接手，再交接其余的。"
        />
      ) : (
        <span className="page-actions">
          <Select
            aria-label="接收人"
            placeholder="选择接收人"
            style={{ minWidth: 180 }}
            value={toId}
            onChange={setToId}
            options={heirs.map(({ id: value, name }) => ({ value, label: name }))}
          />
          <Button type="primary" disabled={toId === undefined} loading={act.isPending} onClick={pass}>
            全部交接
          </Button>
        </span>
      )}
      {act.error && <Alert type="error" showIcon role="alert" title={everyFaultOf(act.error)} />}
    </section>
  );
}
