import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import {
  activationEndpoints,
  type ActivationCodeReply,
  type ActivationRow,
} from '../../../bff/contract/endpoints/activation.ts';
import { call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { formatInstant } from '../../ui/dates.ts';

/** 当面发放: after the identity card has been looked at, the code is shown once. */
export function HandOver({
  row,
  isLarge = false,
}: {
  row: Pick<ActivationRow, 'id' | 'kind' | 'name'>;
  /** Among the acts of a member's own page. */
  isLarge?: boolean;
}) {
  const client = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const [given, setGiven] = useState<ActivationCodeReply | null>(null);
  const make = useMutation({
    mutationFn: () => call(activationEndpoints.handOverCode, { params: { id: String(row.id) } }),
    onSuccess: (reply) => {
      setIsAsking(false);
      setGiven(reply);
    },
    gcTime: 0,
  });
  const close = () => {
    setGiven(null);
    void client.invalidateQueries({ queryKey: ['activations'] });
  };
  return (
    <>
      <Button size={isLarge ? 'middle' : 'small'} onClick={() => setIsAsking(true)}>
        {isLarge ? '当面发开通码' : '当面发放'}
      </Button>
      <Modal
        open={isAsking}
        title={`当面发放开通码：${row.name}`}
        okText="已核对，生成开通码"
        cancelText="取消"
        confirmLoading={make.isPending}
        onOk={() => make.mutate()}
        onCancel={() => setIsAsking(false)}
      >
        <p>
          {row.kind === 'lawyer'
            ? '请当面核对本人身份证。执业证或其扫描件不能证明来人是谁；所在机构不能代领。'
            : '请核对来人身份证和机构出具的授权书。'}
          以前发放的开通码随即作废。
        </p>
        {make.isError && <Alert type="error" showIcon title={sentenceOf(make.error)} role="alert" />}
      </Modal>
      {given && (
        <Modal
          open
          title="开通码"
          closable={false}
          mask={{ closable: false }}
          keyboard={false}
          footer={
            <Button type="primary" onClick={close}>
              已交给本人，关闭
            </Button>
          }
        >
          <p>只显示这一次。请本人打开会员端登录页，点“开通账号”。</p>
          <dl className="facts">
            <div>
              <dt>账号</dt>
              <dd className="figures">{given.login}</dd>
            </div>
            <div>
              <dt>开通码</dt>
              <dd className="figures">
                <strong>{given.code}</strong>
              </dd>
            </div>
            <div>
              <dt>有效期至</dt>
              <dd className="figures">{formatInstant(given.expiresAt)}</dd>
            </div>
          </dl>
        </Modal>
      )}
    </>
  );
}
