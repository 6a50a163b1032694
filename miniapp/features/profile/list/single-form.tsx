import { useState } from 'react';
import { SELF, type Row } from '../../../../bff/contract/form-reading/fields.ts';
import { goBack } from '../../../platform/page/navigate.ts';
import { showToast } from '../../../platform/page/show-toast.ts';
import { ActionBar } from '../../../shell/page.tsx';
import { Button } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/sheets/sheet.tsx';
import { RowFields } from '../fields/row-fields.tsx';
import { useShowFault } from '../fields/use-show-fault.ts';
import type { RowsFormProps } from '../section-editor.tsx';

/** A section of one row: 党员信息. */
export function SingleForm({ section, editing, context, files, onUploaded, at }: RowsFormProps) {
  const { autosave, typed } = editing;
  const [isTried, setTried] = useState(at !== '');
  useShowFault(at);
  const row: Row = typed.rows[0] ?? { id: SELF, values: {} };
  const save = async () => {
    setTried(true);
    const { reply: saved, state } = await autosave.settle();
    if (state.kind !== 'saved') return;
    if (!saved.isComplete) return showToast('已保存，还有需要填写或修改的内容');
    showToast('已保存');
    goBack();
  };
  return (
    <>
      <Sheet title={section.label}>
        <RowFields
          section={section}
          row={row}
          context={context}
          now={editing}
          isTried={isTried}
          onChange={(next) => autosave.type({ rows: [next], saidNone: false })}
          files={files}
          onUploaded={onUploaded}
        />
      </Sheet>
      <ActionBar>
        <Button onTap={() => void save()}>保存</Button>
      </ActionBar>
    </>
  );
}
