import type { MemberAccount } from '../../../bff/contract/accounts/replies.ts';
import { withChosen } from '../../../bff/contract/activity-forms/chosen.ts';
import type { ActivityPage } from '../../../bff/contract/activities/replies.ts';
import { pageUrl } from '../../addresses.ts';
import { Restored } from '../../application/drafts/restored.tsx';
import { useKept } from '../../application/drafts/use-kept.ts';
import { useSending } from '../../application/use-sending.ts';
import { replaceWith } from '../../platform/page/navigate.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { ActionBar } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Facts, Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { AnswerField } from './answer-field.tsx';
import { shownSpan, shownWeekday } from './shown-weekday.ts';
import { changeAnswers } from './use-activities.ts';

/** 修改报名表: what was answered, changed until cancelling ends; questions that were added later are answered here. */
export function AnswersForm({
  activity,
  own,
  until,
  account,
}: {
  activity: ActivityPage;
  own: NonNullable<ActivityPage['own']>;
  until: string;
  account: MemberAccount;
}) {
  const { id, title, beginsAt, endsAt, form } = activity;
  const kept = useKept({ accountId: account.id, name: `answers-${own.id}` }, { answers: typedOf(own.answers) });
  const { answers } = kept.typed;
  const { faults, fault, isBusy, mended, send } = useSending(form.map(({ key }) => `answers.${key}`));
  const submit = () =>
    send(async () => {
      const asked = Object.entries(answers).filter(([key]) => form.some((field) => field.key === key));
      await changeAnswers(own.id, { answers: Object.fromEntries(asked) });
      kept.forget();
      showToast('报名表已修改');
      replaceWith(pageUrl('activity', { id }));
    });
  return (
    <>
      {kept.isRestored ? <Restored hasFiles="none" onStartAnew={kept.startAnew} /> : null}
      <Sheet title={title}>
        <Facts
          rows={[
            ['活动时间', shownSpan(beginsAt, endsAt)],
            ['修改截止', shownWeekday(until)],
          ]}
        />
      </Sheet>
      <Sheet title="报名表">
        {form.map((field) => (
          <AnswerField
            key={field.key}
            field={withChosen(field, own.answers[field.key])}
            value={answers[field.key] ?? ''}
            onChange={(next) => {
              kept.change({ answers: { ...answers, [field.key]: next } });
              mended(`answers.${field.key}`);
            }}
            error={faults[`answers.${field.key}`]}
          />
        ))}
      </Sheet>
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      <ActionBar>
        <Button onTap={() => void submit()} busyLabel={isBusy && '正在提交…'}>
          提交修改
        </Button>
      </ActionBar>
    </>
  );
}

/** Whole numbers are typed as text. */
const typedOf = (answers: NonNullable<ActivityPage['own']>['answers']): Record<string, string | boolean> =>
  Object.fromEntries(
    Object.entries(answers).map(([key, value]) => [key, typeof value === 'boolean' ? value : String(value)]),
  );
