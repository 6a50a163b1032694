import { useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { SESSION_KEY } from '../../providers/session-key.ts';
import { DoorSheet } from './DoorSheet.tsx';
import { SecondFactorSetup } from './SecondFactorSetup.tsx';

/** The roles ask for a second factor: nothing else can be done before there is one. */
export function FirstSecondFactor() {
  const client = useQueryClient();
  return (
    <DoorSheet title="设置二次验证">
      <Alert type="info" showIcon title="您的角色须开启二次验证，设置完成后即可继续工作。" />
      <SecondFactorSetup onDone={() => void client.invalidateQueries({ queryKey: SESSION_KEY })} />
    </DoorSheet>
  );
}
