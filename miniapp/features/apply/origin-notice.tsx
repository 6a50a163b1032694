import type { Origin } from '../../application/origin.ts';
import { Box } from '../../ui/elements.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';

/** Above a form that was filled in from an earlier application: from which one, what is missing, what has changed since. */
export function OriginNotice({ origin }: { origin: Origin | null }) {
  if (!origin) return null;
  const { kind, number, returned, said } = origin;
  return (
    <Notice>
      <Box as="strong">
        {kind === 'completion'
          ? `补正编号 ${number} 的申请，重新提交后编号不变。`
          : `已带入编号 ${number} 的内容，提交后是一份新的申请。`}
      </Box>
      {returned ? <Box>退回原因：{returned.reason}</Box> : null}
      {returned ? <Box>需补正：{returned.request}</Box> : null}
      {said.map((sentence) => (
        <Box key={sentence}>{sentence}。</Box>
      ))}
    </Notice>
  );
}
