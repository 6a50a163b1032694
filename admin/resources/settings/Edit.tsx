import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Skeleton } from 'antd';
import { settingsEndpoints } from '../../../bff/contract/settings/endpoints.ts';
import { call } from '../../providers/call.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import { InPlaceForm } from '../../ui/form/InPlaceForm.tsx';
import { Changes } from '../../changes/Changes.tsx';
import { fields } from './fields.tsx';
import { CHANGES_KEY, WAITS } from '../../changes/use-changes.ts';

const KEY = ['settings', 'office'];

/** 设置: what members read about the office. */
export function SettingsEdit() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const load = (signal: AbortSignal) => call(settingsEndpoints.showSettings, {}, signal);
  const { data, isError, error, refetch } = useQuery({ queryKey: KEY, queryFn: ({ signal }) => load(signal) });
  return (
    <Page title="设置" name="设置">
      {!data && isError && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <Skeleton active className="sheet padded" />}
      {data && (
        <section className="sheet padded">
          <InPlaceForm
            initial={data}
            cacheKey={KEY}
            load={load}
            fields={fields}
            save={(body) => call(settingsEndpoints.updateSettings, { body })}
            toValues={({ waiting: _waiting, ...saved }) => saved}
            onSaved={({ waiting }) => {
              void client.invalidateQueries({ queryKey: ['settings', 'public'] });
              void client.invalidateQueries({ queryKey: CHANGES_KEY });
              void message.success(waiting ? `退款复核限额${WAITS}，其余已保存` : '已保存');
            }}
          />
        </section>
      )}
      <Changes />
    </Page>
  );
}
