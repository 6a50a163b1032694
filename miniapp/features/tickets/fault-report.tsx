import { useState } from 'react';
import { lastFault } from '../../api/last-fault.ts';
import { deviceWords } from '../../platform/device/device-words.ts';
import { Tap } from '../../ui/elements.tsx';
import { CheckMark } from '../../ui/marks/check-mark.tsx';
import { Facts } from '../../ui/sheets/sheet.tsx';
import styles from './tickets.module.css';

/** What goes with a report of 系统故障, as it is shown before sending; the member may leave it out. */
export function useFaultReport(from: string | undefined) {
  const [isOn, setOn] = useState(true);
  const [rows] = useState<[string, string][]>(() =>
    (
      [
        ['页面', from ?? ''],
        ['设备', deviceWords()],
        ['错误编号', lastFault.read()],
      ] satisfies [string, string][]
    ).filter(([, words]) => words !== ''),
  );
  return {
    rows,
    isOn,
    toggle: () => setOn(!isOn),
    addTo: (body: string): string =>
      isOn && rows.length > 0 ? `${body}\n\n${rows.map(([label, words]) => `${label}：${words}`).join('\n')}` : body,
  };
}

export function FaultReport({ report: { rows, isOn, toggle } }: { report: ReturnType<typeof useFaultReport> }) {
  return (
    <>
      <Tap role="checkbox" checked={isOn} label="随工单附上以下信息" onTap={toggle} className={styles.tick}>
        <CheckMark checked={isOn} />
        随工单附上以下信息，便于查找原因
      </Tap>
      {isOn ? <Facts rows={rows} /> : null}
    </>
  );
}
