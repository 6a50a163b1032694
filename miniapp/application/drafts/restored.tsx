import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import { KEPT_DAYS } from './use-kept.ts';

/** Says that what stands in the form was typed earlier, and offers to begin anew. */
export function Restored({ hasFiles, onStartAnew }: { hasFiles: 'files' | 'none'; onStartAnew: () => void }) {
  return (
    <Notice>
      已恢复您上次没有提交的内容（保存在本设备，{KEPT_DAYS}天内有效
      {hasFiles === 'files' ? '；附件请重新上传' : ''}）。
      <Button kind="text" onTap={onStartAnew}>
        清空重写
      </Button>
    </Notice>
  );
}
