import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { MAX_STAFF_REASON } from '../../../bff/contract/limits.ts';
import { registryEndpoints, type DisciplineRow } from '../../../bff/contract/registry/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { OneFieldForm } from '../../ui/form/OneFieldForm.tsx';
import { doubtsOf } from './doubts-of.ts';

/** 撤销登记: takes back a record that was entered by mistake, for a reason that stays in the log. */
export function Withdrawal({ record }: { record: DisciplineRow }) {
  const [isAsking, setIsAsking] = useState(false);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { id, version } = record;
  const withdraw = useMutation({
    mutationFn: (reason: string) =>
      call(registryEndpoints.withdrawDiscipline, { params: { id: String(id) }, body: { reason, version } }),
    onSuccess: () => {
      void message.success('已撤销登记');
      void navigate(pageUrl('discipline'), { replace: true });
      void client.invalidateQueries({ queryKey: ['discipline'] });
    },
  });
  return (
    <section className="sheet padded" aria-labelledby="withdrawal">
      <h2 id="withdrawal">撤销登记</h2>
      {doubtsOf(record) && <Alert type="warning" showIcon role="note" title={doubtsOf(record)} />}
      <p className="quiet">
        登记错了（重复登记、登记到他人名下）才撤销，记录不再存在，操作日志保留其内容和原因。处分本身被撤销的，请把状态改为“已撤案”。
      </p>
      {!isAsking && (
        <Button danger onClick={() => setIsAsking(true)}>
          撤销这条登记
        </Button>
      )}
      {isAsking && (
        <OneFieldForm
          title="撤销登记"
          label="撤销原因"
          placeholder="将记入操作日志"
          maxLength={MAX_STAFF_REASON}
          field="reason"
          act={withdraw}
          submitLabel="确认撤销"
          isDanger
          onClose={() => setIsAsking(false)}
        />
      )}
    </section>
  );
}
