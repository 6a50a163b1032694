import { ANNOUNCEMENT_PHASES, type AnnouncementPhase } from '../../../bff/contract/announcements/enums.ts';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';

const PHASES: Record<AnnouncementPhase, Tone> = {
  draft: 'still',
  scheduled: 'wait',
  published: 'good',
  ended: 'still',
  withdrawn: 'bad',
};

export const PhaseTag = ({ phase }: { phase: AnnouncementPhase }) => (
  <StateTag tone={PHASES[phase]} label={ANNOUNCEMENT_PHASES[phase]} />
);
