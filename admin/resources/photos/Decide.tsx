import { Alert, App, Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { COMPARED_WITH, type ComparedWith } from '../../../bff/contract/photos/enums.ts';
import { MAX_OPINION } from '../../../bff/contract/photos/limits.ts';
import type { PhotoDetail } from '../../../bff/contract/photos/replies.ts';
import { everyFaultOf } from '../../providers/failure.ts';
import { submitsOrLeaves } from '../../ui/form/submits-or-leaves.ts';
import { useWarnWhile } from '../../ui/form/use-leave-warning.ts';
import { useHotkeys } from '../../ui/hooks/use-hotkeys.ts';
import { useDecidePhoto } from './use-photos.ts';

const COMPARED = Object.entries(COMPARED_WITH) as [ComparedWith, string][];
const CHOICES = COMPARED.map(([value, label], at) => ({
  value,
  label: (
    <>
      <kbd aria-hidden>{at + 1}</kbd> {label}
    </>
  ),
}));

/** The keys of it. */
export const DECIDE_KEYS: [string, string][] = [
  [`1–${COMPARED.length}`, '核对的材料'],
  ['a', '通过'],
  ['r', '不通过'],
  ['Ctrl+Enter', '确认'],
];

/**
 * 通过, saying what the photo was compared with, or 不通过 with a reason that the member reads. `onDecided` leads on: a
 * reviewer has many.
 */
export function Decide({ photo, onDecided }: { photo: PhotoDetail; onDecided: () => Promise<void> }) {
  const { id, version, lawyerName } = photo;
  const [isRefusing, setRefusing] = useState(false);
  const [comparedWith, setComparedWith] = useState<ComparedWith | null>(null);
  const [opinion, setOpinion] = useState('');
  const { message } = App.useApp();
  const decision = useDecidePhoto(id);
  const told = (words: string) => {
    void message.success(words);
    void onDecided();
  };
  const leave = submitsOrLeaves(() => setRefusing(false));
  useWarnWhile(isRefusing && opinion !== '' && !decision.isPending && !decision.isSuccess);
  useHotkeys(
    isRefusing
      ? {}
      : {
          ...Object.fromEntries(COMPARED.map(([what], at) => [String(at + 1), () => setComparedWith(what)])),
          a: comparedWith && !decision.isPending ? () => pass() : undefined,
          r: () => setRefusing(true),
        },
  );
  const pass = () =>
    comparedWith &&
    decision.mutate(
      { verdict: 'pass', comparedWith, version },
      { onSuccess: () => told(`${lawyerName}的照片已通过并启用，身份核验日期已登记`) },
    );
  const refuse = () =>
    decision.mutate(
      { verdict: 'refuse', opinion, version },
      { onSuccess: () => told(`${lawyerName}的照片未通过，本人会看到原因`) },
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
          onKeyDown={leave}
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
