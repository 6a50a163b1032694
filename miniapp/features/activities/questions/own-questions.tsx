import { useState } from 'react';
import { useSending } from '../../../application/use-sending.ts';
import { showToast } from '../../../platform/page/show-toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Input } from '../../../ui/elements.tsx';
import { Field } from '../../../ui/fields/field.tsx';
import { Facts, Notice, Sheet } from '../../../ui/sheets/sheet.tsx';
import { shownWeekday } from '../shown-weekday.ts';
import { answerQuestion, useOwnQuestions } from './use-questions.ts';

/** 签到提问 of an online activity that runs: nothing where it has none. */
export function OwnQuestions({ registrationId }: { registrationId: number }) {
  const { data } = useOwnQuestions(registrationId);
  if (!data || data.total === 0) return null;
  const { total, answered, open } = data;
  return (
    <Sheet title="签到提问">
      <Facts rows={[['已答对', `${answered}次，共${total}次`]]} />
      {open ? (
        <Question key={open.until} registrationId={registrationId} until={open.until} />
      ) : (
        <Notice>活动中会随机提问，请停留在本页，听主持人说出4位数字后在这里输入。</Notice>
      )}
    </Sheet>
  );
}

function Question({ registrationId, until }: { registrationId: number; until: string }) {
  const [code, setCode] = useState('');
  const { faults, fault, isBusy, mended, send } = useSending(['code']);
  const submit = () =>
    send(async () => {
      await answerQuestion(registrationId, code);
      showToast('已记录');
    });
  return (
    <>
      <Notice tone="warn">正在提问，请在 {shownWeekday(until)} 前回答。</Notice>
      <Field id="code" label="主持人公布的4位数字" required {...(faults.code ? { error: faults.code } : {})}>
        {(binding) => (
          <Input
            {...binding}
            value={code}
            kind="digits"
            onChange={(next) => {
              setCode(next);
              mended('code');
            }}
          />
        )}
      </Field>
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      <Button onTap={() => void submit()} busyLabel={isBusy && '正在提交…'}>
        提交
      </Button>
    </>
  );
}
