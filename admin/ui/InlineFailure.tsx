import { Button } from 'antd';
import { sentenceOf } from '../providers/failure.ts';

/** What could not be read of a part of a page, with 重试; the page around it stays. */
export function InlineFailure({ error, onRetry }: { error: unknown; onRetry(): void }) {
  return (
    <p role="alert">
      {sentenceOf(error)}{' '}
      <Button type="link" onClick={onRetry}>
        重试
      </Button>
    </p>
  );
}
