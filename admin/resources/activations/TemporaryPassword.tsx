import { Button, Modal } from 'antd';
import type { TemporaryPassword as Given } from '../../../bff/contract/staff/endpoints.ts';

/** The one time that a temporary password is shown. */
export function TemporaryPassword({ given, onClose }: { given: Given | null; onClose(): void }) {
  // Taken away at once: a dialog that fades would still hold it.
  if (!given) return null;
  return (
    <Modal
      open
      title="临时密码"
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose}>
          已记下，关闭
        </Button>
      }
    >
      <p>请当面或通过可靠方式告知本人。临时密码只显示这一次，首次登录后必须设置新密码。</p>
      <dl className="facts">
        <div>
          <dt>账号</dt>
          <dd className="figures">{given.login}</dd>
        </div>
        <div>
          <dt>临时密码</dt>
          <dd className="figures">
            <strong>{given.password}</strong>
          </dd>
        </div>
      </dl>
    </Modal>
  );
}
