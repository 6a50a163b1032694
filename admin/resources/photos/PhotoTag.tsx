import { PHOTO_STATES, type PhotoState } from '../../../bff/contract/photos/enums.ts';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';

const TONES: Record<PhotoState, Tone> = {
  draft: 'still',
  pending: 'wait',
  current: 'good',
  refused: 'bad',
  replaced: 'still',
};

export function PhotoTag({ state }: { state: PhotoState }) {
  return <StateTag tone={TONES[state]} label={PHOTO_STATES[state]} />;
}
