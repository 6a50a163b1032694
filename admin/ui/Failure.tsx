import { Button, Result } from 'antd';
import { ApiFailure, sentenceOf } from '../providers/failure.ts';

interface FailureProps {
  error: unknown;
  onRetry?: (() => void) | undefined;
}

/** What happened, in the server's words, the number to quote, and 重试. */
export function Failure({ error, onRetry }: FailureProps) {
  const requestId = error instanceof ApiFailure ? error.requestId : '';
  return (
    <Result
      status="warning"
      className="failure"
      title={sentenceOf(error)}
      subTitle={requestId && `如需协助，请告知编号 ${requestId}`}
      extra={
        onRetry && (
          <Button type="primary" onClick={onRetry}>
            重试
          </Button>
        )
      }
    />
  );
}
