import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import { registryEndpoints } from '../../../bff/contract/registry/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { Page } from '../../ui/Page.tsx';
import { ServerForm } from '../../ui/form/ServerForm.tsx';
import { disciplineFields, newDiscipline, toDisciplineInput } from './discipline-form.tsx';
import { sameDocument } from './same-document.ts';

/** 登记处分. */
export function DisciplineNew() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  return (
    <Page title="登记处分" name="登记处分" back={{ to: pageUrl('discipline'), label: '行业处分' }}>
      <section className="sheet padded">
        <ServerForm
          initial={newDiscipline}
          fields={disciplineFields}
          submitLabel="保存"
          onSubmit={(values) => call(registryEndpoints.createDiscipline, { body: toDisciplineInput(values) })}
          onSaved={(saved) => {
            void client.invalidateQueries({ queryKey: ['discipline'] });
            if (saved.sameDocument > 0) void message.warning(`已登记。${sameDocument(saved)}`, 8);
            else void message.success('已登记');
            void navigate(pageUrl('discipline'), { replace: true });
          }}
        />
      </section>
    </Page>
  );
}
