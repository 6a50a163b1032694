import { DownOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import { DUTY_STATES, type DutyState } from '../../bff/contract/ticket-duty/enums.ts';
import { pageUrl } from '../addresses.ts';
import { sentenceOf } from '../providers/failure.ts';
import { StateTag, type Tone } from '../ui/StateTag.tsx';
import { useOwnDuty, usePresenceSwitch } from './use-duty.ts';

export const DUTY_TONES: Record<DutyState, Tone> = { present: 'good', away: 'still', leave: 'wait' };

/** 在岗, 暂离 or 休假: whether new tickets are given to whoever is signed in. */
export function DutySwitch() {
  const { data } = useOwnDuty();
  const set = usePresenceSwitch();
  const navigate = useNavigate();
  const { message } = App.useApp();
  if (!data) return null;
  const choose = (isPresent: boolean) =>
    set.mutate(isPresent, { onError: (error) => void message.error(sentenceOf(error)) });
  const isOnLeave = data.state === 'leave';
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [data.state],
        items: [
          { key: 'present', label: '在岗：分派新工单给我', disabled: isOnLeave, onClick: () => choose(true) },
          { key: 'away', label: '暂离：不再分派新工单', disabled: isOnLeave, onClick: () => choose(false) },
          {
            key: 'leave',
            label: isOnLeave ? '休假中，结束休假…' : '休假：由同事代班…',
            onClick: () => void navigate(pageUrl('duty')),
          },
        ],
      }}
    >
      <Button
        type="text"
        className="duty-switch"
        loading={set.isPending}
        aria-label={`工单在岗状态：${DUTY_STATES[data.state]}`}
      >
        <StateTag tone={DUTY_TONES[data.state]} label={DUTY_STATES[data.state]} />
        <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
