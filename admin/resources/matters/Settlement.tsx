import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { MAX_REASON } from '../../../bff/contract/certificates/limits.ts';
import type { MatterRow } from '../../../bff/contract/matters/endpoints.ts';
import { standingEndpoints } from '../../../bff/contract/standing/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { everyFaultOf } from '../../providers/failure.ts';
import { useMay } from '../../providers/permission.ts';
import { useSettlement } from './use-matters.ts';
import { useWarnWhile } from '../../ui/form/use-leave-warning.ts';

type Act = 'revoke' | 'uphold';

const WORDS = {
  revoke: {
    what: '核验页和所有分享链接立即显示“已撤销”，不能恢复。申请人会收到通知和理由。',
    label: '撤销理由',
    hint: '申请人会看到这段说明，请勿写入他人信息',
    button: '确认撤销',
    said: '已撤销，申请人会收到通知',
  },
  uphold: {
    what: '证明内容仍然属实，证明继续有效。理由只供工作人员查看，记入操作日志。',
    label: '仍属实的理由',
    hint: '至少5个字：核对了什么，为什么证明仍然属实',
    button: '确认仍属实',
    said: '已记为仍属实',
  },
} as const satisfies Record<Act, object>;

/** 撤销, 更正重出 (on the letter's own page) or 仍属实, of one letter. */
export function Settlement({ matter }: { matter: MatterRow }) {
  const [asking, setAsking] = useState<Act | null>(null);
  const may = useMay();
  if (matter.state !== 'open') return null;
  if (asking) return <Asking key={asking} act={asking} matter={matter} onClose={() => setAsking(null)} />;
  return (
    <div className="row">
      <Button onClick={() => setAsking('uphold')}>仍属实</Button>
      {may(standingEndpoints.replaceCertificate) ? (
        <Link to={pageUrl('application', { id: matter.applicationId })}>更正重出</Link>
      ) : (
        <span className="quiet">更正重出由审核人员办理</span>
      )}
      <Button danger onClick={() => setAsking('revoke')}>
        撤销
      </Button>
    </div>
  );
}

function Asking({ act, matter: { id, number }, onClose }: { act: Act; matter: MatterRow; onClose(): void }) {
  const [reason, setReason] = useState('');
  useWarnWhile(reason !== '');
  const settlement = useSettlement(id);
  const { message } = App.useApp();
  const { what, label, hint, button, said } = WORDS[act];
  const { error } = settlement;
  return (
    <form
      className="confirm"
      aria-label={`${button}：编号${number}`}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        settlement.mutate({ act, reason }, { onSuccess: () => void message.success(said) });
      }}
    >
      <p>{what}</p>
      <label>
        <span className="required">{label}</span>
        <Input.TextArea
          autoFocus
          value={reason}
          maxLength={MAX_REASON}
          showCount
          autoSize={{ minRows: 2, maxRows: 6 }}
          placeholder={hint}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      {error && <Alert type="error" showIcon role="alert" title={everyFaultOf(error)} />}
      <div className="row">
        <Button type="primary" danger={act === 'revoke'} htmlType="submit" loading={settlement.isPending}>
          {button}
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  );
}
