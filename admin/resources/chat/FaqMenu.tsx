import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { faqEndpoints, type FaqItem } from '../../../bff/contract/faq/endpoints.ts';
import type { SubjectKind } from '../../../bff/contract/registry/enums.ts';
import { call } from '../../providers/call.ts';

/** 常见问题 that may be sent to this kind of member, found by typing any part of question, key words or answer. */
export function FaqMenu({ to, onChoose }: { to: SubjectKind; onChoose: (item: FaqItem) => void }) {
  const [isWanted, setWanted] = useState(false);
  const { data } = useQuery({
    queryKey: ['faq', 'published'],
    queryFn: ({ signal }) => call(faqEndpoints.listFaq, {}, signal),
    enabled: isWanted,
    staleTime: 60_000,
  });
  const items = (data?.items ?? []).filter(({ audience }) => audience === 'everybody' || audience === to);
  return (
    <Select<number>
      aria-label="常见问题"
      className="text-block-menu"
      placeholder="发送常见问题"
      value={null as unknown as number}
      onOpenChange={(isOpen) => {
        if (isOpen) setWanted(true);
      }}
      showSearch={{ optionFilterProp: 'words' }}
      notFoundContent="没有相符的常见问题"
      options={items.map(({ id, question, keywords, answer }) => ({
        value: id,
        label: question,
        words: `${question} ${keywords} ${answer}`,
      }))}
      onSelect={(id: number) => {
        const item = items.find((one) => one.id === id);
        if (item) onChoose(item);
      }}
    />
  );
}
