import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Failure } from '../Failure.tsx';

/** Figures once they are there: those of before, paler, while others are asked for; in words where there are none. */
export function StatisticsBody<Figures>({
  query,
  children,
}: {
  query: UseQueryResult<Figures>;
  children: (figures: Figures) => ReactNode;
}) {
  const { data, isError, error, refetch, isPlaceholderData } = query;
  if (data) return <div className={isPlaceholderData ? 'statistics rows-stale' : 'statistics'}>{children(data)}</div>;
  if (isError) return <Failure error={error} onRetry={() => void refetch()} />;
  return <Skeleton active className="sheet padded" paragraph={{ rows: 8 }} />;
}
