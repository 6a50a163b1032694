import { TOOK_LABELS } from '../../contract/ticket-statistics/enums.ts';
import { ticketCategory } from '../../contract/tickets/enums.ts';
import type { DailyFigures } from '../tickets/statistics/list-daily-figures.ts';
import { column, type ExportColumn } from './columns.ts';

/** 工单统计: a line for each day and category; ranges of solving times one by one, so that they can be added up. */
export const TICKET_FIGURE_COLUMNS: readonly ExportColumn<DailyFigures>[] = [
  column('日期', 12, (row) => row.day),
  column('分类', 24, (row) => ticketCategory(row.category).label),
  column('新提交', 10, (row) => row.came),
  column('首次答复', 10, (row) => row.answered),
  column('按时首次答复', 14, (row) => row.answeredWithin),
  column('办结', 10, (row) => row.done),
  column('有时限的办结', 14, (row) => row.donePromised),
  column('按时办结', 10, (row) => row.doneWithin),
  column('用时中位数', 14, (row) => row.medianWords),
  ...TOOK_LABELS.map((label, place) => column<DailyFigures>(`用时${label}`, 14, (row) => row.took[place] ?? 0)),
  column('未补充结束', 12, (row) => row.lapsed),
  column('重新打开', 10, (row) => row.reopened),
  column('满意', 8, (row) => row.good),
  column('一般', 8, (row) => row.fair),
  column('不满意', 8, (row) => row.bad),
];
