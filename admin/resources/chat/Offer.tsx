import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { ROLES } from '../../../bff/contract/accounts/enums.ts';
import type { ChatOfferRole } from '../../../bff/contract/chat/enums.ts';
import type { ChatDesk } from '../../../bff/contract/chat/replies.ts';
import { ApiFailure } from '../../providers/failure.ts';
import type { useChatAct } from './use-desk.ts';

export interface Asking {
  act: ReturnType<typeof useChatAct>;
  onClose: () => void;
}

/** 转接: to a colleague who is there, or to whoever of a role accepts it first. */
export function Offer({ act, desk, onClose }: Asking & { desk: Pick<ChatDesk, 'colleagues' | 'roles'> }) {
  const [to, setTo] = useState<string>();
  const [word, setWord] = useState('');
  const options = [
    {
      label: '岗位',
      options: desk.roles
        .filter(({ present }) => present > 0)
        .map(({ role, present }) => ({ value: `role ${role}`, label: `${ROLES[role]}（任一人，${present}人在岗）` })),
    },
    {
      label: '同事',
      options: desk.colleagues.map(({ id, name, talks }) => ({
        value: `person ${id}`,
        label: `${name}（${talks}个对话）`,
      })),
    },
  ].filter((group) => group.options.length > 0);
  const send = () => {
    const [kind, key] = to?.split(' ') ?? [];
    if (!key) return;
    const body =
      kind === 'role'
        ? ({ kind: 'role', role: key as ChatOfferRole, word } as const)
        : ({ kind: 'person', to: Number(key), word } as const);
    act.mutate({ act: 'offer', body }, { onSuccess: onClose });
  };
  const fault = act.error instanceof ApiFailure ? act.error.fields['word'] : undefined;
  return (
    <Modal
      open
      title="转接"
      okText="转接"
      okButtonProps={{ disabled: to === undefined, loading: act.isPending }}
      onCancel={onClose}
      onOk={send}
    >
      <form className="confirm" aria-label="转接">
        <p className="quiet">对方接受之前仍由您接待；会员看到“正在为您转接”。</p>
        <label>
          <span className="required">转接给</span>
          <Select
            aria-label="转接给"
            value={to}
            onChange={setTo}
            placeholder="请选择在岗的同事或岗位"
            notFoundContent="没有其他同事在岗"
            options={options}
          />
        </label>
        <label>
          <span>附言（会员看不到）</span>
          <Input.TextArea value={word} maxLength={200} rows={2} onChange={({ target }) => setWord(target.value)} />
        </label>
        {fault && (
          <p role="alert" className="fault">
            {fault}
          </p>
        )}
      </form>
    </Modal>
  );
}
