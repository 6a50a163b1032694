import {
  ACTIVITY_PHASES,
  REGISTRATION_STATES,
  type ActivityPhase,
  type RegistrationState,
} from '../../../bff/contract/activities/enums.ts';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';

const PHASES: Record<ActivityPhase, Tone> = {
  draft: 'still',
  pending: 'wait',
  announced: 'busy',
  open: 'good',
  closed: 'busy',
  running: 'good',
  ended: 'still',
  hidden: 'still',
  cancelled: 'bad',
};

export const PhaseTag = ({ phase }: { phase: ActivityPhase }) => (
  <StateTag tone={PHASES[phase]} label={ACTIVITY_PHASES[phase]} />
);

const STATES: Record<RegistrationState, Tone> = {
  paying: 'wait',
  applied: 'alert',
  drawing: 'wait',
  registered: 'good',
  waiting: 'wait',
  invited: 'wait',
  offered: 'alert',
  cancelled: 'still',
  leave: 'still',
  removed: 'bad',
  left: 'still',
  declined: 'still',
  expired: 'still',
  lapsed: 'still',
  refused: 'still',
  unplaced: 'still',
  void: 'bad',
};

export const RegistrationTag = ({ state }: { state: RegistrationState }) => (
  <StateTag tone={STATES[state]} label={REGISTRATION_STATES[state]} />
);
