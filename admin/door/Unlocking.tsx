import { useState } from 'react';
import { PIN_DIGITS } from '../../bff/contract/door/limits.ts';
import type { KeptDoor } from './store.ts';
import { openVault, type OpenVault } from './vault.ts';

/** After a reload or a restart: the local PIN, without a network. */
export function Unlocking({ door, onOpen }: { door: KeptDoor; onOpen(vault: OpenVault): void }) {
  const [pin, setPin] = useState('');
  const [isWrong, setWrong] = useState(false);
  const open = async () => {
    const vault = await openVault(door, pin);
    if (vault) return onOpen(vault);
    setPin('');
    return setWrong(true);
  };
  return (
    <main className="door">
      <h1>{door.title}</h1>
      <p>{door.entrance}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <label>
          本机密码
          <input
            value={pin}
            type="password"
            inputMode="numeric"
            autoComplete="off"
            autoFocus
            maxLength={PIN_DIGITS}
            onChange={(event) => setPin(event.target.value)}
          />
        </label>
        {isWrong && (
          <p role="alert" className="fault">
            密码不对，请重新输入
          </p>
        )}
        <button type="submit" className="primary">
          打开签到台
        </button>
      </form>
    </main>
  );
}
