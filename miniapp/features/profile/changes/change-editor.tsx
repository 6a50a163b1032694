import { useState } from 'react';
import { SELF } from '../../../../bff/contract/form-reading/fields.ts';
import type { AttachmentReply } from '../../../../bff/contract/files/endpoints.ts';
import type { AskedChange, OwnArchive } from '../../../../bff/contract/profile-changes/endpoints.ts';
import { sectionInForce } from '../../../../bff/contract/profile/field-settings.ts';
import { profileSection, type SectionKey } from '../../../../bff/contract/profile/profile.ts';
import { goBack } from '../../../platform/page/navigate.ts';
import { showField, showTop } from '../../../platform/page/show-field.ts';
import { showToast } from '../../../platform/page/show-toast.ts';
import { ActionBar } from '../../../shell/page.tsx';
import { Button } from '../../../ui/button.tsx';
import { Box } from '../../../ui/elements.tsx';
import { Notice, Sheet } from '../../../ui/sheets/sheet.tsx';
import { idOfField } from '../fields/form-field.tsx';
import { RowFields } from '../fields/row-fields.tsx';
import { ListForm } from '../list/list-form.tsx';
import { contextOf, type RowsFormProps } from '../section-editor.tsx';
import { BasicChange } from './basic-change.tsx';
import { effectWords, withClasses } from './change-fields.ts';
import { waitingOf } from './use-archive.ts';
import { useChange } from './use-change.ts';

/** 手机已更新；学历变更已提交审核。 */
function outcomeOf({ applied, confirming, waiting }: Omit<AskedChange, 'archive'>): string {
  const parts = [
    applied.length > 0 ? `${applied.join('、')}已更新` : '',
    confirming.length > 0 ? `${confirming.join('、')}须协会复核后生效` : '',
    waiting.length > 0 ? `${waiting.join('、')}变更已提交审核` : '',
  ];
  return parts.filter(Boolean).join('；') || '没有改动';
}

/** 我要变更: one section of an approved profile, as it is wanted. */
export function ChangeEditor({
  accountId,
  archive,
  section: key,
}: {
  accountId: number;
  archive: OwnArchive;
  section: SectionKey;
}) {
  const change = useChange(accountId, archive, key);
  const { editing, faults, words, isBusy, isChanged } = change;
  const [uploaded, setUploaded] = useState<readonly AttachmentReply[]>([]);
  const section = withClasses(sectionInForce(key, archive.fields));
  const waiting = waitingOf(archive, key);
  const isRead = waiting !== undefined && !waiting.can.amend;
  const isTried = words !== '';
  const handIn = async () => {
    const asked = await change.handIn();
    if (!asked) return showTop();
    showToast(outcomeOf(asked));
    goBack();
  };
  const form: RowsFormProps = {
    section,
    reply: editing.reply,
    at: '',
    editing,
    context: contextOf(archive, key),
    files: [...uploaded, ...archive.files],
    onUploaded: (file) => setUploaded((all) => [...all, file]),
  };
  const act = (
    <Button onTap={() => void handIn()} disabled={!isChanged} busyLabel={isBusy && '正在提交…'}>
      {section.change === 'free' ? '保存' : '提交变更'}
    </Button>
  );
  const fields = (only?: readonly string[]) => (
    <RowFields
      {...form}
      row={editing.typed.rows[0] ?? { id: SELF, values: {} }}
      {...(only && { only })}
      now={editing}
      isTried={isTried}
      onChange={(row) => editing.autosave.type({ rows: [row], saidNone: false })}
    />
  );
  return (
    <>
      <Notice>{effectWords(section)}</Notice>
      {change.isRestored ? (
        <Notice tone="warn">
          <Box>已恢复您上次没有提交的修改；敏感内容不保存在设备上，请核对后提交。</Box>
          <Button kind="text" onTap={change.discard}>
            放弃这些修改
          </Button>
        </Notice>
      ) : null}
      {isRead ? (
        <Notice tone="warn">
          审核人员正在审核本项的变更，现在只能修改立即生效的内容；要改其他内容，请先撤回变更。
        </Notice>
      ) : null}
      <Refused words={words} faults={faults} section={key} />
      {section.shape === 'list' ? (
        <ListForm {...form} isTried={isTried} act={act} words={{ act: '确定', done: '已改好，提交后生效' }} />
      ) : (
        <>
          {key === 'basic' ? (
            <BasicChange archive={archive} section={section} isRead={isRead} fields={fields} />
          ) : (
            <Sheet title={section.label}>{fields()}</Sheet>
          )}
          <ActionBar>{act}</ActionBar>
        </>
      )}
    </>
  );
}

/** Why nothing was taken, with the way to each fault. */
function Refused({
  words,
  faults,
  section: key,
}: {
  words: string;
  faults: Readonly<Record<string, string>>;
  section: SectionKey;
}) {
  if (words === '') return null;
  const { shape } = profileSection(key);
  return (
    <Notice tone="bad">
      <Box live="assertive">没有提交：{words}</Box>
      {Object.entries(faults).map(([at, fault]) =>
        shape === 'single' && at.includes('.') ? (
          <Button key={at} kind="text" onTap={() => showField(idOfField(at.split('.')[1] ?? ''))}>
            {fault}
          </Button>
        ) : (
          <Box key={at}>{fault}</Box>
        ),
      )}
    </Notice>
  );
}
