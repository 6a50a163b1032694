import { useState } from 'react';
import { REGISTRATION_STATES } from '../../bff/contract/activities/enums.ts';
import type { RosterEntry } from '../../bff/contract/door/replies.ts';
import { comparedName } from '../../bff/contract/plain-characters.ts';
import { clockOf } from './judge.ts';

const MAX_SHOWN = 20;

/** Somebody without a code: by name, or the last four of licence number or telephone; and who has not signed up. */
export function ByHand({
  entries,
  arrived,
  onChoose,
  onWalkIn,
}: {
  entries: readonly RosterEntry[];
  arrived: ReadonlyMap<number, { at: number }>;
  onChoose(entry: RosterEntry, isForced: boolean): void;
  onWalkIn(licenceNo: string): void;
}) {
  const [asked, setAsked] = useState('');
  const [licenceNo, setLicenceNo] = useState('');
  const text = comparedName(asked);
  const found =
    text === ''
      ? []
      : entries.filter(
          ({ name, licence, phone }) => comparedName(name).includes(text) || licence === text || phone === text,
        );
  return (
    <>
      <label>
        姓名，或执业证号、电话的后四位
        <input value={asked} autoComplete="off" onChange={({ target }) => setAsked(target.value)} />
      </label>
      {text !== '' && found.length === 0 && <p className="quiet">名单上没有找到。</p>}
      <ul className="found">
        {found.slice(0, MAX_SHOWN).map((entry) => (
          <li key={entry.id}>
            <span>
              <strong>{entry.name}</strong> {[entry.firm, entry.group].filter(Boolean).join(' · ')}
              <small>
                执业证号尾号{entry.licence}
                {entry.phone && `，电话尾号${entry.phone}`}
              </small>
            </span>
            <Act entry={entry} at={arrived.get(entry.id)?.at} onChoose={onChoose} />
          </li>
        ))}
      </ul>
      <form
        className="walk-in"
        onSubmit={(event) => {
          event.preventDefault();
          if (licenceNo.trim() === '') return;
          onWalkIn(licenceNo.trim());
          setLicenceNo('');
        }}
      >
        <label>
          现场补报：没有报名的律师的执业证号
          <input
            value={licenceNo}
            inputMode="numeric"
            maxLength={20}
            onChange={({ target }) => setLicenceNo(target.value)}
          />
        </label>
        <button type="submit">补报并签到</button>
      </form>
    </>
  );
}

function Act({
  entry,
  at,
  onChoose,
}: {
  entry: RosterEntry;
  at: number | undefined;
  onChoose(entry: RosterEntry, isForced: boolean): void;
}) {
  if (at !== undefined) return <span className="quiet">{clockOf(at)} 已到</span>;
  if (entry.state === 'registered') {
    return (
      <button type="button" onClick={() => onChoose(entry, false)} aria-label={`签到${entry.name}`}>
        签到
      </button>
    );
  }
  return (
    <button type="button" className="danger" onClick={() => onChoose(entry, true)} aria-label={`放行${entry.name}`}>
      {REGISTRATION_STATES[entry.state]}，仍放行
    </button>
  );
}
