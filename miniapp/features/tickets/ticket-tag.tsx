import { TICKET_STATES, type TicketState } from '../../../bff/contract/tickets/enums.ts';
import { StateTag, type Tone } from '../../ui/marks/state-tag.tsx';

const TONES = {
  waiting: 'waiting',
  working: 'waiting',
  asked: 'due',
  solved: 'good',
  lapsed: 'quiet',
  closed: 'quiet',
  cancelled: 'quiet',
  merged: 'quiet',
} as const satisfies Record<TicketState, Tone>;

/** Where a ticket stands. */
export const TicketTag = ({ state }: { state: TicketState }) => (
  <StateTag tone={TONES[state]}>{TICKET_STATES[state]}</StateTag>
);
