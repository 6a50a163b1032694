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
import { useHotkeys } from '../ui/hooks/use-hotkeys.ts';
import { useIsPhone } from '../ui/hooks/use-is-phone.ts';
import { usePaused } from '../ui/hooks/use-paused.ts';

const PAGE = {
  application: 'application',
  firm: 'firm',
  lawyer: 'lawyer',
  ticket: 'ticket',
  activity: 'activity',
  announcement: 'announcement',
} as const satisfies Record<Exclude<FoundKind, 'faq'>, string>;

/** All of 常见问题 stand on one page. */
const urlOf = ({ kind, id }: Found): string =>
  kind === 'faq' ? pageUrl('faq', { entry: id }) : pageUrl(PAGE[kind], { id });

/** Jumps from anywhere to what the roles may open: by number, name or its initials, licence number, telephone, or words. */
export function SearchBox() {
  const navigate = useNavigate();
  const isPhone = useIsPhone();
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
  const silence = isError ? sentenceOf(error) : isSettled ? '没有找到，请核对编号、姓名、号码或换一个词' : '正在查找…';
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
          placeholder={isPhone ? '查找' : '编号、姓名（或拼音首字母）、律所、电话、关键词'}
          aria-label="查找申请、会员、工单、活动或公告"
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
