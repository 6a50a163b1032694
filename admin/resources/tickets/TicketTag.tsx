import { TICKET_STATES, type TicketState } from '../../../bff/contract/tickets/enums.ts';
import type { TicketRow } from '../../../bff/contract/tickets/endpoints.ts';
import { formatInstant } from '../../ui/dates.ts';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';

const TONES: Record<TicketState, Tone> = {
  waiting: 'wait',
  working: 'busy',
  asked: 'wait',
  solved: 'good',
  lapsed: 'still',
  closed: 'still',
  cancelled: 'still',
  merged: 'still',
};

export const TicketTag = ({ state }: { state: TicketState }) => (
  <StateTag tone={TONES[state]} label={TICKET_STATES[state]} />
);

/** 逾期 1小时15分, in red. */
export const Overdue = ({ words }: { words: string }) => (
  <span className="overdue">
    <StateTag tone="alert" label={`逾期 ${words}`} />
  </span>
);

/** 剩余 1小时20分（办公时间）, that it is overdue, or that its clock stands while the member has to add something. */
export function TicketDue({
  state,
  dueAt,
  leftMinutes,
  isSoon,
  isExpected,
}: Pick<TicketRow, 'state' | 'dueAt' | 'leftMinutes' | 'isSoon' | 'isExpected'>) {
  if (dueAt === null || leftMinutes === null) {
    return <span className="quiet">{state === 'asked' ? '暂停计时' : '—'}</span>;
  }
  const title = `${formatInstant(dueAt)}${isExpected ? '（节假日尚未录入，预计）' : ''}`;
  const words = openTime(Math.abs(leftMinutes));
  return (
    <span title={title}>
      {leftMinutes < 0 ? (
        <Overdue words={words} />
      ) : isSoon ? (
        <StateTag tone="wait" label={`剩余 ${words}`} />
      ) : (
        <span className="figures">剩余 {words}</span>
      )}
    </span>
  );
}

export const openTime = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return `${hours > 0 ? `${hours}小时` : ''}${rest > 0 || hours === 0 ? `${rest}分` : ''}`;
};
