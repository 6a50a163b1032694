import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { registryEndpoints } from '../../bff/contract/registry/endpoints.ts';
import { call } from '../providers/call.ts';
import { searchFirms } from '../subjects/search-firms.ts';
import { firmKey } from '../subjects/use-firm.ts';
import { useSettled } from '../ui/hooks/use-settled.ts';

/** Long enough that a word is typed, short enough not to be noticed. */
const PAUSE_MS = 250;

/** Several firms, found by searching at the server; kept as ids, shown by name. */
export function FirmsChoice({ value, onChange }: { value: readonly number[]; onChange(ids: number[]): void }) {
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const { text } = useSettled({ text: typed.trim() }, PAUSE_MS);
  const { data: found = [], isFetching } = useQuery({
    queryKey: ['firms', 'search', text],
    queryFn: ({ signal }) => searchFirms(text, signal),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  const named = useQueries({
    queries: value.map((id) => ({
      queryKey: firmKey(String(id)),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        call(registryEndpoints.showFirm, { params: { id: String(id) } }, signal),
    })),
  });
  return (
    <Select
      mode="multiple"
      aria-label="机构"
      className="condition-wide"
      labelInValue
      placeholder="输入名称或许可证号查找"
      value={value.map((id, index) => ({ value: id, label: named[index]?.data?.name ?? '…' }))}
      options={found}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      onOpenChange={setIsOpen}
      notFoundContent={isFetching ? '正在查找…' : '没有找到，请换个关键词'}
      onChange={(chosen: { value: number }[]) => onChange(chosen.map((one) => one.value))}
    />
  );
}
