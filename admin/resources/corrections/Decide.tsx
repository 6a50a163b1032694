import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { CorrectionDetail } from '../../../bff/contract/corrections/endpoints.ts';
import { MAX_CORRECTION_OPINION } from '../../../bff/contract/corrections/limits.ts';
import { subjectUrl } from '../../addresses.ts';
import { everyFaultOf } from '../../providers/failure.ts';
import { useDecideCorrection } from './use-corrections.ts';

type Decision = ReturnType<typeof useDecideCorrection>;
type Verdict = 'adopt' | 'settle' | 'refuse';

const SAID = {
  adopt: '已采纳，登记信息已更正',
  settle: '已结案，申请人会看到处理意见',
  refuse: '未采纳，申请人会看到处理意见',
} as const satisfies Record<Verdict, string>;

/** 采纳并更正, 不采纳, or closed because staff have done it on the registry page. */
export function Decide({ correction }: { correction: CorrectionDetail }) {
  const { id, subjectKind, subjectId, version, can } = correction;
  const [asking, setAsking] = useState<Verdict | null>(null);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const decision = useDecideCorrection(id);
  if (!can.decide) return null;
  const ask = (verdict: Verdict | null) => {
    decision.reset();
    setAsking(verdict);
  };
  const decide = (verdict: Verdict, opinion: string) =>
    decision.mutate(verdict === 'adopt' ? { verdict, version } : { verdict, version, opinion }, {
      onSuccess: () => void message.success(SAID[verdict]),
    });
  return (
    <div className="action-bar decision">
      {asking === 'adopt' && (
        <Adoption
          correction={correction}
          decision={decision}
          onSure={() => decide('adopt', '')}
          onCancel={() => ask(null)}
        />
      )}
      {(asking === 'refuse' || asking === 'settle') && (
        <WithOpinion
          key={asking}
          verdict={asking}
          decision={decision}
          onSure={(opinion) => decide(asking, opinion)}
          onCancel={() => ask(null)}
        />
      )}
      {asking === null && (
        <div className="row">
          {can.adopt ? (
            <Button type="primary" onClick={() => ask('adopt')}>
              采纳并更正
            </Button>
          ) : (
            <Button type="primary" onClick={() => void navigate(subjectUrl(subjectKind, subjectId))}>
              到登记页面办理
            </Button>
          )}
          {!can.adopt && <Button onClick={() => ask('settle')}>已办理，结案</Button>}
          <Button danger onClick={() => ask('refuse')}>
            不采纳
          </Button>
        </div>
      )}
    </div>
  );
}

function Adoption({
  correction: { subjectName, label, now, wanted },
  decision,
  onSure,
  onCancel,
}: {
  correction: CorrectionDetail;
  decision: Decision;
  onSure(): void;
  onCancel(): void;
}) {
  return (
    <div className="confirm" role="group" aria-label="确认采纳">
      <p>
        {subjectName}的{label}由“{now || '空'}”改为“<strong>{wanted}</strong>
        ”，同时写入登记、记入操作日志，并告知申请人。请先核对证明材料。
      </p>
      <Fault decision={decision} />
      <div className="row">
        <Button type="primary" autoFocus loading={decision.isPending} onClick={onSure}>
          确认采纳并更正
        </Button>
        <Button onClick={onCancel}>取消</Button>
      </div>
    </div>
  );
}

function WithOpinion({
  verdict,
  decision,
  onSure,
  onCancel,
}: {
  verdict: 'settle' | 'refuse';
  decision: Decision;
  onSure(opinion: string): void;
  onCancel(): void;
}) {
  const [opinion, setOpinion] = useState('');
  const isRefusal = verdict === 'refuse';
  return (
    <form
      className="confirm"
      aria-label={isRefusal ? '不采纳' : '结案'}
      onSubmit={(event) => {
        event.preventDefault();
        onSure(opinion);
      }}
    >
      <label>
        <span className="required">处理意见</span>
        <Input.TextArea
          autoFocus
          value={opinion}
          maxLength={MAX_CORRECTION_OPINION}
          showCount
          autoSize={{ minRows: 2, maxRows: 6 }}
          placeholder={isRefusal ? '申请人会看到：为什么不采纳，还需要什么材料' : '申请人会看到：已怎样办理'}
          onChange={({ target }) => setOpinion(target.value)}
          onKeyDown={({ key }) => key === 'Escape' && onCancel()}
        />
      </label>
      <Fault decision={decision} />
      <div className="row">
        <Button type="primary" danger={isRefusal} htmlType="submit" loading={decision.isPending}>
          {isRefusal ? '确认不采纳' : '确认结案'}
        </Button>
        <Button onClick={onCancel}>取消</Button>
      </div>
    </form>
  );
}

/** What the registry's act refuses is said in its words, field by field; nothing has happened then. */
function Fault({ decision: { error } }: { decision: Decision }) {
  return error && <Alert type="error" showIcon role="alert" title={everyFaultOf(error)} />;
}
