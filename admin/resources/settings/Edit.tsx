import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Skeleton } from 'antd';
import { useState } from 'react';
import { settingsEndpoints } from '../../../bff/contract/settings/endpoints.ts';
import type { OfficeSettings } from '../../../bff/contract/settings/schemas.ts';
import { call } from '../../providers/call.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import { ServerForm } from '../../ui/form/ServerForm.tsx';
import { Conflict } from '../../ui/form/Conflict.tsx';
import { Changes } from '../../changes/Changes.tsx';
import { fields } from './fields.tsx';
import { CHANGES_KEY, WAITS } from '../../changes/use-changes.ts';

const KEY = ['settings', 'office'];

/** 设置: what members read about the office. */
export function SettingsEdit() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [saves, setSaves] = useState(0);
  const load = (signal: AbortSignal) => call(settingsEndpoints.showSettings, {}, signal);
  const { data, isError, error, refetch } = useQuery({ queryKey: KEY, queryFn: ({ signal }) => load(signal) });
  // The settings as they were when typing began; a refetch behind the form must not move their version.
  const [seen, setSeen] = useState<OfficeSettings>();
  if (data !== undefined && seen === undefined) setSeen(data);
  const show = (settings: OfficeSettings) => {
    client.setQueryData(KEY, settings);
    setSeen(settings);
    setSaves(saves + 1);
  };
  return (
    <Page title="设置" name="设置">
      {!seen && isError && <Failure error={error} onRetry={() => void refetch()} />}
      {!seen && !isError && <Skeleton active className="sheet padded" />}
      {seen && (
        <section className="sheet padded">
          <ServerForm
            // After saving it shows what holds now: what waits for a second person does not.
            key={saves}
            initial={seen}
            fields={fields}
            submitLabel="保存"
            onSubmit={(body) => call(settingsEndpoints.updateSettings, { body })}
            onSaved={({ waiting, ...saved }) => {
              show(saved);
              void client.invalidateQueries({ queryKey: ['settings', 'public'] });
              void client.invalidateQueries({ queryKey: CHANGES_KEY });
              void message.success(waiting ? `退款复核限额${WAITS}，其余已保存` : '已保存');
            }}
            conflict={(typed, resubmit) => (
              <Conflict
                load={load}
                cacheKey={KEY}
                seen={seen}
                typed={typed}
                toValues={(settings) => settings}
                fields={fields}
                onReload={show}
                onInsist={(_latest, merged) => resubmit(merged)}
              />
            )}
          />
        </section>
      )}
      <Changes />
    </Page>
  );
}
