import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import { typeEndpoints } from '../../../bff/contract/certificate-types/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { Page } from '../../ui/Page.tsx';
import { ServerForm } from '../../ui/form/ServerForm.tsx';
import { newType, toTypeInput, typeFields } from './type-form.tsx';

/** 新增类型; members see it once its wording is written and it is put to use. */
export function TypeNew() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  return (
    <Page title="新增证明类型" name="新增证明类型" back={{ to: pageUrl('types'), label: '证明类型' }}>
      <section className="sheet padded">
        <p className="quiet form-intro">新增后为停用状态；编写正文，另一位管理员同意启用后，会员才能申请。</p>
        <ServerForm
          initial={newType}
          fields={typeFields}
          submitLabel="保存，编写正文"
          onSubmit={(values) => call(typeEndpoints.createType, { body: toTypeInput(values) })}
          onSaved={({ id }) => {
            void client.invalidateQueries({ queryKey: ['types'] });
            void message.success('已新增');
            void navigate(pageUrl('wording', { id }), { replace: true });
          }}
        />
      </section>
    </Page>
  );
}
