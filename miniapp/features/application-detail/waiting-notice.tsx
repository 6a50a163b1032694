import type { ApplicationDetail } from '../../../bff/contract/certificates/endpoints.ts';
import { Box } from '../../ui/elements.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';

/** The server counts no further. */
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
      {wait.usualMinutes === null ? null : (
        <Box>近30天，从提交到审结一般用时约 {inWords(wait.usualMinutes)}（含非办公时间）。</Box>
      )}
    </Notice>
  );
}

function inWords(minutes: number): string {
  if (minutes < 60) return `${minutes} 分钟`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} 小时` : `${Math.round(hours / 24)} 天`;
}
