import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { StaffApplicationDetail } from '../../../../bff/contract/certificates/endpoints.ts';
import { recordEndpoints } from '../../../../bff/contract/records/endpoints.ts';
import { MAX_NAME_REASON } from '../../../../bff/contract/records/limits.ts';
import { registryEndpoints } from '../../../../bff/contract/registry/endpoints.ts';
import { pageUrl } from '../../../addresses.ts';
import { call } from '../../../providers/call.ts';
import { sentenceOf } from '../../../providers/failure.ts';
import { useMay } from '../../../providers/permission.ts';
import { useLookAgain } from '../use-application.ts';
import { faultOf } from './ReasonField.tsx';

/**
 * A name in Latin letters that nobody has confirmed yet: an act of its own, of whoever keeps the registry, with its ground.
 * No approval does it on the way.
 */
export function LatinNameCheck({ application }: { application: StaffApplicationDetail }) {
  const { state, findings, lawyers, latinName } = application;
  const isOpen = findings.some(({ rule, result }) => rule === 'latin_name_confirmed' && result === 'doubtful');
  const [lawyer] = lawyers;
  const may = useMay()(recordEndpoints.confirmLatinName);
  if (state !== 'pending' || !isOpen || !lawyer) return null;
  return (
    <section className="sheet padded" aria-label="拉丁字母姓名">
      <h2>拉丁字母姓名</h2>
      <p>
        {lawyer.name}填写“<strong>{latinName}</strong>”，尚未核定。
        {may
          ? '请与护照等证件核对，一致的在此核定；核定后证明只印这一写法。'
          : '请由会员管理人员与护照等证件核对后，在律师页面核定。'}
      </p>
      {may ? (
        <Confirmation application={application} lawyerId={String(lawyer.id)} />
      ) : (
        <Link to={pageUrl('lawyer', { id: lawyer.id })}>打开律师页面</Link>
      )}
    </section>
  );
}

function Confirmation({ application, lawyerId }: { application: StaffApplicationDetail; lawyerId: string }) {
  const client = useQueryClient();
  const again = useLookAgain(String(application.id));
  const [reason, setReason] = useState('');
  const params = { id: lawyerId };
  const key = ['lawyers', 'one', lawyerId];
  const { data: lawyer } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(registryEndpoints.showLawyer, { params }, signal),
  });
  const confirm = useMutation({
    mutationFn: (version: number) =>
      call(recordEndpoints.confirmLatinName, { params, body: { latinName: application.latinName, reason, version } }),
    onSuccess: (saved) => {
      client.setQueryData(key, saved);
      return again.mutateAsync();
    },
    onError: () => client.invalidateQueries({ queryKey: key }),
  });
  const fault = faultOf(confirm.error, 'reason');
  const refusal = confirm.error ?? again.error;
  return (
    <form
      className="confirm"
      aria-label="核定拉丁字母姓名"
      onSubmit={(event) => {
        event.preventDefault();
        if (lawyer) confirm.mutate(lawyer.version);
      }}
    >
      <label>
        <span className="required">核定依据</span>
        <Input
          value={reason}
          maxLength={MAX_NAME_REASON}
          placeholder="核对了什么证件，例如 护照 E12345678"
          status={fault ? 'error' : ''}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {refusal && (
        <p role="alert" className="fault">
          {fault ?? sentenceOf(refusal)}
        </p>
      )}
      <div className="row">
        <Button htmlType="submit" disabled={!lawyer} loading={confirm.isPending}>
          核定“{application.latinName}”
        </Button>
      </div>
    </form>
  );
}
