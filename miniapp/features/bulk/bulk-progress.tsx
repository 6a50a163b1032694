import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { BULK_OUTCOMES, type BulkOutcome } from '../../../bff/contract/bulk/enums.ts';
import { bulkEndpoints, type BulkDetail } from '../../../bff/contract/bulk/endpoints.ts';
import { groupDigits } from '../../../bff/contract/text.ts';
import { addressOf, call } from '../../api/client.ts';
import { pageUrl } from '../../addresses.ts';
import { CAN_KEEP_FILES, keepFile } from '../../platform/documents/keep-file.ts';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Row } from '../../ui/lists/row.tsx';
import { Facts, Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { StateTag, type Tone } from '../../ui/marks/state-tag.tsx';
import { shownTime } from '../../ui/times.ts';
import { ActionBar } from '../../shell/page.tsx';

const TONES: Record<BulkOutcome, Tone> = {
  waiting: 'waiting',
  to_person: 'waiting',
  returned: 'due',
  approved: 'waiting',
  issued: 'good',
  rejected: 'bad',
  withdrawn: 'quiet',
  lapsed: 'quiet',
  failed: 'bad',
};
/** How often the page asks how far it is; the server makes some ten applications meanwhile. */
const POLL_MS = 2_000;
/** Ten minutes: what still moves then is left to a fresh look, or an open page would keep a session for ever. */
const MOST_POLLS = 300;
/** Rows drawn at first; a mini-program takes hundreds badly. */
const SHOWN = 50;

const isMoving = ({ isFinished, counts }: BulkDetail) => !isFinished || counts.approved > 0;

/** Progress of one bulk application: counts, what `children` say of it, each lawyer's result, and the ZIP. */
export function BulkProgress({ id, children }: { id: string; children: (order: BulkDetail) => ReactNode }) {
  const order = useQuery({
    queryKey: ['bulk', id],
    queryFn: () => call(bulkEndpoints.showBulk, { params: { id } }),
    refetchInterval: ({ state }) =>
      state.data && isMoving(state.data) && state.dataUpdateCount < MOST_POLLS ? POLL_MS : false,
  });
  if (order.isError && !order.data) return <Failure fault={order.error} onRetry={() => void order.refetch()} />;
  if (!order.data) {
    return (
      <Sheet>
        <Skeleton lines={8} />
      </Sheet>
    );
  }
  return <Order order={order.data}>{children(order.data)}</Order>;
}

function Order({ order, children }: { order: BulkDetail; children: ReactNode }) {
  const [shown, setShown] = useState(SHOWN);
  const { counts, total, items } = order;
  const keep = () =>
    keepFile(addressOf(bulkEndpoints.downloadBulk, { params: { id: String(order.id) } }), `批量证明-${order.id}.zip`);
  return (
    <>
      <Sheet title={order.typeLabel}>
        <Box live="polite">
          <Facts
            rows={[
              ['提交时间', shownTime(order.createdAt)] as const,
              ['处理进度', `${total - counts.waiting} / ${total}`] as const,
              ...(Object.keys(BULK_OUTCOMES) as BulkOutcome[])
                .filter((outcome) => counts[outcome] > 0)
                .map((outcome) => [BULK_OUTCOMES[outcome], `${counts[outcome]} 名`] as const),
            ]}
          />
        </Box>
        {isMoving(order) ? <Notice>正在处理，可以离开本页，稍后在“批量申请记录”中查看。</Notice> : null}
        {counts.issued > 0 && !CAN_KEEP_FILES ? (
          <Notice>打包下载请在电脑浏览器登录本系统，打开“我要申请—批量申请”，进入本次申请后点“打包下载”。</Notice>
        ) : null}
      </Sheet>
      {children}
      <Sheet title="各律师结果">
        {items.slice(0, shown).map((item) => (
          <Item key={item.lawyerId} item={item} />
        ))}
        {items.length > shown ? (
          <Button kind="text" onTap={() => setShown(shown + 200)}>
            再显示 {Math.min(200, items.length - shown)} 名
          </Button>
        ) : null}
      </Sheet>
      {counts.issued > 0 && CAN_KEEP_FILES ? (
        <ActionBar>
          <Button onTap={keep}>打包下载（{counts.issued} 份）</Button>
        </ActionBar>
      ) : null}
    </>
  );
}

function Item({ item }: { item: BulkDetail['items'][number] }) {
  const tag = <StateTag tone={TONES[item.outcome]}>{BULK_OUTCOMES[item.outcome]}</StateTag>;
  const detail = [groupDigits(item.licenceNo), item.number, item.reason].filter(Boolean).join('　');
  if (item.applicationId === null) {
    return (
      <Facts
        rows={[
          [
            item.name,
            <Box key="state">
              {tag} {detail}
            </Box>,
          ],
        ]}
      />
    );
  }
  return (
    <Row href={pageUrl('application', { id: item.applicationId })} title={item.name} detail={detail} value={tag} />
  );
}
