import { useDidShow } from '@tarojs/taro';
import type { ReactNode } from 'react';
import type { OwnHoursClaim } from '../../../bff/contract/external-hours/replies.ts';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import { useClaim } from './use-claims.ts';

/** An own claim, once it is there. */
export function OneClaim({ id, children }: { id: number; children: (claim: OwnHoursClaim) => ReactNode }) {
  const { data, isError, error, refetch } = useClaim(id);
  useDidShow(() => void refetch());
  if (data) return <>{children(data)}</>;
  return <Sheet>{isError ? <Failure fault={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} />}</Sheet>;
}
