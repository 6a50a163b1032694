import { SearchOutlined } from '@ant-design/icons';
import { AutoComplete, Input, type InputRef } from 'antd';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent } from 'react';
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

const foundBy = (q: string) =>
  queryOptions({
    queryKey: ['search-office', q],
    queryFn: ({ signal }) => call(searchEndpoints.searchOffice, { query: { q } }, signal),
  });

/** Jumps from anywhere to what the roles may open: by number, name or its initials, licence number, telephone, or words. */
export function SearchBox() {
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  const box = useRef<InputRef>(null);
  useHotkeys({ '/': () => box.current?.focus() });
  const [typed, setTyped] = useState('');
  const q = usePaused(typed.trim());
  const queryClient = useQueryClient();
  const { data, isFetching, isError, error } = useQuery({ ...foundBy(q), enabled: q !== '' });
  const isSettled = q === typed.trim() && !isFetching;
  // What was found for other words is not offered for these: Enter would open it.
  const items = q === '' || !isSettled ? [] : (data?.items ?? []);
  const jump = (to: string) => {
    setTyped('');
    void navigate(to);
  };
  /** Enter before the answer has come opens what is found, if it is one thing; of several the list stays open. */
  const openOnly = async (words: string) => {
    const found = await queryClient.fetchQuery(foundBy(words));
    const [only, ...others] = found.items;
    if (only && others.length === 0 && box.current?.input?.value.trim() === words) jump(urlOf(only));
  };
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const words = typed.trim();
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || words === '' || isSettled) return;
    event.stopPropagation();
    // What failed is said by the list.
    openOnly(words).catch(() => undefined);
  };
  const silence = isError ? sentenceOf(error) : isSettled ? '没有找到，请核对编号、姓名、号码或换一个词' : '正在查找…';
  return (
    <div role="search" className="jump" onKeyDownCapture={onKeyDownCapture}>
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
