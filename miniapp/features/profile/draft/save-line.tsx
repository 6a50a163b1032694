import { Button } from '../../../ui/button.tsx';
import { Box } from '../../../ui/elements.tsx';
import { Notice } from '../../../ui/sheets/sheet.tsx';
import type { SaveState } from './autosave.ts';
import styles from '../profile.module.css';

const WORDS = {
  saved: '已自动保存',
  waiting: '正在输入…',
  saving: '正在保存…',
} as const;

/** Where what is typed stands. */
export function SaveLine({
  state,
  isSensitive,
  onRetry,
}: {
  state: SaveState;
  /** What is typed is in part never kept on the device. */
  isSensitive: boolean;
  onRetry: () => void;
}) {
  if (state.kind === 'conflict') return null;
  if (state.kind === 'offline') {
    return (
      <Notice tone="warn">
        <Box live="polite">
          网络连接不上，已填写的内容保存在本设备，联网后自动上传。
          {isSensitive ? '家庭成员、家庭住址等敏感内容不保存在设备上，上传之前请不要关闭本页。' : ''}
        </Box>
        <Button kind="text" onTap={onRetry}>
          立即重试
        </Button>
      </Notice>
    );
  }
  if (state.kind === 'refused') {
    return (
      <Notice tone="bad">
        <Box live="assertive">没有保存：{state.words}</Box>
      </Notice>
    );
  }
  return (
    <Box className={styles.saveLine} live="polite">
      {WORDS[state.kind]}
    </Box>
  );
}
