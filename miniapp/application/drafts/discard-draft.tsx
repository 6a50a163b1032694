import { Confirm } from '../../ui/sheets/modal.tsx';

/** Asks before what has been typed is thrown away. */
export function DiscardDraft({
  isOpen,
  act,
  onClose,
  onDiscard,
}: {
  isOpen: boolean;
  /** What comes of it: 清除并重新开始. */
  act: string;
  onClose: () => void;
  onDiscard: () => void;
}) {
  return (
    <Confirm
      isOpen={isOpen}
      onClose={onClose}
      title="清除这份草稿"
      question="已填写的内容和已上传的附件将清除，不能恢复。已经提交的申请不受影响。"
      act={act}
      onAct={onDiscard}
    />
  );
}
