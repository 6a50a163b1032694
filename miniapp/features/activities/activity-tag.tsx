import {
  ACTIVITY_PHASES,
  REGISTRATION_STATES,
  type ActivityPhase,
  type RegistrationState,
} from '../../../bff/contract/activities/enums.ts';
import { StateTag, type Tone } from '../../ui/marks/state-tag.tsx';

const TONES = {
  paying: 'due',
  applied: 'waiting',
  drawing: 'waiting',
  invited: 'due',
  registered: 'good',
  waiting: 'waiting',
  offered: 'due',
  cancelled: 'quiet',
  leave: 'quiet',
  removed: 'bad',
  left: 'quiet',
  declined: 'quiet',
  expired: 'quiet',
  lapsed: 'quiet',
  refused: 'bad',
  unplaced: 'quiet',
  void: 'bad',
} as const satisfies Record<RegistrationState, Tone>;

/** Where an own registration stands. */
export const RegistrationTag = ({ state }: { state: RegistrationState }) => (
  <StateTag tone={TONES[state]}>{REGISTRATION_STATES[state]}</StateTag>
);

const PHASES = {
  draft: 'quiet',
  pending: 'quiet',
  announced: 'waiting',
  open: 'good',
  closed: 'quiet',
  running: 'good',
  ended: 'quiet',
  hidden: 'quiet',
  cancelled: 'bad',
} as const satisfies Record<ActivityPhase, Tone>;

/** Where an activity stands. */
export const PhaseTag = ({ phase }: { phase: ActivityPhase }) => (
  <StateTag tone={PHASES[phase]}>{ACTIVITY_PHASES[phase]}</StateTag>
);
