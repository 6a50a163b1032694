import { Alert, Button, Skeleton } from 'antd';
import { useCallback, useEffect, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { ChatDesk, ChatRow } from '../../../bff/contract/chat/replies.ts';
import { pageUrl } from '../../addresses.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { Failure } from '../../ui/Failure.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { Page } from '../../ui/Page.tsx';
import { useHotkeys } from '../../ui/hooks/use-hotkeys.ts';
import { ringOnce } from './ring.ts';
import { Talk } from './Talk.tsx';
import { useChatAct, useDesk } from './use-desk.ts';
import { useTalks } from './use-talks.ts';
import { waitsFor } from './waits-for.ts';

/** 在线咨询: who waits and the own talks, the talk, and about its member. */
export function ChatDeskPage() {
  const { data, isError, error, refetch } = useDesk();
  if (isError && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="page" paragraph={{ rows: 10 }} />;
  return <Desk desk={data} />;
}

function Desk({ desk }: { desk: ChatDesk }) {
  const [search, setSearch] = useSearchParams();
  const opened = Number(search.get('id')) || null;
  const open = useCallback((id: number) => setSearch({ id: String(id) }, { replace: true }), [setSearch]);
  const openedNow = useRef(opened);
  openedNow.current = opened;
  const onWord = useCallback((id: number) => {
    if (document.visibilityState === 'hidden' || openedNow.current !== id) ringOnce();
  }, []);
  const talks = useTalks(onWord);
  const mine = [...desk.own, ...desk.offered];
  // What the lists do not have is over, or somebody else's: it is read, and nobody tells of it.
  const isListed = [...desk.waiting, ...mine, ...desk.others].some(({ id }) => id === opened);
  const followed = [...new Set([...(isListed ? [opened] : []), ...mine.map(({ id }) => id)])].join(',');
  useEffect(() => talks?.follow(followed.split(',').filter(Boolean).map(Number)), [talks, followed]);
  useEffect(() => {
    if (opened !== null) talks?.read(opened);
  }, [talks, opened]);
  const asking = desk.waiting.length + desk.offered.length;
  useTitleCount(desk.own.reduce((sum, { unread }) => sum + unread, 0) + asking);
  useRingForMore(asking);
  const next = desk.waiting[0];
  const takeNext = useChatAct(next?.id ?? 0);
  const mayTake = next !== undefined && desk.own.length < desk.mostTalks && !takeNext.isPending;
  const take = () => next && takeNext.mutate({ act: 'take' }, { onSuccess: () => open(next.id) });
  const step = (by: 1 | -1) => () => {
    const at = mine.findIndex(({ id }) => id === opened);
    const to = mine[(at + by + mine.length) % mine.length];
    if (to) open(to.id);
  };
  useHotkeys({ n: mayTake ? take : undefined, j: step(1), k: step(-1) });
  return (
    <Page
      title="在线咨询"
      name="在线咨询"
      actions={
        <>
          <Button type="primary" disabled={!mayTake} loading={takeNext.isPending} onClick={take}>
            接入下一位
          </Button>
          <KeyHint
            keys={[
              ['N', '接入下一位'],
              ['J / K', '下一个、上一个对话'],
            ]}
          />
          <Link to={pageUrl('chatHistory')}>咨询记录</Link>
        </>
      }
    >
      {!desk.isPresent && (
        <Alert type="warning" showIcon title="您现在不是“在岗”，会员看到的是没有客服在岗。请在页面上方切换为“在岗”。" />
      )}
      {takeNext.error && <Alert type="error" showIcon role="alert" title={sentenceOf(takeNext.error)} />}
      {talks && talks.line() === 'over' && (
        <Alert
          type="warning"
          showIcon
          title="客服台已在其他页面打开过多次，本页不再即时更新"
          action={
            <Button size="small" onClick={() => location.reload()}>
              在本页继续
            </Button>
          }
        />
      )}
      <div className="chat-desk">
        <nav className="sheet chat-lists" aria-label="对话">
          <List name="排队中" rows={desk.waiting} opened={opened} onOpen={open} empty="没有人在排队" />
          <List name="转接给我" rows={desk.offered} opened={opened} onOpen={open} />
          <List
            name={`我的对话（${desk.own.length}/${desk.mostTalks}）`}
            rows={desk.own}
            opened={opened}
            onOpen={open}
            empty="没有进行中的对话"
          />
          <List name="其他客服" rows={desk.others} opened={opened} onOpen={open} />
        </nav>
        {opened !== null && talks ? (
          <Talk key={opened} id={opened} talks={talks} desk={desk} />
        ) : (
          <section className="sheet padded chat-nothing">
            <p className="quiet">从左侧选择一个对话，或接入排队的会员。</p>
          </section>
        )}
      </div>
    </Page>
  );
}

function List({
  name,
  rows,
  opened,
  onOpen,
  empty,
}: {
  name: string;
  rows: readonly ChatRow[];
  opened: number | null;
  onOpen: (id: number) => void;
  /** Absent: without rows there is no list. */
  empty?: string;
}) {
  if (rows.length === 0 && !empty) return null;
  return (
    <section aria-label={name}>
      <h2>
        {name} {rows.length > 0 && <small className="figures">{rows.length}</small>}
      </h2>
      {rows.length === 0 && <p className="quiet">{empty}</p>}
      <ul className="plain">
        {rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="chat-line"
              aria-current={row.id === opened || undefined}
              onClick={() => onOpen(row.id)}
            >
              <span className="chat-line-head">
                <strong>{row.memberName}</strong>
                {row.unread > 0 && (
                  <span className="chat-unread" aria-label={`${row.unread}条未读`}>
                    {row.unread}
                  </span>
                )}
              </span>
              <span className="quiet">
                {row.memberKind === 'firm' ? '律所' : '律师'}
                {row.subject && ` · ${row.subject}`}
                {!row.isMine && row.assigneeName && ` · ${row.assigneeName}`}
              </span>
              <span className="quiet figures">{waitsFor(row)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How much waits, before the name of the page: seen from another tab. */
function useTitleCount(count: number): void {
  useEffect(() => {
    const plain = document.title.replace(/^\(\d+\) /, '');
    document.title = count > 0 ? `(${count}) ${plain}` : plain;
  }, [count]);
}

/** Somebody new in the queue is heard, and a talk that is offered. */
function useRingForMore(count: number): void {
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current) ringOnce();
    before.current = count;
  }, [count]);
}
