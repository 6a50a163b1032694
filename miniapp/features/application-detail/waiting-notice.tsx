import type { ApplicationDetail } from '../../../bff/contract/certificates/endpoints.ts';
import { Box } from '../../ui/elements.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';

/** The server counts no more applications ahead than these: the page then says that there are more. */
const LONGEST = 1000;

/** What an undecided application waits for: its member, or a person of the association, and then for how long. */
export function WaitingNotice({ application: { returned, wait } }: { application: ApplicationDetail }) {
  if (returned)
    return (
      <Notice>
        <Box as="strong">请补正后重新提交，最晚 {returned.lastDay}（含）。编号不变，逾期自动关闭。</Box>
        <Box>退回原因：{returned.reason}</Box>
        <Box>需补正：{returned.request}</Box>
      </Notice>
    );
  if (!wait) return null;
  return (
    <Notice>
      <Box>
        由协会工作人员审核，目前排在第 {wait.place} {wait.place >= LONGEST ? '位以后' : '位'}。
      </Box>
      {wait.usual ? <Box>近30天，从提交到审结一般用时{inWords(wait.usual)}，只计办公时间。</Box> : null}
    </Notice>
  );
}

/** 不到半小时; 约 3 个工作小时; 约 2.5 个工作日. */
function inWords({ minutes, workdayMinutes }: { minutes: number; workdayMinutes: number }): string {
  if (minutes < 30) return '不到半小时';
  if (minutes < workdayMinutes) return `约 ${Math.max(1, Math.round(minutes / 60))} 个工作小时`;
  return `约 ${Math.round((minutes / workdayMinutes) * 2) / 2} 个工作日`;
}
