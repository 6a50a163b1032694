import { useState } from 'react';
import { DIRECTIONS, type Direction } from '../../bff/contract/door/enums.ts';
import { ByHand } from './ByHand.tsx';
import { Camera } from './Camera.tsx';
import { clockOf, type Verdict } from './judge.ts';
import { useDoor } from './use-door.ts';
import type { OpenVault } from './vault.ts';

const WAYS = { camera: '扫码', hand: '手工' } as const;
const MARKS: Record<Verdict['tone'], string> = { yes: '✓', already: '＝', no: '✕' };
/** More than this a device's clock is wrong, and its owner is told. */
const CLOCK_WRONG_MS = 5 * 60_000;

/** The open door: what was read last, how many are in, what has been sent. */
export function Scanning({
  vault,
  isPageKept,
  onKeepPage,
  onLeave,
}: {
  vault: OpenVault;
  isPageKept: boolean | null;
  onKeepPage(): void;
  onLeave(): void;
}) {
  const door = useDoor(vault);
  const { entries, arrived, unsent, link, verdict } = door;
  const [way, setWay] = useState<keyof typeof WAYS>('camera');
  const [direction, setDirection] = useState<Direction>('in');
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState('');
  const seated = entries.filter(({ state }) => state === 'registered').length;
  const refresh = () => {
    setFault('');
    onKeepPage();
    door.refresh().catch((error: Error) => setFault(error.message));
  };
  const leave = () => {
    if (unsent !== 0) return setFault(`还有${unsent ?? ''}条签到没有上传，联网上传后才能退出`);
    // Who is told nothing waits for this device until staff dismiss it.
    return void door.sayLeft().finally(onLeave);
  };
  const reopen = () => {
    setFault('');
    door.reopen().catch((error: Error) => setFault(error.message));
  };
  return (
    <main className="door">
      <header>
        <h1>{vault.door.title}</h1>
        <p>
          {vault.door.entrance} · 已到 <strong>{arrived.size}</strong> / {seated}
        </p>
        <p role="status" className={link.isOnline ? 'state' : 'state offline'}>
          {link.isOnline ? '已联网' : link.fault || '离线'} ·{' '}
          {unsent === null ? '…' : unsent === 0 ? '全部已上传' : `${unsent}条待上传，保存在本机`}
        </p>
        <p className="state">
          名单已下载 {entries.length} 人 · {clockOf(door.downloadedAt)} ·{' '}
          {isPageKept === null ? '正在准备离线…' : isPageKept ? '可离线' : '不能离线，请保持联网或换用其他浏览器'}
        </p>
        {Math.abs(link.offsetMs) > CLOCK_WRONG_MS && (
          <p role="alert" className="fault">
            本机时钟相差{Math.round(Math.abs(link.offsetMs) / 60_000)}分钟，已按服务器时间记录，请校准
          </p>
        )}
      </header>
      <div className="choices" role="group" aria-label="方式">
        {(Object.keys(WAYS) as (keyof typeof WAYS)[]).map((key) => (
          <button key={key} type="button" aria-pressed={way === key} onClick={() => setWay(key)}>
            {WAYS[key]}
          </button>
        ))}
        {(Object.keys(DIRECTIONS) as Direction[]).map((key) => (
          <button key={key} type="button" aria-pressed={direction === key} onClick={() => setDirection(key)}>
            {DIRECTIONS[key]}
          </button>
        ))}
      </div>
      {verdict && (
        <button
          type="button"
          className={`verdict ${verdict.tone}`}
          onClick={() => door.setVerdict(null)}
          aria-live="assertive"
        >
          <span aria-hidden="true">{MARKS[verdict.tone]}</span>
          <strong>{verdict.name}</strong>
          <span>{verdict.words}</span>
        </button>
      )}
      {way === 'camera' ? (
        <>
          <Camera onRead={(read) => void door.onRead(read, direction)} />
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (typed.trim() === '') return;
              void door.onRead(typed.trim(), direction);
              setTyped('');
            }}
          >
            <label>
              扫码枪
              <input
                value={typed}
                autoComplete="off"
                placeholder="点此后用扫码枪扫"
                onChange={({ target }) => setTyped(target.value)}
              />
            </label>
          </form>
        </>
      ) : (
        <ByHand
          entries={entries}
          arrived={arrived}
          onChoose={(entry, isForced) => void door.onHand(entry, direction, isForced)}
          onWalkIn={(licenceNo) => void door.onWalkIn(licenceNo)}
        />
      )}
      {link.isEnded && (
        <p className="quiet">
          工作人员在本机 <a href={`/admin/activities/${vault.door.activityId}/door`}>登录</a> 后可以
          <button type="button" onClick={reopen}>
            重新开启本机
          </button>
          ，没有上传的签到随即上传。
        </p>
      )}
      {fault && (
        <p role="alert" className="fault">
          {fault}
        </p>
      )}
      <footer>
        <button type="button" onClick={refresh}>
          更新名单
        </button>
        <button type="button" onClick={() => void door.send()}>
          立即上传
        </button>
        <button type="button" onClick={leave}>
          退出签到台
        </button>
      </footer>
    </main>
  );
}
