import { useState } from 'react';
import { faultText } from '../../api/api-error.ts';
import { useSending } from '../../application/use-sending.ts';
import { openAddress, opensAddresses } from '../../platform/device/open-address.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/sheets/modal.tsx';
import { enterMeeting } from './use-activities.ts';

/**
 * 进入会议 of an online activity. The address is asked for on the tap and opened on a second one: browsers open nothing new
 * that no tap asked for just now.
 */
export function MeetingEntry({ registrationId }: { registrationId: number }) {
  const [address, setAddress] = useState('');
  const { isBusy, send } = useSending([]);
  const ask = () =>
    void send(async () => {
      try {
        setAddress(await enterMeeting(registrationId));
      } catch (fault) {
        showToast(faultText(fault));
      }
    });
  return (
    <>
      <Button onTap={ask} busyLabel={isBusy && '正在取得链接…'}>
        进入会议
      </Button>
      <Confirm
        isOpen={address !== ''}
        onClose={() => setAddress('')}
        title="进入会议"
        question={`请在会议中使用“执业证号 姓名”作为名称，按此计算在线时长；请不要把链接转给他人。${opensAddresses ? '' : '复制后在浏览器或会议软件中打开。'}`}
        act={opensAddresses ? '打开会议链接' : '复制会议链接'}
        kind="primary"
        onAct={() => {
          openAddress(address);
          setAddress('');
        }}
        error=""
      />
    </>
  );
}
