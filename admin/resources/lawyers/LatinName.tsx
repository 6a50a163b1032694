import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { recordEndpoints } from '../../../bff/contract/endpoints/records.ts';
import type { LawyerDetail } from '../../../bff/contract/endpoints/registry.ts';
import { call } from '../../providers/call.ts';
import { ApiFailure, hasCode, sentenceOf } from '../../providers/failure.ts';
import { useMay } from '../../providers/permission.ts';
import { StateTag } from '../../ui/StateTag.tsx';
import { lawyerKey } from './use-lawyer.ts';

/** How a lawyer is called in Latin letters, and whether staff have compared that with a passport. */
export function LatinName({ lawyer }: { lawyer: LawyerDetail }) {
  const may = useMay()(recordEndpoints.confirmLatinName);
  const [isAsking, setIsAsking] = useState(false);
  const { latinName, latinNameConfirmedOn: on } = lawyer;
  return (
    <>
      {latinName || '—'} {on && <StateTag tone="good" label={`${on} 已确认`} />}
      {!on && latinName && <StateTag tone="wait" label="未确认" />}{' '}
      {may && !isAsking && !on && (
        <Button type="link" size="small" onClick={() => setIsAsking(true)}>
          确认外文姓名
        </Button>
      )}
      {isAsking && <Confirmation lawyer={lawyer} onDone={() => setIsAsking(false)} />}
    </>
  );
}

function Confirmation({ lawyer, onDone }: { lawyer: LawyerDetail; onDone(): void }) {
  const client = useQueryClient();
  const [name, setName] = useState(lawyer.latinName);
  const key = lawyerKey(String(lawyer.id));
  const confirm = useMutation({
    mutationFn: () =>
      call(recordEndpoints.confirmLatinName, {
        params: { id: String(lawyer.id) },
        body: { latinName: name, version: lawyer.version },
      }),
    onSuccess: (saved) => {
      client.setQueryData(key, saved);
      onDone();
    },
    onError: (error) => {
      if (hasCode(error, 'changed_meanwhile')) void client.invalidateQueries({ queryKey: key });
    },
  });
  const { error } = confirm;
  return (
    <form
      className="reveal"
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate();
      }}
    >
      <label>
        <span className="required">外文姓名</span>
        <Input
          autoFocus
          value={name}
          maxLength={80}
          placeholder="与护照一致，例如 LIN Zhiyuan"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <p className="quiet">确认后，本人可自助开具中英对照的会员证明；以后修改姓名须重新确认。</p>
      {error && (
        <p role="alert" className="fault">
          {(error instanceof ApiFailure && error.fields['latinName']) || sentenceOf(error)}
        </p>
      )}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={confirm.isPending}>
          确认
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </form>
  );
}
