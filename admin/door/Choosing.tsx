import { useEffect, useState } from 'react';
import { listDoors, type KeptDoor } from './store.ts';

/** The page that opens from the home screen: the doors that this device keeps. */
export function Choosing({ onChoose }: { onChoose(activityId: number): void }) {
  const [doors, setDoors] = useState<KeptDoor[]>();
  useEffect(() => void listDoors().then(setDoors), []);
  if (!doors) return <main className="door" aria-busy="true" />;
  return (
    <main className="door">
      <h1>签到台</h1>
      {doors.length === 0 && (
        <p>
          本机还没有签到台。请用工作人员账号在 <a href="/admin/activities">活动</a> 中打开一项活动，点“签到”，再开启。
        </p>
      )}
      {doors.map(({ activityId, title, entrance }) => (
        <button key={activityId} type="button" className="choice" onClick={() => onChoose(activityId)}>
          <strong>{title}</strong>
          <span>{entrance}</span>
        </button>
      ))}
    </main>
  );
}
