import { useDidShow } from '@tarojs/taro';
import type { ReactNode } from 'react';
import type { ActivityPage } from '../../../bff/contract/activities/replies.ts';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import { useActivity } from './use-activities.ts';

/** Asks for an activity, again whenever the page is shown, and hands it on. */
export function OneActivity({ id, children }: { id: number; children: (activity: ActivityPage) => ReactNode }) {
  const { data, isError, error, refetch } = useActivity(id);
  useDidShow(() => void refetch());
  if (isError && !data) return <Failure fault={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Sheet>
        <Skeleton lines={8} />
      </Sheet>
    );
  return children(data);
}
