import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Skeleton } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useMemo, useRef, useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { checkWording, MAX_WORDING } from '../../../bff/contract/certificate-types/check-wording.ts';
import {
  typeEndpoints,
  type StaffTypeDetail,
  type WordingReply,
} from '../../../bff/contract/certificate-types/endpoints.ts';
import { MAX_ROSTER_TITLE } from '../../../bff/contract/certificate-types/limits.ts';
import { pageUrl } from '../../addresses.ts';
import { CHANGES_KEY, WAITS } from '../../changes/use-changes.ts';
import { call } from '../../providers/call.ts';
import { ApiFailure, sentenceOf } from '../../providers/failure.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import { useLeaveWarning } from '../../ui/form/use-leave-warning.ts';
import { PlaceholderPicker } from './PlaceholderPicker.tsx';
import { useType, useWording, useWordings } from './use-type.ts';
import { WordingPreview } from './WordingPreview.tsx';

/** The editor of a type's wording: what is typed is checked at once and printed a moment later. */
export function WordingEdit() {
  const { id = '' } = useParams();
  const { state } = useLocation() as { state: { from?: number } | null };
  const type = useType(id);
  const wordings = useWordings(id);
  const current = wordings.data?.[0];
  // An older version that is to come back, or the one in force.
  const start = useWording(state?.from ?? current?.id);
  const failed = [type, wordings, start].find(({ isError }) => isError);
  if (failed) return <Failure error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!type.data || !current || !start.data) return <Skeleton active className="page" paragraph={{ rows: 12 }} />;
  return <Editor key={start.data.id} type={type.data} start={start.data} basedOn={current.version} />;
}

interface EditorProps {
  type: StaffTypeDetail;
  start: WordingReply;
  /** Version in force when the editor was opened. */
  basedOn: number;
}

function Editor({ type, start, basedOn: current }: EditorProps) {
  const [body, setBody] = useState(start.body);
  const [rosterTitle, setRosterTitle] = useState(start.rosterTitle);
  // Somebody else's publication behind the editor must not move what this draft was based on.
  const [basedOn] = useState(current);
  const field = useRef<TextAreaRef>(null);
  const leave = useLeaveWarning();
  const publication = usePublication(type, leave.disarm);
  const faults = useMemo(() => checkWording(body, type), [body, type]);
  const told = publication.error instanceof ApiFailure ? publication.error.fields : {};
  const change = (text: string) => {
    leave.arm();
    publication.reset();
    setBody(text);
  };
  const area = () => field.current?.resizableTextArea?.textArea;
  const insert = (text: string) => {
    const target = area();
    const [from, to] = [target?.selectionStart ?? body.length, target?.selectionEnd ?? body.length];
    change(body.slice(0, from) + text + body.slice(to));
    place(from + text.length);
  };
  const place = (at: number) =>
    requestAnimationFrame(() => {
      area()?.focus();
      area()?.setSelectionRange(at, at);
    });
  const isBack = start.version !== basedOn;
  return (
    <Page
      title={`编辑正文：${type.label}`}
      name={`编辑正文 ${type.label}`}
      back={{ to: pageUrl('type', { id: type.id }), label: '证明类型详情' }}
      actions={<span className="quiet figures">现行第{basedOn}版</span>}
    >
      {isBack && (
        <Alert
          type="info"
          showIcon
          role="note"
          title={`已载入第${start.version}版的内容，发布后成为第${basedOn + 1}版`}
        />
      )}
      <div className="wording">
        <section className="sheet padded wording-editor">
          <label>
            <span className="required">正文</span>
            <Input.TextArea
              ref={field}
              value={body}
              autoSize={{ minRows: 8, maxRows: 24 }}
              maxLength={MAX_WORDING}
              showCount
              spellCheck={false}
              status={faults.length > 0 ? 'error' : ''}
              aria-invalid={faults.length > 0}
              aria-describedby="wording-faults"
              onChange={({ target }) => change(target.value)}
            />
          </label>
          <div id="wording-faults" aria-live="polite">
            {faults.map(({ at, line, message }) => (
              <button key={`${at}${message}`} type="button" className="wording-fault" onClick={() => place(at)}>
                第{line}行：{message}
              </button>
            ))}
            {faults.length === 0 && told['body'] && (
              <p role="alert" className="fault multiline">
                {told['body']}
              </p>
            )}
          </div>
          {type.lawyerScope !== 'self' && type.lawyerScope !== 'none' && (
            <label>
              <span>名单标题</span>
              <Input
                value={rosterTitle}
                maxLength={MAX_ROSTER_TITLE}
                placeholder="不填则在正文中列名，超过八名时附“律师名单”"
                onChange={({ target }) => {
                  leave.arm();
                  setRosterTitle(target.value);
                }}
              />
              {told['rosterTitle'] && <span className="fault">{told['rosterTitle']}</span>}
            </label>
          )}
          <PlaceholderPicker use={type} onChosen={insert} />
        </section>
        <WordingPreview type={type} draft={{ body, rosterTitle }} isSound={faults.length === 0} />
      </div>
      <div className="action-bar decision">
        {publication.isError && Object.keys(told).length === 0 && (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={sentenceOf(publication.error)}
            action={<Link to={pageUrl('type', { id: type.id })}>查看版本</Link>}
          />
        )}
        <div className="row">
          <Button
            type="primary"
            disabled={faults.length > 0 || (!isBack && body === start.body && rosterTitle === start.rosterTitle)}
            loading={publication.isPending}
            onClick={() => publication.mutate({ body, rosterTitle, basedOn })}
          >
            发布第{basedOn + 1}版
          </Button>
          <span className="quiet">
            {type.isDraft
              ? '发布前按各种情形试排。类型尚未启用，发布即生效；启用时由另一位管理员核对全文'
              : '发布前按各种情形试排，并须另一位管理员同意；此后审核通过的证明使用新版，已出具的不变'}
          </span>
        </div>
      </div>
    </Page>
  );
}

function usePublication({ id }: StaffTypeDetail, onPublished: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (body: { body: string; rosterTitle: string; basedOn: number }) =>
      call(typeEndpoints.publishWording, { params: { id: String(id) }, body }),
    onSuccess: ({ wording }) => {
      onPublished();
      void client.invalidateQueries({ queryKey: ['types'] });
      void client.invalidateQueries({ queryKey: CHANGES_KEY });
      void message.success(wording ? `第${wording.version}版已发布` : WAITS);
      void navigate(pageUrl('type', { id }));
    },
  });
}
