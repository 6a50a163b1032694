import { Alert, App, Button } from 'antd';
import { changeEndpoints } from '../../../../bff/contract/two-person/endpoints.ts';
import { CHANGE_STATES } from '../../../../bff/contract/two-person/enums.ts';
import { everyFaultOf } from '../../../providers/failure.ts';
import { useMay } from '../../../providers/permission.ts';
import { formatInstant } from '../../../ui/dates.ts';
import { WholeTimes } from '../../../ui/WholeTimes.tsx';
import type { Change } from './FieldChange.tsx';
import { useConfirmProposal } from './use-field-change.ts';

/** What was proposed to a second person, and the second person's word. */
export function Proposal({ proposal }: { proposal: NonNullable<Change['proposal']> }) {
  const { id, state, by, at, decidedBy } = proposal;
  const may = useMay()(changeEndpoints.confirmChange);
  const { message } = App.useApp();
  const confirm = useConfirmProposal();
  const { error } = confirm;
  const ended = decidedBy && state !== 'waiting' ? `，${decidedBy}` : '';
  return (
    <>
      <Alert
        type={state === 'waiting' ? 'info' : state === 'confirmed' ? 'success' : 'warning'}
        showIcon
        role="note"
        title={<WholeTimes words={`${by}于${formatInstant(at)}提请复核：${CHANGE_STATES[state]}${ended}`} />}
        description={state === 'waiting' ? '须由另一位管理员核对证明材料后确认，确认后登记信息才更正' : undefined}
        action={
          state === 'waiting' &&
          may && (
            <Button
              loading={confirm.isPending}
              onClick={() => confirm.mutate(id, { onSuccess: () => void message.success('已确认，登记信息已更正') })}
            >
              确认更正
            </Button>
          )
        }
      />
      {error && <Alert type="error" showIcon role="alert" title={everyFaultOf(error)} />}
    </>
  );
}
