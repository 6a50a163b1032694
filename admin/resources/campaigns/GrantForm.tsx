import { Button, Input } from 'antd';
import { useState } from 'react';
import { MAX_CAMPAIGN_REASON } from '../../../bff/contract/campaigns/enums.ts';
import type { CampaignDetail, GrantedMembers } from '../../../bff/contract/campaigns/replies.ts';
import { ApiFailure, sentenceOf } from '../../providers/failure.ts';
import { searchFirms } from '../../subjects/search-firms.ts';
import { RemoteSelect, type Choice } from '../../ui/form/RemoteSelect.tsx';
import { PlainDateInput } from '../../ui/form/PlainDateInput.tsx';
import { useDelaying, useExcusing } from './use-campaigns.ts';
import { useWarnWhile } from '../../ui/form/use-leave-warning.ts';

const WORDS = {
  delay: { title: '延期', act: '确定延期' },
  excuse: { title: '豁免', act: '确定豁免' },
} as const;

/** 延期, 豁免: of numbers, one a line, or of everybody in a firm who is not done. */
export function GrantForm({
  which,
  campaign,
  onClose,
}: {
  which: 'delay' | 'excuse';
  campaign: CampaignDetail;
  onClose(): void;
}) {
  const [numbers, setNumbers] = useState('');
  const [firm, setFirm] = useState<Choice | null>(null);
  const [dueOn, setDueOn] = useState('');
  const [reason, setReason] = useState('');
  useWarnWhile(numbers !== '' || reason !== '');
  const delaying = useDelaying(campaign.id);
  const excusing = useExcusing(campaign.id);
  const { data, error, isPending } = which === 'delay' ? delaying : excusing;
  const faults = error instanceof ApiFailure ? Object.values(error.fields) : [];
  const send = () => {
    const whom = { licenceNos: numbers.split(/[\s,，、;；]+/).filter(Boolean), firmId: firm?.value ?? null, reason };
    if (which === 'delay') delaying.mutate({ ...whom, dueOn });
    else excusing.mutate(whom);
  };
  return (
    <form
      className="reveal"
      aria-label={WORDS[which].title}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label>
        <span>执业证号（每行一个）</span>
        <Input.TextArea
          value={numbers}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={({ target }) => setNumbers(target.value)}
        />
      </label>
      <label>
        <span>或执业机构（其中未完成的全部律师）</span>
        <RemoteSelect
          cacheKey={['firms', 'search']}
          search={searchFirms}
          placeholder="输入名称或许可证号查找"
          value={firm}
          onChange={setFirm}
        />
      </label>
      {which === 'delay' && (
        <label>
          <span className="required">延期至（不晚于{campaign.graceUntil}）</span>
          <PlainDateInput value={dueOn} onChange={setDueOn} />
        </label>
      )}
      <label>
        <span className="required">理由</span>
        <Input value={reason} maxLength={MAX_CAMPAIGN_REASON} onChange={({ target }) => setReason(target.value)} />
      </label>
      {error && (
        <p role="alert" className="fault">
          {faults.length > 0 ? faults.join('；') : sentenceOf(error)}
        </p>
      )}
      {data && <Done granted={data} />}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {WORDS[which].act}
        </Button>
        <Button onClick={onClose}>关闭</Button>
      </div>
    </form>
  );
}

const Done = ({ granted: { changed, unknown } }: { granted: GrantedMembers }) => (
  <p role="status">
    已办理{changed}名。
    {unknown.length > 0 && `以下执业证号不在本次范围内：${unknown.join('、')}`}
  </p>
);
