import { Alert, App, Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { DecideFieldChange as Decision } from '../../../../bff/contract/field-changes/schemas.ts';
import { isDelivered } from '../../../../bff/contract/files/enums.ts';
import { IDENTITY_KINDS, type IdentityKind } from '../../../../bff/contract/registry/enums.ts';
import type { TicketDetail } from '../../../../bff/contract/tickets/endpoints.ts';
import { MAX_TICKET_BODY } from '../../../../bff/contract/tickets/limits.ts';
import { subjectUrl } from '../../../addresses.ts';
import { everyFaultOf } from '../../../providers/failure.ts';
import type { Change } from './FieldChange.tsx';
import { useDecideFieldChange } from './use-field-change.ts';
import { useWarnWhile } from '../../../ui/form/use-leave-warning.ts';

type Verdict = Decision['verdict'];

const SAID = {
  adopt: '已采纳，登记信息已更正，工单已解决',
  settle: '已结案，工单已解决',
  refuse: '未采纳，工单已解决',
} as const satisfies Record<Verdict, string>;
const PROPOSED = '已提请复核，另一位管理员确认后更正';
/** A decision rests on what can be looked at: not on what was taken back, or is still being checked. */
const openable = ({ proofs }: Change) => proofs.filter(({ file }) => isDelivered(file.state));
const SURE = { settle: '确认结案', refuse: '确认不采纳' } as const;

/** 采纳并更正, 不采纳, or closed because staff have done it on the registry page; each with what the member reads. */
export function DecideFieldChange({ ticket, change }: { ticket: TicketDetail; change: Change }) {
  const [asking, setAsking] = useState<Verdict | null>(null);
  const navigate = useNavigate();
  const { can, subjectKind, subjectId, takesTwo } = change;
  if (asking !== null) return <Form ticket={ticket} change={change} verdict={asking} onClose={() => setAsking(null)} />;
  return (
    <div className="row">
      {can.adopt ? (
        <Button type="primary" onClick={() => setAsking('adopt')}>
          {takesTwo ? '核对无误，提请复核' : '采纳并更正'}
        </Button>
      ) : (
        <>
          <Button type="primary" onClick={() => void navigate(subjectUrl(subjectKind, subjectId))}>
            到登记页面办理
          </Button>
          <Button onClick={() => setAsking('settle')}>已办理，结案</Button>
        </>
      )}
      <Button danger onClick={() => setAsking('refuse')}>
        不采纳
      </Button>
    </div>
  );
}

function Form({
  ticket,
  change,
  verdict,
  onClose,
}: {
  ticket: TicketDetail;
  change: Change;
  verdict: Verdict;
  onClose(): void;
}) {
  const { label, takesTwo, subjectVersion, input } = change;
  const isAdoption = verdict === 'adopt';
  const [body, setBody] = useState(isAdoption ? `您申请更正的${label}已核对并更正，请在会员档案中查看。` : '');
  const [proofs, setProofs] = useState(openable(change).map(({ file }) => file.id));
  const [identityKind, setIdentityKind] = useState<IdentityKind>('resident');
  const [identityNumber, setIdentityNumber] = useState('');
  useWarnWhile(body !== '' && !isAdoption);
  const { message } = App.useApp();
  const decision = useDecideFieldChange(ticket.id);
  // What was typed stays when something is said meanwhile; it is decided on once that was read.
  const [read, setRead] = useState(ticket.version);
  const isUnread = read !== ticket.version && !decision.isPending && !decision.isSuccess;
  const { error } = decision;
  const decide = () => {
    const seen = { version: ticket.version, body };
    const identity = input === 'identity' ? { identityKind, identityNumber } : {};
    decision.mutate(isAdoption ? { verdict, ...seen, subjectVersion, proofs, ...identity } : { verdict, ...seen }, {
      onSuccess: () => {
        void message.success(isAdoption && takesTwo ? PROPOSED : SAID[verdict]);
        if (isAdoption && takesTwo) onClose();
      },
    });
  };
  return (
    <form
      className="confirm"
      aria-label={isAdoption ? '采纳并更正' : SURE[verdict]}
      onSubmit={(event) => {
        event.preventDefault();
        decide();
      }}
    >
      {isAdoption && <Adoption change={change} proofs={proofs} onProofs={setProofs} />}
      {isAdoption && input === 'identity' && (
        <>
          <label>
            <span className="required">证件类型</span>
            <Select
              value={identityKind}
              onChange={setIdentityKind}
              options={Object.entries(IDENTITY_KINDS).map(([value, text]) => ({ value, label: text }))}
            />
          </label>
          <label>
            <span className="required">证件号码（按证件照片填写）</span>
            <Input
              value={identityNumber}
              autoComplete="off"
              className="figures"
              onChange={({ target }) => setIdentityNumber(target.value)}
            />
          </label>
        </>
      )}
      <label>
        <span className="required">答复（会员可以看到）</span>
        <Input.TextArea
          autoFocus
          value={body}
          maxLength={MAX_TICKET_BODY}
          showCount
          autoSize={{ minRows: 2, maxRows: 8 }}
          placeholder={verdict === 'refuse' ? '为什么不采纳，还需要什么材料' : '已怎样办理'}
          onChange={({ target }) => setBody(target.value)}
        />
      </label>
      {isUnread && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title="这份工单有了新的内容，请看过后再提交"
          action={
            <Button size="small" onClick={() => setRead(ticket.version)}>
              已看过
            </Button>
          }
        />
      )}
      {error && <Alert type="error" showIcon role="alert" title={everyFaultOf(error)} />}
      <div className="row">
        <Button
          type="primary"
          danger={verdict === 'refuse'}
          htmlType="submit"
          disabled={isUnread}
          loading={decision.isPending}
        >
          {!isAdoption ? SURE[verdict] : takesTwo ? '提请复核' : '确认采纳并更正'}
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  );
}

function Adoption({
  change,
  proofs,
  onProofs,
}: {
  change: Change;
  proofs: string[];
  onProofs(tokens: string[]): void;
}) {
  const { subjectName, label, now, wanted, input, takesTwo } = change;
  const files = openable(change);
  return (
    <>
      <p>
        {subjectName}的{label}由“{now || '空'}”改为“
        <strong>{input === 'identity' ? '证件照片上的号码' : wanted}</strong>”。
        {takesTwo
          ? '须另一位管理员确认，确认后写入登记、答复会员、解决工单，一并完成。'
          : '写入登记、记入操作日志、答复会员、解决工单，一并完成。'}
      </p>
      {files.length > 0 && (
        <fieldset className="plain">
          <legend>依据的材料</legend>
          <Checkbox.Group
            value={proofs}
            onChange={onProofs}
            options={files.map(({ file }) => ({ value: file.id, label: file.name }))}
          />
        </fieldset>
      )}
    </>
  );
}
