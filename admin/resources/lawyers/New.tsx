import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import { registryEndpoints } from '../../../bff/contract/registry/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { Page } from '../../ui/Page.tsx';
import { ServerForm } from '../../ui/form/ServerForm.tsx';
import { lawyerFields, newLawyer, toLawyerInput } from './lawyer-form.tsx';

const fields = lawyerFields('none');

/** 新增律师; the account comes with it. */
export function LawyerNew() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  return (
    <Page title="新增律师" name="新增律师" back={{ to: pageUrl('lawyers'), label: '律师' }}>
      <section className="sheet padded">
        <ServerForm
          initial={newLawyer}
          fields={fields}
          submitLabel="保存"
          onSubmit={(values) => call(registryEndpoints.createLawyer, { body: toLawyerInput(values) })}
          onSaved={({ id }) => {
            void client.invalidateQueries({ queryKey: ['lawyers'] });
            void message.success('已登记');
            void navigate(pageUrl('lawyer', { id }), { replace: true });
          }}
        />
      </section>
    </Page>
  );
}
