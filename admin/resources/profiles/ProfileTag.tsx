import { PROFILE_STATES, type ProfileState } from '../../../bff/contract/profile/enums.ts';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';

const TONES: Record<ProfileState, Tone> = {
  untouched: 'still',
  filling: 'still',
  waiting: 'wait',
  rejected: 'bad',
  approved: 'good',
};

export function ProfileTag({ state }: { state: ProfileState }) {
  return <StateTag tone={TONES[state]} label={PROFILE_STATES[state]} />;
}
