import { useState } from 'react';
import type { Row } from '../../../../bff/contract/form-reading/fields.ts';
import { showField } from '../../../platform/page/show-field.ts';
import { showToast } from '../../../platform/page/show-toast.ts';
import { ActionBar } from '../../../shell/page.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice, Sheet } from '../../../ui/sheets/sheet.tsx';
import { idOfField } from '../fields/form-field.tsx';
import { RowFields } from '../fields/row-fields.tsx';
import { useShowFault } from '../fields/use-show-fault.ts';
import type { RowsFormProps } from '../section-editor.tsx';

/** What the button of a row says, and what is said once it is done. */
export interface RowWords {
  act: string;
  done: string;
}
const SAVING: RowWords = { act: '保存', done: '已保存' };

/** One row, saved as it is typed; 保存 goes back to the list, 取消 puts back what was there. */
export function RowForm({
  row,
  isNew,
  section,
  reply,
  editing,
  context,
  files,
  onUploaded,
  at,
  onChange,
  onDone,
  onCancel,
  words = SAVING,
  isTried: wasTried = false,
}: RowsFormProps & {
  row: Row;
  isNew: boolean;
  onChange: (row: Row) => void;
  onDone: () => void;
  onCancel: () => void;
  words?: RowWords;
  isTried?: boolean;
}) {
  const [isTried, setTried] = useState(wasTried || at.startsWith(`${row.id}.`));
  const [isBusy, setBusy] = useState(false);
  useShowFault(isTried ? at : '');
  const kind = section.variants?.[row.variant ?? '']?.label ?? '';
  const save = async () => {
    setBusy(true);
    const { state, reply: saved } = await editing.autosave.settle();
    setBusy(false);
    if (state.kind !== 'saved') return;
    const faulty = section.fields.find(({ key }) => saved.faults[`${row.id}.${key}`]);
    if (!faulty && !saved.faults[`${row.id}._`]) {
      showToast(words.done);
      return onDone();
    }
    setTried(true);
    showToast('已存为草稿，请修改标出的内容');
    if (faulty) showField(idOfField(faulty.key));
  };
  const whole = reply.faults[`${row.id}._`];
  return (
    <>
      <Sheet title={`${isNew ? '添加' : '修改'}${section.label}${kind ? `（${kind}）` : ''}`}>
        {whole ? <Notice tone="bad">{whole}</Notice> : null}
        <RowFields
          section={section}
          row={row}
          context={context}
          now={editing}
          isTried={isTried}
          onChange={onChange}
          files={files}
          onUploaded={onUploaded}
        />
      </Sheet>
      <ActionBar>
        <Button kind="secondary" onTap={onCancel}>
          取消
        </Button>
        <Button onTap={() => void save()} busyLabel={isBusy && '正在保存…'}>
          {words.act}
        </Button>
      </ActionBar>
    </>
  );
}
