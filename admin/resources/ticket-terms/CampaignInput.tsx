import { Switch } from 'antd';
import type { Campaign } from '../../../bff/contract/ticket-clocks/endpoints.ts';
import { PlainDateInput } from '../../ui/form/PlainDateInput.tsx';

/** 2026-12-01 至 2027-01-31; 未开启. */
export const campaignWords = (campaign: Campaign | null): string =>
  campaign ? `${campaign.from} 至 ${campaign.to}` : '未开启';

const DATE = { width: 144 };

interface CampaignInputProps {
  id?: string;
  value?: Campaign | null;
  onChange?(campaign: Campaign | null): void;
}

/** Whether everything is done the same day, and from when to when. */
export function CampaignInput({ id, value = null, onChange }: CampaignInputProps) {
  return (
    <div className="row" id={id}>
      <Switch
        aria-label="年度考核期间当日办结"
        checked={value !== null}
        onChange={(on) => onChange?.(on ? { from: '', to: '' } : null)}
      />
      {value && (
        <>
          <PlainDateInput
            aria-label="年度考核第一天"
            value={value.from}
            onChange={(from) => onChange?.({ ...value, from })}
            style={DATE}
          />
          <span>至</span>
          <PlainDateInput
            aria-label="年度考核最后一天"
            value={value.to}
            onChange={(to) => onChange?.({ ...value, to })}
            style={DATE}
          />
        </>
      )}
    </div>
  );
}
