import { ACTIVITY_KINDS } from '../../contract/activities/enums.ts';
import type { ActivityFiguresRow } from '../../contract/activity-statistics/replies.ts';
import { WAITED_LABELS } from '../../contract/chat-statistics/enums.ts';
import { TOOK_LABELS } from '../../contract/ticket-statistics/enums.ts';
import { ticketCategory } from '../../contract/tickets/enums.ts';
import type { DailyChatFigures } from '../chat/statistics/show-statistics.ts';
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

/** 咨询统计: a line for each day; ranges of waiting times one by one, so that they can be added up. */
export const CHAT_FIGURE_COLUMNS: readonly ExportColumn<DailyChatFigures>[] = [
  column('日期', 12, (row) => row.day),
  column('发起咨询', 10, (row) => row.came),
  column('接入', 10, (row) => row.taken),
  column('未接入离开', 12, (row) => row.abandoned),
  column('等待中位数', 14, (row) => row.medianWords),
  column('九成等待不超过', 16, (row) => row.ninetyWords),
  ...WAITED_LABELS.map((label, place) => column<DailyChatFigures>(`等待${label}`, 14, (row) => row.waited[place] ?? 0)),
  column('无消息自动结束', 16, (row) => row.silent),
  column('转为工单', 10, (row) => row.ticketed),
  column('满意', 8, (row) => row.good),
  column('一般', 8, (row) => row.fair),
  column('不满意', 8, (row) => row.bad),
];

/** 活动统计: a line for each activity that begins in the period. */
export const ACTIVITY_FIGURE_COLUMNS: readonly ExportColumn<ActivityFiguresRow>[] = [
  column('日期', 12, (row) => row.beginsOn),
  column('活动', 40, (row) => row.title),
  column('活动类型', 20, (row) => ACTIVITY_KINDS[row.kind]),
  column('是否取消', 10, (row) => (row.isCancelled ? '已取消' : '')),
  column('名额', 8, (row) => row.capacity),
  column('报名', 8, (row) => row.signed),
  column('有名额', 8, (row) => row.seated),
  column('到场', 8, (row) => row.came),
  column('缺席', 8, (row) => row.absent),
  column('请假', 8, (row) => row.onLeave),
  column('取消报名', 10, (row) => row.cancelled),
  column('未获名额', 10, (row) => row.unplaced),
  column('报满用时（分钟）', 16, (row) => row.filledAfter ?? ''),
  column('记入学时', 10, (row) => row.tenths / 10),
];
