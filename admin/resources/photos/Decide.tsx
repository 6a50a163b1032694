import { Alert, App, Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { COMPARED_WITH, type ComparedWith } from '../../../bff/contract/photos/enums.ts';
import { MAX_OPINION } from '../../../bff/contract/photos/limits.ts';
import type { PhotoDetail } from '../../../bff/contract/photos/replies.ts';
import { everyFaultOf } from '../../providers/failure.ts';
import { useDecidePhoto } from './use-photos.ts';

const CHOICES = Object.entries(COMPARED_WITH).map(([value, label]) => ({ value, label }));

/** 通过, saying what the photo was compared with, or 不通过 with a reason that the member reads. */
export function Decide({ photo: { id, version } }: { photo: PhotoDetail }) {
  const [isRefusing, setRefusing] = useState(false);
  const [comparedWith, setComparedWith] = useState<ComparedWith | null>(null);
  const [opinion, setOpinion] = useState('');
  const { message } = App.useApp();
  const decision = useDecidePhoto(id);
  const pass = () =>
    comparedWith &&
    decision.mutate(
      { verdict: 'pass', comparedWith, version },
      { onSuccess: () => void message.success('已通过，照片已启用，身份核验日期已登记') },
    );
  const refuse = () =>
    decision.mutate(
      { verdict: 'refuse', opinion, version },
      { onSuccess: () => void message.success('未通过，本人会看到原因') },
    );
  const fault = decision.error && <Alert type="error" showIcon role="alert" title={everyFaultOf(decision.error)} />;
  if (isRefusing) {
    return (
      <div className="action-bar decision">
        <form
          className="confirm"
          aria-label="不通过"
          onSubmit={(event) => {
            event.preventDefault();
            refuse();
          }}
        >
          <label>
            <span className="required">原因</span>
            <Input.TextArea
              autoFocus
              value={opinion}
              maxLength={MAX_OPINION}
              showCount
              autoSize={{ minRows: 2, maxRows: 6 }}
              placeholder="本人会看到：哪里不合要求，应当怎样重拍"
              onChange={({ target }) => setOpinion(target.value)}
            />
          </label>
          {fault}
          <div className="row">
            <Button type="primary" danger htmlType="submit" loading={decision.isPending}>
              确认不通过
            </Button>
            <Button onClick={() => setRefusing(false)}>取消</Button>
          </div>
        </form>
      </div>
    );
  }
  return (
    <div className="action-bar decision">
      <div className="confirm" role="group" aria-label="核验">
        <div>
          <span className="required">照片与什么核对一致</span>{' '}
          <Radio.Group
            options={CHOICES}
            value={comparedWith}
            onChange={({ target }) => setComparedWith(target.value as ComparedWith)}
          />
        </div>
        {fault}
        <div className="row">
          <Button type="primary" disabled={comparedWith === null} loading={decision.isPending} onClick={pass}>
            是本人，通过
          </Button>
          <Button danger onClick={() => setRefusing(true)}>
            不通过
          </Button>
        </div>
      </div>
    </div>
  );
}
