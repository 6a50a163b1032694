import { useState } from 'react';
import type { MemberAccount } from '../../../bff/contract/accounts/replies.ts';
import type { RegistrationState } from '../../../bff/contract/activities/enums.ts';
import type { ActivityPage } from '../../../bff/contract/activities/replies.ts';
import { groupDigits, toYuan } from '../../../bff/contract/text.ts';
import { pageUrl } from '../../addresses.ts';
import { Restored } from '../../application/drafts/restored.tsx';
import { useKept } from '../../application/drafts/use-kept.ts';
import { useSending } from '../../application/use-sending.ts';
import { useOffice } from '../../office/use-office.ts';
import { goTo, replaceWith } from '../../platform/page/navigate.ts';
import { askToTell } from '../../platform/wechat/subscribe.ts';
import { ActionBar } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectInput } from '../../ui/elements.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { Facts, Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { AnswerField } from './answer-field.tsx';
import { AnswersForm } from './answers-form.tsx';
import { shownSpan } from './shown-weekday.ts';
import { acceptOffer, signUp } from './use-activities.ts';

/**
 * 报名表 → 提交报名申请 → 操作成功; also for what the firm has signed its lawyer up for, who then confirms, and for changing
 * what was answered.
 */
export function SignUpForm({ activity, account }: { activity: ActivityPage; account: MemberAccount }) {
  const [done, setDone] = useState<RegistrationState | null>(null);
  // As it was when the form was opened: once it is sent the page says that one is signed up.
  const [right] = useState(activity.can.signUp);
  if (done) return <Done activity={activity} state={done} />;
  if (activity.own && activity.own.answersUntil !== null && right.until === null)
    return <AnswersForm activity={activity} own={activity.own} until={activity.own.answersUntil} account={account} />;
  if (right.until === null && !activity.own?.asksAnswers) {
    return (
      <>
        <Notice tone="warn">{right.reason}</Notice>
        <ActionBar>
          <Button onTap={() => replaceWith(pageUrl('activity', { id: activity.id }))}>返回活动</Button>
        </ActionBar>
      </>
    );
  }
  const note = right.until === null ? '提交即确认参加' : right.note;
  return <Form activity={activity} account={account} note={note} onDone={setDone} />;
}

