import { useCallback, useEffect, useState } from 'react';
import { Choosing } from './Choosing.tsx';
import { keepPage } from './offline.ts';
import { Opening } from './Opening.tsx';
import { Scanning } from './Scanning.tsx';
import { countUnsent, forgetDoor, listDoors, readDoor, type KeptDoor } from './store.ts';
import { Unlocking } from './Unlocking.tsx';
import type { OpenVault } from './vault.ts';

/** 签到台: of one activity on one device; opened once with a network, and from then on without. */
export function Door({ activityId }: { activityId: number | null }) {
  const [chosen, choose] = useState(activityId);
  const [kept, setKept] = useState<KeptDoor | null>();
  const [vault, setVault] = useState<OpenVault | null>(null);
  const [isKept, setPageKept] = useState<boolean | null>(null);
  useEffect(() => {
    void forgetOld().then(async () => setKept(chosen === null ? null : ((await readDoor(chosen)) ?? null)));
  }, [chosen]);
  const keep = useCallback(() => void keepPage().then(setPageKept), []);
  useEffect(keep, [keep]);
  const leave = useCallback(async () => {
    if (vault) await forgetDoor(vault.door.activityId);
    setVault(null);
    setKept(null);
  }, [vault]);
  if (vault) return <Scanning vault={vault} isPageKept={isKept} onKeepPage={keep} onLeave={leave} />;
  if (chosen === null) return <Choosing onChoose={choose} />;
  if (kept === undefined) return <main className="door" aria-busy="true" />;
  if (kept) return <Unlocking door={kept} onOpen={setVault} />;
  return <Opening activityId={chosen} onOpen={setVault} />;
}

/** Two days after an activity its names and keys go, unless something has not been sent. */
async function forgetOld(): Promise<void> {
  for (const { activityId, until } of await listDoors()) {
    if (until < Date.now() && (await countUnsent(activityId)) === 0) await forgetDoor(activityId);
  }
}
