import { Alert, App, Button, Modal, Skeleton, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ROLES } from '../../../bff/contract/accounts/enums.ts';
import { DUTY_STATES } from '../../../bff/contract/ticket-duty/enums.ts';
import type { DutyTeam } from '../../../bff/contract/ticket-duty/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { DUTY_TONES } from '../../shell/DutySwitch.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { WholeTimes } from '../../ui/WholeTimes.tsx';
import { useIsPhone } from '../../ui/hooks/use-is-phone.ts';
import { Leave } from './Leave.tsx';
import { useDutyAct, useTeam } from './use-team.ts';

type Person = DutyTeam['items'][number];

const State = ({ state }: Pick<Person, 'state'>) => <StateTag tone={DUTY_TONES[state]} label={DUTY_STATES[state]} />;
const rolesOf = ({ roles }: Person) => roles.map((role) => ROLES[role]).join('、');
const leaveOf = ({ leave }: Person) =>
  leave ? <WholeTimes words={`${leave.from} 至 ${leave.until}，${leave.standIn.name}代班`} /> : '—';

/** Everybody who works on tickets; whoever leads them sets a switch that was forgotten, or enters the leave of who is ill. */
export function Team() {
  const { data, isError, error, refetch } = useTeam();
  const isPhone = useIsPhone();
  const columns: TableColumnsType<Person> = [
    { title: '姓名', dataIndex: 'name' },
    { title: '角色', key: 'roles', className: 'wrap', render: (_, one) => rolesOf(one) },
    { title: '状态', key: 'state', render: (_, one) => <State state={one.state} /> },
    { title: '未办结工单', dataIndex: 'openTickets', className: 'figures' },
    { title: '休假', key: 'leave', className: 'wrap', render: (_, one) => leaveOf(one) },
    { title: '设定', key: 'acts', render: (_, one) => <Acts person={one} /> },
  ];
  return (
    <section className="sheet padded" aria-labelledby="team">
      <h2 id="team">同事</h2>
      {isError && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <Skeleton active />}
      {data && !isPhone && (
        <div className="rows">
          <Table<Person> size="small" rowKey="id" columns={columns} dataSource={data.items} pagination={false} />
        </div>
      )}
      {data?.left.map(({ id, name, openTickets }) => (
        <Alert
          key={id}
          type="warning"
          showIcon
          title={
            <>
              {name}的账号已停用，还有 <span className="figures">{openTickets}</span> 份工单没有办结，
              <Link to={pageUrl('handover', { id })}>交接给同事</Link>
            </>
          }
        />
      ))}
      {data && isPhone && (
        <ul className="cards">
          {data.items.map((one) => (
            <li key={one.id} className="duty-card">
              <span className="card-line">
                <strong>{one.name}</strong>
                <State state={one.state} />
              </span>
              <span className="quiet">{rolesOf(one)}</span>
              <span>
                未办结 <span className="figures">{one.openTickets}</span> 份{one.leave && <>；{leaveOf(one)}</>}
              </span>
              <Acts person={one} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Acts({ person }: { person: Person }) {
  const act = useDutyAct(person.id);
  const [isOpen, setOpen] = useState(false);
  const { message } = App.useApp();
  const isPresent = person.state === 'present';
  const set = () =>
    act.mutate(
      { act: 'presence', isPresent: !isPresent },
      { onError: (error) => void message.error(sentenceOf(error)) },
    );
  return (
    <span className="page-actions">
      {person.state !== 'leave' && (
        <Button size="small" loading={act.isPending} onClick={set}>
          {isPresent ? '设为暂离' : '设为在岗'}
        </Button>
      )}
      <Button size="small" onClick={() => setOpen(true)}>
        休假
      </Button>
      <Link to={pageUrl('handover', { id: person.id })}>交接</Link>
      <Modal open={isOpen} title={`${person.name}的休假`} footer={null} destroyOnHidden onCancel={() => setOpen(false)}>
        <Leave id={person.id} duty={person} onSaved={() => setOpen(false)} />
      </Modal>
    </span>
  );
}