function Form({
  activity,
  account,
  note,
  onDone,
}: {
  activity: ActivityPage;
  account: MemberAccount;
  note: string;
  onDone: (state: RegistrationState) => void;
}) {
  const { id, title, beginsAt, endsAt, place, form, waiting } = activity;
  // The firm has chosen the group.
  const confirms = activity.own?.asksAnswers ? activity.own : null;
  const groups = activity.groups.filter(({ name }) => confirms === null || name === confirms.group);
  const kept = useKept(
    { accountId: account.id, name: `sign-up-${id}` },
    { groupId: groups.length === 1 ? String(groups[0]?.id) : '', answers: {} as Record<string, string | boolean> },
  );
  // Groups and questions may have changed since.
  const groupId = groups.some((group) => String(group.id) === kept.typed.groupId) ? kept.typed.groupId : '';
  const answers = Object.fromEntries(
    Object.entries(kept.typed.answers).filter(([key]) => form.some((f) => f.key === key)),
  );
  const { faults, fault, isBusy, mended, send } = useSending(['groupId', ...form.map(({ key }) => `answers.${key}`)]);
  const office = useOffice();
  const chosen = groups.find((group) => String(group.id) === groupId);
  const isReviewed = activity.admission !== 'order';
  const isDrawn = activity.admission === 'draw';
  // Whoever is restricted joins the waiting list, whichever group it is.
  const isFull = confirms === null && !isReviewed && (activity.restriction !== null || chosen?.left === 0);
  const isPaid = chosen !== undefined && chosen.feeFen > 0;
  const submit = () => {
    askToTell(office.data?.activityTemplates ?? []);
    return send(async ({ idempotencyKey }) => {
      if (confirms) {
        await acceptOffer(confirms.id, { answers });
        kept.forget();
        return onDone(stateOnceConfirmed(activity, confirms));
      }
      const body = { groupId: Number(groupId), answers, waits: isFull && waiting !== 'none', idempotencyKey };
      const { state } = await signUp(id, body);
      kept.forget();
      onDone(state);
    });
  };
  return (
    <>
      {kept.isRestored ? <Restored hasFiles="none" onStartAnew={kept.startAnew} /> : null}
      <Sheet title={title}>
        <Facts
          rows={[
            ['活动时间', shownSpan(beginsAt, endsAt)],
            ['活动地点', place],
            ['姓名', account.name],
            ['执业证号', groupDigits(account.licenceNo)],
            ['执业机构', account.firmName ?? ''],
            ...(chosen && chosen.feeFen > 0
              ? [['报名费', `${toYuan(chosen.feeFen)} 元`] satisfies [string, string]]
              : []),
          ]}
        />
      </Sheet>
      {groups.length > 1 || form.length > 0 ? (
        <Sheet title="报名表">
          {groups.length > 1 ? (
            <Field id="groupId" label="分组" required {...(faults.groupId ? { error: faults.groupId } : {})}>
              {(binding) => (
                <SelectInput
                  {...binding}
                  value={groupId}
                  onChange={(next) => {
                    kept.change({ groupId: next });
                    mended('groupId');
                  }}
                  options={[
                    { value: '', label: '请选择' },
                    ...groups.map((group) => ({
                      value: String(group.id),
                      label: `${group.name}（${group.left > 0 ? `余${group.left}` : '已满，可候补'}${group.feeFen > 0 ? `，${toYuan(group.feeFen)}元` : ''}）`,
                    })),
                  ]}
                />
              )}
            </Field>
          ) : null}
          {form.map((field) => (
            <AnswerField
              key={field.key}
              field={field}
              value={answers[field.key] ?? ''}
              onChange={(next) => {
                kept.change({ answers: { ...answers, [field.key]: next } });
                mended(`answers.${field.key}`);
              }}
              error={faults[`answers.${field.key}`]}
            />
          ))}
        </Sheet>
      ) : null}
      <Notice tone="warn">{note}。</Notice>
      {isReviewed ? (
        <Notice>
          {isDrawn
            ? '提交后得到抽签号，报名结束后抽签，报名先后不影响结果；中签前不占名额。'
            : '提交后由协会审核录取，结果将通知您；录取前不占名额。'}
          {isPaid ? `${isDrawn ? '中签' : '录取'}后请在通知的期限内支付报名费。${activity.refundRule}。` : ''}
        </Notice>
      ) : null}
      {isPaid && !isFull && !isReviewed ? (
        <Notice>提交后名额为您保留，请在时限内支付报名费。{activity.refundRule}。</Notice>
      ) : null}
      {isPaid && isFull ? <Notice>候补到位并确认后再支付报名费。{activity.refundRule}。</Notice> : null}
      {isFull && activity.restriction === null ? (
        <Notice>名额已满，提交后加入候补；有空出的名额时按先后顺序通知您。</Notice>
      ) : null}
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      <ActionBar>
        <Button onTap={() => void submit()} busyLabel={isBusy && '正在提交…'}>
          {confirms
            ? '提交并确认'
            : isFull
              ? '提交并加入候补'
              : isPaid && !isReviewed
                ? '提交并去支付'
                : '提交报名申请'}
        </Button>
      </ActionBar>
    </>
  );
}

/** What a confirmed registration is. */
function stateOnceConfirmed({ admission }: ActivityPage, { state, feeFen }: NonNullable<ActivityPage['own']>) {
  if (state === 'invited') return admission === 'draw' ? 'drawing' : 'applied';
  return feeFen > 0 ? 'paying' : 'registered';
}

const OUTCOMES: Partial<Record<RegistrationState, string>> = {
  paying: '名额已保留，请支付报名费',
  waiting: '已加入候补',
  applied: '报名已提交，待审核',
  drawing: '报名已提交，待抽签',
};

/** 操作成功: what came of it, and where it is undone. */
function Done({ activity, state }: { activity: ActivityPage; state: RegistrationState }) {
  const isWaiting = state === 'waiting';
  const isPaying = state === 'paying';
  return (
    <>
      <Sheet title="操作成功">
        <Facts
          rows={[
            ['活动', activity.title],
            ['结果', OUTCOMES[state] ?? '报名成功'],
            ['活动时间', shownSpan(activity.beginsAt, activity.endsAt)],
            ['活动地点', activity.place],
          ]}
        />
      </Sheet>
      <Notice tone={isPaying ? 'warn' : 'good'}>
        {isPaying
          ? '请在活动页面支付报名费，逾期名额释放。'
          : isWaiting
            ? '有空出的名额时，在“消息”中通知您确认。'
            : state === 'drawing'
              ? '抽签号在活动页面查看，抽签结果在“消息”中通知您。'
              : state === 'applied'
                ? '审核结果在“消息”中通知您。'
                : '取消、请假在活动页面办理，期限以该页面为准。'}
      </Notice>
      <ActionBar>
        <Button onTap={() => replaceWith(pageUrl('activity', { id: activity.id }))}>
          {isPaying ? '去支付' : isWaiting ? '查看候补' : '查看报名、取消报名'}
        </Button>
        <Button kind="secondary" onTap={() => goTo(pageUrl('activities'))}>
          返回列表
        </Button>
      </ActionBar>
    </>
  );
}
