import { SECTION_LABELS, type SectionLabel } from '../../../../bff/contract/profile/enums.ts';
import { StateTag, type Tone } from '../../../ui/marks/state-tag.tsx';

const TONES = {
  empty: 'quiet',
  filled: 'good',
  none: 'good',
  declined: 'quiet',
  unconfirmed: 'due',
  rejected: 'bad',
  waiting: 'waiting',
  approved: 'good',
} as const satisfies Record<SectionLabel, Tone>;

/** What stands beside a section, as the server reckoned it. */
export const SectionTag = ({ label }: { label: SectionLabel }) => (
  <StateTag tone={TONES[label]}>{SECTION_LABELS[label]}</StateTag>
);
