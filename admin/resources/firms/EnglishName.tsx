import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { recordEndpoints } from '../../../bff/contract/endpoints/records.ts';
import type { FirmDetail } from '../../../bff/contract/endpoints/registry.ts';
import { call } from '../../providers/call.ts';
import { ApiFailure, hasCode, sentenceOf } from '../../providers/failure.ts';
import { useMay } from '../../providers/permission.ts';
import { StateTag } from '../../ui/StateTag.tsx';
import { firmKey } from './use-firm.ts';

/** How a firm is called in English, and whether staff have compared that with its documents. */
export function EnglishName({ firm }: { firm: FirmDetail }) {
  const may = useMay()(recordEndpoints.confirmEnglishName);
  const [isAsking, setIsAsking] = useState(false);
  const { englishName, englishNameConfirmedOn: on } = firm;
  return (
    <>
      {englishName || '—'} {on && <StateTag tone="good" label={`${on} 已核定`} />}
      {!on && englishName && <StateTag tone="wait" label="未核定" />}{' '}
      {may && !isAsking && (
        <Button type="link" size="small" onClick={() => setIsAsking(true)}>
          {on ? '修改英文名称' : '核定英文名称'}
        </Button>
      )}
      {isAsking && <Confirmation firm={firm} onDone={() => setIsAsking(false)} />}
    </>
  );
}

function Confirmation({ firm, onDone }: { firm: FirmDetail; onDone(): void }) {
  const client = useQueryClient();
  const [name, setName] = useState(firm.englishName);
  const key = firmKey(String(firm.id));
  const confirm = useMutation({
    mutationFn: () =>
      call(recordEndpoints.confirmEnglishName, {
        params: { id: String(firm.id) },
        body: { englishName: name, version: firm.version },
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
        <span className="required">英文名称</span>
        <Input
          autoFocus
          value={name}
          maxLength={150}
          placeholder="与律所印章、网站一致，例如 Qingming Law Firm"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <p className="quiet">核定后，中英对照的证明使用该名称；律所更名后须重新核定。</p>
      {error && (
        <p role="alert" className="fault">
          {(error instanceof ApiFailure && error.fields['englishName']) || sentenceOf(error)}
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
