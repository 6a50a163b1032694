import { useState } from 'react';
import { doorEndpoints } from '../../bff/contract/door/endpoints.ts';
import { MAX_ENTRANCE, PIN_DIGITS } from '../../bff/contract/door/limits.ts';
import { post, Refused } from './post.ts';
import { keepDoor } from './store.ts';
import { newVault, type OpenVault } from './vault.ts';

/** Makes this device one of the door: with a network and a session of staff, once. */
export function Opening({ activityId, onOpen }: { activityId: number; onOpen(vault: OpenVault): void }) {
  const [entrance, setEntrance] = useState('');
  const [pin, setPin] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<{ words: string; isSignedOut: boolean } | null>(null);
  const open = async () => {
    if (!new RegExp(`^\\d{${PIN_DIGITS}}$`).test(pin)) {
      setFault({ words: `请设置${PIN_DIGITS}位数字的本机密码`, isSignedOut: false });
      return;
    }
    setBusy(true);
    setFault(null);
    try {
      const opened = await post(doorEndpoints.openDoor, { entrance }, { id: String(activityId) });
      const vault = await newVault(opened, pin);
      await keepDoor(vault.door);
      onOpen(vault);
    } catch (error) {
      const words = error instanceof Refused ? error.message : '没有网络，第一次开启需要联网';
      setFault({ words, isSignedOut: error instanceof Refused && error.code === 'not_signed_in' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="door">
      <h1>开启签到台</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <label>
          入口名称
          <input
            value={entrance}
            maxLength={MAX_ENTRANCE}
            placeholder="例如：1号口"
            onChange={(e) => setEntrance(e.target.value)}
          />
        </label>
        <label>
          本机密码（{PIN_DIGITS}位数字）
          <input
            value={pin}
            type="password"
            inputMode="numeric"
            autoComplete="off"
            maxLength={PIN_DIGITS}
            onChange={(e) => setPin(e.target.value)}
          />
        </label>
        <p className="quiet">
          刷新、重启后凭本机密码打开，不需要网络和登录。名单加密保存在本机，活动结束48小时后或退出签到台时清除。
        </p>
        {fault && (
          <p role="alert" className="fault">
            {fault.words}
            {fault.isSignedOut && (
              <>
                {' '}
                <a href={`/admin/activities/${activityId}/door`}>去登录</a>
              </>
            )}
          </p>
        )}
        <button type="submit" className="primary" disabled={isBusy}>
          {isBusy ? '正在下载名单…' : '下载名单并开启'}
        </button>
      </form>
    </main>
  );
}
