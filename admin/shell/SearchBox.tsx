import { SearchOutlined } from '@ant-design/icons';
import { AutoComplete, Input, type InputRef } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { searchEndpoints, type Found } from '../../bff/contract/search/endpoints.ts';
import { FOUND_KINDS, type FoundKind } from '../../bff/contract/search/enums.ts';
import { pageUrl } from '../addresses.ts';
import { call } from '../providers/call.ts';
import { sentenceOf } from '../providers/failure.ts';
import { useHotkeys } from '../ui/use-hotkeys.ts';
import { usePaused } from '../ui/use-paused.ts';

const PAGE = { application: 'application', firm: 'firm', lawyer: 'lawyer' } as const satisfies Record<
  FoundKind,
  string
>;

const urlOf = ({ kind, id }: Found): string => pageUrl(PAGE[kind], { id });

/** Jumps from anywhere to an application, a firm or a lawyer: by number, name, licence number or telephone. */
export function SearchBox() {
  const navigate = useNavigate();
  const box = useRef<InputRef>(null);
  useHotkeys({ '/': () => box.current?.focus() });
  const [typed, setTyped] = useState('');
  const q = usePaused(typed.trim());
  const { data, isFetching, isError, error } = useQuery({
    queryKey: ['search-office', q],
    queryFn: ({ signal }) => call(searchEndpoints.searchOffice, { query: { q } }, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const items = q === '' ? [] : (data?.items ?? []);
  const isSettled = q === typed.trim() && !isFetching;
  const jump = (to: string) => {
    setTyped('');
    void navigate(to);
  };
  const silence = isError ? sentenceOf(error) : isSettled ? '没有找到，请核对编号、姓名或号码' : '正在查找…';
  return (
    <div role="search" className="jump">
      <AutoComplete
        value={typed}
        onChange={setTyped}
        options={(Object.keys(FOUND_KINDS) as FoundKind[])
          .map((kind) => ({
            label: FOUND_KINDS[kind],
            options: items
              .filter((item) => item.kind === kind)
              .map((item) => ({ value: urlOf(item), label: <Line {...item} /> })),
          }))
          .filter(({ options }) => options.length > 0)}
        notFoundContent={q === '' ? null : silence}
        onSelect={(to: string) => jump(to)}
        popupMatchSelectWidth={420}
        classNames={{ popup: { root: 'jump-found' } }}
        defaultActiveFirstOption
      >
        <Input
          ref={box}
          prefix={<SearchOutlined aria-hidden />}
          placeholder="编号、姓名、律所、执业证号、电话"
          aria-label="查找申请、律所或律师"
          aria-keyshortcuts="/"
          allowClear
        />
      </AutoComplete>
    </div>
  );
}

function Line({ title, note }: Found) {
  return (
    <span className="found">
      <strong>{title}</strong>
      <span className="quiet">{note}</span>
    </span>
  );
}
