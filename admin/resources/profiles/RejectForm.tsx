import { Button, Input } from 'antd';
import { useState } from 'react';
import { MAX_OPINION, MIN_OPINION } from '../../../bff/contract/profile/enums.ts';
import { readyByDigit } from '../../ui/form/ready-by-digit.ts';
import { submitsOrLeaves } from '../../ui/form/submits-or-leaves.ts';
import { useWarnWhile } from '../../ui/form/use-leave-warning.ts';

/** Sentences that are needed again and again; what is chosen may be changed. */
const BLOCKS = [
  '证明文件不清晰，请重新拍摄或扫描后上传',
  '填写内容与证明文件不一致，请核对后修改',
  '缺少证明文件，请补充上传',
  '起止时间有误，请按证书或合同核对',
  '请填写规范全称，不要使用简称',
] as const;

interface RejectFormProps {
  label: string;
  opinion: string;
  onReject(opinion: string): void;
  onClose(): void;
}

/** 审核意见 of a section that is rejected: the member reads it above what is to be mended. */
export function RejectForm({ label, opinion: before, onReject, onClose }: RejectFormProps) {
  const [opinion, setOpinion] = useState(before);
  const [isShort, setShort] = useState(false);
  useWarnWhile(opinion !== before);
  const add = (block: string) => setOpinion(opinion ? `${opinion}；${block}` : block);
  const leave = submitsOrLeaves(onClose);
  const submit = () => {
    const typed = opinion.trim();
    if ([...typed].length < MIN_OPINION) setShort(true);
    else onReject(typed);
  };
  return (
    <form
      className="reveal"
      aria-label={`驳回“${label}”`}
      onClick={(event) => event.stopPropagation()}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        const ready = readyByDigit(event, BLOCKS);
        if (ready === undefined) return leave(event);
        event.preventDefault();
        add(ready);
      }}
    >
      <label>
        <span className="required">审核意见</span>
        <Input.TextArea
          autoFocus
          value={opinion}
          maxLength={MAX_OPINION}
          showCount
          autoSize={{ minRows: 2, maxRows: 6 }}
          placeholder="本人会看到：哪里有误，应当怎样修改"
          status={isShort ? 'error' : ''}
          aria-invalid={isShort}
          onChange={({ target }) => {
            setOpinion(target.value);
            setShort(false);
          }}
        />
      </label>
      {isShort && (
        <p role="alert" className="fault">
          驳回须写明审核意见，至少{MIN_OPINION}个字
        </p>
      )}
      <div className="blocks" role="group" aria-label="常用意见">
        {BLOCKS.map((block, at) => (
          <Button key={block} size="small" onClick={() => add(block)} aria-keyshortcuts={`Alt+${at + 1}`}>
            <kbd aria-hidden>{at + 1}</kbd>
            {block}
          </Button>
        ))}
      </div>
      <div className="row">
        <Button type="primary" danger htmlType="submit">
          驳回此项
        </Button>
        <Button onClick={onClose}>取消</Button>
        <span className="quiet">Alt+1–{BLOCKS.length} 常用意见，Ctrl+Enter 驳回，Esc 取消</span>
      </div>
    </form>
  );
}
