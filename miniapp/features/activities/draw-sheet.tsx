import { DRAW_RESULTS } from '../../../bff/contract/draws/enums.ts';
import type { ActivityPage } from '../../../bff/contract/activities/replies.ts';
import { pageUrl } from '../../addresses.ts';
import { Box, Link } from '../../ui/elements.tsx';
import { Facts, Notice, Sheet, type FactRow } from '../../ui/sheets/sheet.tsx';
import { shownWeekday } from './shown-weekday.ts';
import styles from './activities.module.css';

const inFours = (ticket: string) => ticket.replace(/(\d{4})(?=\d)/g, '$1 ');

/** 抽签: on what it rests, the own number, and where it is recomputed. */
export function DrawSheet({ draw }: { draw: NonNullable<ActivityPage['draw']> }) {
  const { source, drawAt, frozenAt, drawnAt, ticketCount, commitment, own, code } = draw;
  const result = own?.result ? `${DRAW_RESULTS[own.result]}，顺序第${own.position}位` : '';
  const rows: FactRow[] = [
    ...(own ? [['我的抽签号', inFours(own.ticket)] satisfies FactRow] : []),
    ...(result ? [['抽签结果', result] satisfies FactRow] : []),
    ['以此为准', `${source}（${shownWeekday(drawAt)} 开奖）`],
    ...(frozenAt === null ? [] : [['名单', `${shownWeekday(frozenAt)} 封存，${ticketCount}人参加`] satisfies FactRow]),
    ...(drawnAt === null ? [] : [['抽签时间', shownWeekday(drawnAt)] satisfies FactRow]),
    ['种子的校验值', <Box className={styles.address}>{commitment}</Box>],
  ];
  return (
    <Sheet title="抽签">
      <Facts rows={rows} />
      <Notice>
        报名先后不影响结果。顺序由发布前生成的种子、报名结束时的名单和公开开奖结果算出，任何人都可以
        <Link href={pageUrl('draw', { code })}>{drawnAt === null ? '查看抽签办法' : '重新计算'}</Link>。
      </Notice>
    </Sheet>
  );
}
