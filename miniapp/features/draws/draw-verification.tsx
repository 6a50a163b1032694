import { useMemo, useState } from 'react';
import { DRAW_RESULTS } from '../../../bff/contract/draws/enums.ts';
import type { DrawPage } from '../../../bff/contract/draws/replies.ts';
import { Box } from '../../ui/elements.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { VirtualList } from '../../ui/lists/virtual-list.tsx';
import { Empty } from '../../ui/sheets/blank.tsx';
import { Facts, Notice, Sheet, type FactRow } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';
import { orderOf, recompute } from './recompute.ts';
import styles from './draws.module.css';

const inFours = (ticket: string) => ticket.replace(/(\d{4})(?=\d)/g, '$1 ');

/** 抽签核验: what was promised, what came of it, and all of it recomputed on this device. */
export function DrawVerification({ page }: { page: DrawPage }) {
  return (
    <>
      <Promised page={page} />
      <Checks page={page} />
      {page.frozenAt === null ? null : <Tickets page={page} />}
      <Procedure page={page} />
    </>
  );
}

function Promised({ page }: { page: DrawPage }) {
  const { title, source, drawAt, closesAt, frozenAt, drawnAt, ticketCount, outcome, capacity, groups } = page;
  const rows: FactRow[] = [
    ['活动', title],
    ['名额', String(capacity)],
    ...(groups.length > 1
      ? [['分组', groups.map((group) => `${group.name} ${group.capacity}`).join('，')] satisfies FactRow]
      : []),
    ['报名结束', shownTime(closesAt)],
    ['名单封存', frozenAt === null ? '报名结束时' : `${shownTime(frozenAt)}，${ticketCount}人参加`],
    ['公开开奖', source],
    ['开奖时间', shownTime(drawAt)],
    ...(outcome ? [['开奖结果', outcome] satisfies FactRow] : []),
    ['抽签', drawnAt === null ? '尚未抽签' : `${shownTime(drawnAt)}，结果不可更改`],
  ];
  return (
    <Sheet title="抽签">
      <Facts rows={rows} />
      {page.isCopy ? <Notice tone="warn">本活动复制自另一活动，种子是发布时新生成的。</Notice> : null}
    </Sheet>
  );
}

/** Computed here, not told by the server. */
function Checks({ page }: { page: DrawPage }) {
  const checks = useMemo(() => recompute(page), [page]);
  const bad = checks.filter(({ holds }) => !holds);
  return (
    <Sheet title="核验结果">
      {checks.length === 0 ? (
        <Notice>报名结束后公布名单的校验值；抽签后公布种子，本页在您的设备上重新计算，与公布的结果比对。</Notice>
      ) : (
        <>
          <Box as="ul" className={styles.checks}>
            {checks.map(({ words, holds }) => (
              <Box as="li" key={words} className={holds ? styles.holds : styles.fails}>
                {holds ? '相符' : '不符'}　{words}
              </Box>
            ))}
          </Box>
          <Notice tone={bad.length > 0 ? 'bad' : page.seed === null ? 'plain' : 'good'}>
            {bad.length > 0
              ? '有不相符的，请保存本页并联系协会。'
              : page.seed === null
                ? '抽签后还将核对种子、顺序和名额。'
                : '以上各项由您的设备计算，与公布的结果相符。'}
          </Notice>
        </>
      )}
    </Sheet>
  );
}

/** Design pixels of a row. */
const ROW = 56;
/** As many stand without being searched and scrolled. */
const FEW = 14;

type Ticket = DrawPage['tickets'][number];

function Tickets({ page }: { page: DrawPage }) {
  const [typed, setTyped] = useState('');
  const wanted = typed.replace(/\D/g, '');
  const names = new Map(page.groups.map(({ id, name }) => [id, name]));
  const places = useMemo(
    () => new Map(page.seed === null ? [] : orderOf(page).map((ticket, at) => [ticket, at + 1])),
    [page],
  );
  const all = useMemo(
    () => [...page.tickets].sort((one, other) => (places.get(one.ticket) ?? 0) - (places.get(other.ticket) ?? 0)),
    [page, places],
  );
  const line = ({ ticket, groupId, result }: Ticket) => (
    <Box key={ticket} className={styles.ticket}>
      {places.has(ticket) ? <Box className={styles.place}>第{places.get(ticket)}位</Box> : null}
      <Box className={styles.number}>{inFours(ticket)}</Box>
      <Box>{[names.get(groupId), result ? DRAW_RESULTS[result] : ''].filter(Boolean).join('，')}</Box>
    </Box>
  );
  const found = all.filter(({ ticket }) => ticket.includes(wanted));
  return (
    <Sheet title={`抽签号（${all.length}个）`}>
      {all.length === 0 ? <Empty>没有人参加抽签。</Empty> : null}
      {all.length > FEW ? (
        <TextField id="ticket" label="抽签号" value={typed} onChange={setTyped} placeholder="输入数字查找" />
      ) : null}
      {all.length > 0 && found.length === 0 ? <Empty>名单中没有这个抽签号。</Empty> : null}
      {found.length > FEW ? (
        <VirtualList
          count={found.length}
          rowHeight={ROW}
          rowKey={(at) => found[at]?.ticket ?? at}
          label="按抽签顺序的抽签号"
        >
          {(at) => line(found[at]!)}
        </VirtualList>
      ) : (
        found.map(line)
      )}
    </Sheet>
  );
}

/** Enough to do it oneself. */
function Procedure({ page }: { page: DrawPage }) {
  const { commitment, listHash, seed, outcome } = page;
  return (
    <Sheet title="怎样自行验算">
      <Box as="ol" className={styles.steps}>
        <Box as="li">发布活动时生成32字节的种子，只公布它的 SHA-256；抽签后公布种子。</Box>
        <Box as="li">
          报名结束时封存名单：每个抽签号一行，写作“抽签号,分组编号”，按抽签号排列，每行以换行符（LF）结束，公布全文的
          SHA-256。
        </Box>
        <Box as="li">公开开奖后，由两名工作人员分别录入开奖结果，一致才生效。</Box>
        <Box as="li">密钥 = SHA-256（种子的字节 ‖ 名单校验值的字节 ‖ 开奖结果的 UTF-8 字节）。</Box>
        <Box as="li">每个抽签号计算 HMAC-SHA256（密钥，抽签号），按十六进制从小到大排列，即抽签顺序。</Box>
        <Box as="li">各分组依顺序给名额，额满后依顺序列为候补。</Box>
      </Box>
      <Facts
        rows={[
          ['种子的校验值', <Hash key="c" value={commitment} />],
          ...(listHash ? [['名单的校验值', <Hash key="l" value={listHash} />] satisfies FactRow] : []),
          ...(seed ? [['种子', <Hash key="s" value={seed} />] satisfies FactRow] : []),
          ...(outcome ? [['开奖结果', outcome] satisfies FactRow] : []),
          ...page.groups.map(({ id, name }): FactRow => ['分组编号', name ? `${id}（${name}）` : String(id)]),
        ]}
      />
    </Sheet>
  );
}

const Hash = ({ value }: { value: string }) => <Box className={styles.hash}>{value}</Box>;
