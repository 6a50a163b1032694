import { Alert } from 'antd';
import type { PaperResults } from '../../../bff/contract/papers/endpoints.ts';

/** How many were done, and why the others were not. */
export function Results({ reply, done }: { reply: PaperResults | undefined; done: string }) {
  if (!reply) return null;
  const failed = reply.results.filter(({ failure }) => failure !== null);
  return (
    <Alert
      type={failed.length > 0 ? 'warning' : 'success'}
      showIcon
      role="status"
      title={`${done} ${reply.results.length - failed.length} 单${failed.length > 0 ? `，${failed.length} 单未成功` : ''}`}
      description={
        failed.length > 0 && (
          <ul className="plain">
            {failed.map(({ id, number, failure }) => (
              <li key={id}>
                <span className="figures">{number}</span> {failure}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
