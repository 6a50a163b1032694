import { Alert, Button, Skeleton } from 'antd';
import { Link } from 'react-router';
import { DUTY_STATES } from '../../../bff/contract/ticket-duty/enums.ts';
import { ticketDutyEndpoints } from '../../../bff/contract/ticket-duty/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { useMay } from '../../providers/permission.ts';
import { DUTY_TONES } from '../../shell/DutySwitch.tsx';
import { useOwnDuty, usePresenceSwitch } from '../../shell/use-duty.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { Leave } from './Leave.tsx';
import { Team } from './Team.tsx';

const WORDS = {
  present: '新工单按未办结的份数分派给在岗的同事，最少的先得。',
  away: '不再分派新工单；手中的工单仍由您处理。',
  leave: '手中未办结的工单和会员的新答复由代班人处理。',
} as const;

/** 在岗与休假: one's own switch and leave, and for whoever leads the desk the team. */
export function DutyShow() {
  const { data, isError, error, refetch } = useOwnDuty();
  const set = usePresenceSwitch();
  const leads = useMay()(ticketDutyEndpoints.showDutyTeam);
  return (
    <Page title="在岗与休假" name="在岗与休假">
      {isError && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <Skeleton active className="sheet padded" />}
      {data && (
        <section className="sheet padded" aria-labelledby="own">
          <h2 id="own">
            我的状态 <StateTag tone={DUTY_TONES[data.state]} label={DUTY_STATES[data.state]} />
          </h2>
          <p>
            {WORDS[data.state]}您有 <span className="figures">{data.openTickets}</span> 份未办结的工单，
            <Link to={pageUrl('tickets', { scope: 'mine' })}>查看我的工单</Link>
          </p>
          {data.state !== 'leave' && (
            <p>
              <Button loading={set.isPending} onClick={() => set.mutate(data.state !== 'present')}>
                {data.state === 'present' ? '暂离' : '在岗'}
              </Button>
            </p>
          )}
          {set.error && <Alert type="error" showIcon role="alert" title={sentenceOf(set.error)} />}
          <h3>休假</h3>
          <Leave id={null} duty={data} />
        </section>
      )}
      {leads && <Team />}
    </Page>
  );
}
