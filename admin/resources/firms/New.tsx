import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import { registryEndpoints } from '../../../bff/contract/registry/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { Page } from '../../ui/Page.tsx';
import { ServerForm } from '../../ui/form/ServerForm.tsx';
import { firmFields, newFirm, toFirmInput } from './firm-form.ts';

/** 新增律所; its account comes with it. */
export function FirmNew() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  return (
    <Page title="新增律所" name="新增律所" back={{ to: pageUrl('firms'), label: '律所' }}>
      <section className="sheet padded">
        <ServerForm
          initial={newFirm}
          fields={firmFields}
          submitLabel="保存"
          onSubmit={(values) => call(registryEndpoints.createFirm, { body: toFirmInput(values) })}
          onSaved={({ id }) => {
            void client.invalidateQueries({ queryKey: ['firms'] });
            void message.success('已登记');
            void navigate(pageUrl('firm', { id }), { replace: true });
          }}
        />
      </section>
    </Page>
  );
}
