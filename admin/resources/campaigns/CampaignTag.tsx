import {
  CAMPAIGN_PROGRESS,
  CAMPAIGN_STATES,
  type CampaignProgress,
  type CampaignState,
} from '../../../bff/contract/campaigns/enums.ts';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';

const STATES: Record<CampaignState, Tone> = {
  draft: 'still',
  scheduled: 'wait',
  opening: 'busy',
  open: 'good',
  closed: 'still',
};
export const CampaignTag = ({ state }: { state: CampaignState }) => (
  <StateTag tone={STATES[state]} label={CAMPAIGN_STATES[state]} />
);

const PROGRESS: Record<CampaignProgress, Tone> = {
  untouched: 'still',
  filling: 'still',
  waiting: 'wait',
  rejected: 'bad',
  approved: 'good',
  excused: 'good',
};
export const ProgressTag = ({ state }: { state: CampaignProgress }) => (
  <StateTag tone={PROGRESS[state]} label={CAMPAIGN_PROGRESS[state]} />
);
