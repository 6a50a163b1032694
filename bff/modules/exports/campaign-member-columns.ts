import { CAMPAIGN_PROGRESS } from '../../contract/campaigns/enums.ts';
import type { CampaignMember } from '../../contract/campaigns/replies.ts';
import { toShanghaiDate } from '../../contract/dates.ts';
import { column, type ExportColumn } from './columns.ts';

/** 补全与核对名单: as it is now, or as it was when the campaign was closed. */
export const CAMPAIGN_MEMBER_COLUMNS: readonly ExportColumn<CampaignMember>[] = [
  column('姓名', 14, (row) => row.name),
  column('执业证号', 22, (row) => row.licenceNo),
  column('执业机构', 30, (row) => row.firmName),
  column('进度', 12, (row) => CAMPAIGN_PROGRESS[row.state]),
  column('完成日期', 14, (row) => (row.doneAt ? toShanghaiDate(Date.parse(row.doneAt)) : '')),
  column('逾期', 8, (row) => (row.isLate ? '是' : '')),
  column('延期至', 14, (row) => row.dueOn ?? ''),
  column('延期、豁免的理由', 30, (row) => row.reason),
  column('办理人', 12, (row) => row.grantedBy),
];
