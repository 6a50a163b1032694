import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '../../providers/failure.ts';
import { usePaused } from '../hooks/use-paused.ts';

/** A chosen record: its id and how people know it. */
export interface Choice {
  value: number;
  label: string;
}
interface RemoteSelectProps {
  id?: string;
  value?: Choice | null;
  onChange?(value: Choice | null): void;
  cacheKey: readonly unknown[];
  /** The first matches of a search by the server; '' gives the first of all. */
  search(text: string, signal: AbortSignal): Promise<Choice[]>;
  placeholder: string;
}
/** Chooses one of very many records by searching at the server. */
export function RemoteSelect({ id, value, onChange, cacheKey, search, placeholder }: RemoteSelectProps) {
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const text = usePaused(typed.trim());
  const {
    data = [],
    isFetching,
    isError,
    error,
  } = useQuery({
    queryKey: [...cacheKey, text],
    queryFn: ({ signal }) => search(text, signal),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  return (
    <Select<Choice>
      {...(id && { id })}
      labelInValue
      allowClear
      value={value ?? null}
      placeholder={placeholder}
      loading={isFetching}
      options={data}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      onOpenChange={setIsOpen}
      notFoundContent={isError ? sentenceOf(error) : isFetching ? '正在查找…' : '没有找到，请换个关键词'}
      onChange={(next: Choice | undefined) =>
        onChange?.(next ? { value: next.value, label: String(next.label) } : null)
      }
    />
  );
}
