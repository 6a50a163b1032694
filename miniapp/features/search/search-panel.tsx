import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { searchEndpoints, type FoundOfKind } from '../../../bff/contract/search/endpoints.ts';
import { MEMBERS_FOUND_KINDS, type MembersFoundKind } from '../../../bff/contract/search/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../api/client.ts';
import { useSettled } from '../../application/checks/use-settled.ts';
import { Button } from '../../ui/button.tsx';
import { Box, Link } from '../../ui/elements.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Row } from '../../ui/lists/row.tsx';
import { Empty, Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';

const URL_OF: { [Kind in MembersFoundKind]: (id: number) => string } = {
  application: (id) => pageUrl('application', { id }),
  ticket: (id) => pageUrl('ticket', { id }),
  talk: (id) => pageUrl('chat', { talk: id }),
  activity: (id) => pageUrl('activity', { id }),
  announcement: (id) => pageUrl('announcement', { id }),
  faq: (id) => pageUrl('faq', { id }),
};

/** 查找: own certificates, tickets and talks, activities, announcements and 常见问题 by any part of their words. */
export function SearchPanel({ first }: { first: string }) {
  const [typed, setTyped] = useState(first);
  const [kind, setKind] = useState<MembersFoundKind | null>(null);
  const q = useSettled(typed.trim());
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['search', q, kind],
    queryFn: () => call(searchEndpoints.searchOwn, { query: { q, ...(kind && { kind }) } }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const type = (value: string) => {
    setTyped(value);
    setKind(null);
  };
  return (
    <>
      <Sheet>
        <TextField id="search" label="查找" value={typed} onChange={type} placeholder="证明、工单、活动、公告" />
        {kind ? (
          <Button kind="text" onTap={() => setKind(null)}>
            显示全部类别
          </Button>
        ) : null}
      </Sheet>
      {q === '' ? null : isError && !data ? (
        <Failure fault={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Sheet>
          <Skeleton lines={6} />
        </Sheet>
      ) : data.kinds.length === 0 ? (
        <Sheet>
          <Empty>
            没有找到“{q}”。可以换一个词，或<Link href={pageUrl('ticketForm')}>提交工单</Link>。
          </Empty>
        </Sheet>
      ) : (
        data.kinds.map((found) => <OfKind key={found.kind} found={found} onMore={() => setKind(found.kind)} />)
      )}
    </>
  );
}

function OfKind({ found: { kind, items, hasMore }, onMore }: { found: FoundOfKind; onMore: () => void }) {
  return (
    <Sheet title={MEMBERS_FOUND_KINDS[kind]}>
      {items.map(({ id, title, note }) => (
        <Row key={id} href={URL_OF[kind](id)} title={title} detail={note} />
      ))}
      {hasMore ? (
        <Box>
          <Button kind="text" label={`更多${MEMBERS_FOUND_KINDS[kind]}`} onTap={onMore}>
            更多
          </Button>
        </Box>
      ) : null}
    </Sheet>
  );
}
