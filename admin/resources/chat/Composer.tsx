import { PaperClipOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef, useState, type ClipboardEvent } from 'react';
import { chatDeskEndpoints } from '../../../bff/contract/chat/endpoints.ts';
import { MAX_CHAT_TEXT } from '../../../bff/contract/chat/limits.ts';
import type { SubjectKind } from '../../../bff/contract/registry/enums.ts';
import { ApiFailure, sentenceOf } from '../../providers/failure.ts';
import { upload } from '../../providers/upload.ts';
import { TextBlockMenu, type Block } from '../../ui/form/TextBlockMenu.tsx';
import { FaqMenu } from './FaqMenu.tsx';
import type { Talks } from './talks.ts';
import { useChatTextBlocks } from './use-desk.ts';

const TYPING_SAID_MS = 3_000;
/** What was typed in each talk stays there while another one is looked at. */
const drafts = new Map<number, string>();

/** The box of the desk: Enter sends, `/` in an empty box asks for a text block, pictures are pasted. */
export function Composer({ id, to, talks }: { id: number; to: SubjectKind; talks: Talks }) {
  const [text, setText] = useState(drafts.get(id) ?? '');
  const [isChoosing, setChoosing] = useState(false);
  const typingSaidAt = useRef(0);
  const chooser = useRef<HTMLInputElement>(null);
  const box = useRef<TextAreaRef>(null);
  const blocks = useChatTextBlocks(id, isChoosing).data?.items ?? [];
  const sending = useMutation({
    mutationFn: (file: File) => upload(chatDeskEndpoints.uploadStaffChatFile, { params: { id: String(id) } }, file),
    onSuccess: (file) => talks.sendFile(id, file.id, file.name),
  });
  const type = (next: string) => {
    setText(next);
    drafts.set(id, next);
    if (Date.now() - typingSaidAt.current < TYPING_SAID_MS) return;
    typingSaidAt.current = Date.now();
    talks.typing(id);
  };
  const say = () => {
    if (text.trim() === '' || [...text].length > MAX_CHAT_TEXT) return;
    talks.say(id, text.trim());
    type('');
  };
  const paste = ({ clipboardData }: ClipboardEvent) => {
    const [file] = clipboardData.files;
    if (file) sending.mutate(file);
  };
  const insert = ({ body }: Block) => {
    type(text === '' ? body : `${text}\n${body}`);
    setChoosing(false);
    box.current?.focus({ cursor: 'end' });
  };
  const { error } = sending;
  return (
    <form
      className="chat-composer"
      aria-label="答复"
      onSubmit={(event) => {
        event.preventDefault();
        say();
      }}
    >
      <Input.TextArea
        ref={box}
        aria-label="答复（会员可以看到）"
        value={text}
        autoFocus
        autoSize={{ minRows: 2, maxRows: 8 }}
        placeholder="Enter 发送，Shift+Enter 换行，/ 插入文本块，可粘贴图片"
        onPaste={paste}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          say();
        }}
        onChange={({ target }) => {
          if (text === '' && target.value === '/') setChoosing(true);
          else type(target.value);
        }}
      />
      {[...text].length > MAX_CHAT_TEXT && (
        <p role="alert" className="fault">{`每条最多${MAX_CHAT_TEXT}字，现有${[...text].length}字，可分两条发送`}</p>
      )}
      {error && (
        <p role="alert" className="fault">
          {(error instanceof ApiFailure && error.fields['file']) || sentenceOf(error)}
        </p>
      )}
      <div className="row">
        <TextBlockMenu blocks={blocks} isOpen={isChoosing} onOpen={setChoosing} onChoose={insert} />
        <FaqMenu to={to} onChoose={(item) => talks.sendFaq(id, item)} />
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".jpg,.jpeg,.png,.pdf"
          aria-label="选择文件"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) sending.mutate(file);
            target.value = '';
          }}
        />
        <Button icon={<PaperClipOutlined />} loading={sending.isPending} onClick={() => chooser.current?.click()}>
          图片或 PDF
        </Button>
        <Button type="primary" htmlType="submit" disabled={text.trim() === ''}>
          发送
        </Button>
      </div>
    </form>
  );
}
