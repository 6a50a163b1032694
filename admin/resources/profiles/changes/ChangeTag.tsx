import { CHANGE_STATES, type ProfileChangeState } from '../../../../bff/contract/profile-changes/enums.ts';
import { StateTag, type Tone } from '../../../ui/StateTag.tsx';

const TONES: Record<ProfileChangeState, Tone> = {
  waiting: 'wait',
  effective: 'good',
  rejected: 'bad',
  withdrawn: 'still',
  void: 'still',
};

export function ChangeTag({ state }: { state: ProfileChangeState }) {
  return <StateTag tone={TONES[state]} label={CHANGE_STATES[state]} />;
}
