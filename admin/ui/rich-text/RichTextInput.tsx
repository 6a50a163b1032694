import {
  BoldOutlined,
  ItalicOutlined,
  LinkOutlined,
  OrderedListOutlined,
  UnderlineOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useRef, useState, type ClipboardEvent, type ReactNode } from 'react';
import type { RichNode } from '../../../bff/contract/rich-text/tags.ts';
import { fill, htmlOf } from './rich-dom.ts';

interface RichTextInputProps {
  id?: string;
  /** HTML, as it is sent. antd's form hands id, value and onChange. */
  value?: string;
  onChange?(html: string): void;
  /** What the field is called. */
  label: string;
  /** What stands there when the form opens. */
  initial: readonly RichNode[];
}

const MARKS: readonly (readonly [command: string, label: string, icon: ReactNode])[] = [
  ['bold', '加粗', <BoldOutlined key="icon" />],
  ['italic', '斜体', <ItalicOutlined key="icon" />],
  ['underline', '下划线', <UnderlineOutlined key="icon" />],
  ['insertUnorderedList', '项目符号', <UnorderedListOutlined key="icon" />],
  ['insertOrderedList', '编号', <OrderedListOutlined key="icon" />],
];
const BLOCKS: readonly (readonly [tag: string, label: string])[] = [
  ['p', '正文'],
  ['h3', '标题'],
  ['h4', '小标题'],
  ['blockquote', '引用'],
];

/** The one command of browsers that edits what is selected and can be undone with Ctrl+Z. */
const edit = (command: string, value?: string) => document.execCommand(command, false, value);

/** Rich text with a bar of what it may have. What is pasted comes as words: formats of other programs are left behind. */
export function RichTextInput({ id, onChange, label: name, initial }: RichTextInputProps) {
  const box = useRef<HTMLDivElement | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const selected = useRef<Range | null>(null);
  /** What stands there is filled in once, and is the editor's own from then on. */
  const begin = (element: HTMLDivElement | null) => {
    if (element && box.current === null) {
      fill(element, initial);
      edit('defaultParagraphSeparator', 'p');
    }
    box.current = element ?? box.current;
  };
  const say = () => box.current && onChange?.(htmlOf(box.current));
  const act = (command: string, value?: string) => {
    box.current?.focus();
    edit(command, value);
    say();
  };
  const paste = (event: ClipboardEvent) => {
    event.preventDefault();
    edit('insertText', event.clipboardData.getData('text/plain'));
    say();
  };
  const openLink = () => {
    const selection = getSelection();
    if (!selection?.rangeCount || selection.isCollapsed || !box.current?.contains(selection.anchorNode)) return;
    selected.current = selection.getRangeAt(0);
    setLink('https://');
  };
  const putLink = (address: string | null) => {
    const selection = getSelection();
    if (selected.current && selection && address) {
      box.current?.focus();
      selection.removeAllRanges();
      selection.addRange(selected.current);
      edit('createLink', address);
      say();
    }
    setLink(null);
  };
  return (
    <div className="rich-input">
      <div className="rich-bar" role="toolbar" aria-label={`${name}格式`}>
        {BLOCKS.map(([tag, label]) => (
          <Tool key={tag} label={label} onTap={() => act('formatBlock', tag)}>
            {label}
          </Tool>
        ))}
        {MARKS.map(([command, label, icon]) => (
          <Tool key={command} label={label} onTap={() => act(command)}>
            {icon}
          </Tool>
        ))}
        <Tool label="链接（先选中文字）" onTap={openLink}>
          <LinkOutlined />
        </Tool>
        <Tool label="清除格式" onTap={() => act('removeFormat')}>
          清除格式
        </Tool>
      </div>
      {link !== null && (
        <div className="row rich-link">
          <Input
            autoFocus
            aria-label="链接地址"
            value={link}
            onChange={({ target }) => setLink(target.value)}
            onPressEnter={(event) => {
              event.preventDefault();
              putLink(link);
            }}
          />
          <Button onClick={() => putLink(link)}>加上链接</Button>
          <Button type="text" onClick={() => putLink(null)}>
            取消
          </Button>
        </div>
      )}
      <div
        ref={begin}
        id={id}
        role="textbox"
        aria-multiline
        aria-label={name}
        tabIndex={0}
        contentEditable
        suppressContentEditableWarning
        className="rich-text rich-box"
        onInput={say}
        onPaste={paste}
      />
    </div>
  );
}

/** The selection stays where it is while a tool is used. */
const Tool = ({ label, onTap, children }: { label: string; onTap(): void; children: ReactNode }) => (
  <Button
    size="small"
    type="text"
    title={label}
    aria-label={label}
    onMouseDown={(event) => event.preventDefault()}
    onClick={onTap}
  >
    {children}
  </Button>
);
