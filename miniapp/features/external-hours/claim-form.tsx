import { MAX_CLAIM_NOTE } from '../../../bff/contract/external-hours/limits.ts';
import type { OwnHoursClaim } from '../../../bff/contract/external-hours/replies.ts';
import { HOURS_KINDS, type HoursKind, HOURS_MODES, type HoursMode } from '../../../bff/contract/records/enums.ts';
import { readDecimal } from '../../../bff/contract/text.ts';
import { pageUrl } from '../../addresses.ts';
import { AttachmentsField } from '../../application/attachments-field.tsx';
import { Restored } from '../../application/drafts/restored.tsx';
import { useKept } from '../../application/drafts/use-kept.ts';
import { useSending } from '../../application/use-sending.ts';
import { replaceWith } from '../../platform/page/navigate.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { ActionBar } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { DateInput, SelectInput } from '../../ui/elements.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { TextAreaField, TextField } from '../../ui/fields/text-field.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { claimHours, mendClaim } from './use-claims.ts';

const chooseFrom = (table: Readonly<Record<string, string>>) => [
  { value: '', label: '请选择' },
  ...Object.entries(table).map(([value, label]) => ({ value, label })),
];
const KINDS = chooseFrom(HOURS_KINDS);
const MODES = chooseFrom(HOURS_MODES);

interface Typed {
  title: string;
  organiser: string;
  beginsOn: string;
  endsOn: string;
  kind: HoursKind | '';
  mode: HoursMode | '';
  hours: string;
  note: string;
}
const EMPTY: Typed = { title: '', organiser: '', beginsOn: '', endsOn: '', kind: '', mode: '', hours: '', note: '' };
const ORDER = ['title', 'organiser', 'beginsOn', 'endsOn', 'kind', 'mode', 'tenths', 'note', 'attachments'];

/** States a course with its hours and what proves them; of a claim that was returned, mends it. */
export function ClaimForm({ accountId, claim }: { accountId: number; claim: OwnHoursClaim | null }) {
  const kept = useKept(
    { accountId, name: claim ? `hours-claim-${claim.id}-${claim.version}` : 'hours-claim' },
    claim ? typedOf(claim) : EMPTY,
  );
  const { typed } = kept;
  const { faults, fault, isBusy, mended, files, send } = useSending(ORDER, claim?.attachments);
  if (claim && !claim.can.mend) {
    return (
      <>
        <Notice tone="warn">这份申报现在不能修改。</Notice>
        <ActionBar>
          <Button onTap={() => replaceWith(pageUrl('hoursClaim', { id: claim.id }))}>返回申报</Button>
        </ActionBar>
      </>
    );
  }
  const of = (field: string) => (faults[field] ? { error: faults[field] } : {});
  const change = (patch: Partial<Typed>, ...about: string[]) => {
    kept.change(patch);
    about.forEach(mended);
  };
  const submit = () =>
    send(async ({ attachments, idempotencyKey }) => {
      const course = { ...courseOf(typed), attachments };
      const { id } = claim
        ? await mendClaim(claim.id, { ...course, version: claim.version })
        : await claimHours({ ...course, idempotencyKey });
      kept.forget();
      showToast(claim ? '已重新提交' : '申报已提交');
      replaceWith(pageUrl('hoursClaim', { id }));
    });
  return (
    <>
      {kept.isRestored ? <Restored hasFiles="files" onStartAnew={kept.startAnew} /> : null}
      {claim?.opinion ? <Notice tone="warn">审核意见：{claim.opinion}</Notice> : null}
      <Sheet title="课程">
        <TextField
          id="title"
          label="课程名称"
          required
          value={typed.title}
          onChange={(title) => change({ title }, 'title')}
          placeholder="与证书上的一致"
          error={faults.title}
        />
        <TextField
          id="organiser"
          label="主办单位"
          required
          value={typed.organiser}
          onChange={(organiser) => change({ organiser }, 'organiser')}
          error={faults.organiser}
        />
        <Field id="beginsOn" label="开始日期" required {...of('beginsOn')}>
          {(binding) => (
            <DateInput
              {...binding}
              value={typed.beginsOn}
              onChange={(beginsOn) =>
                change({ beginsOn, ...(typed.endsOn < beginsOn ? { endsOn: beginsOn } : {}) }, 'beginsOn', 'endsOn')
              }
            />
          )}
        </Field>
        <Field id="endsOn" label="结束日期" required {...of('endsOn')}>
          {(binding) => (
            <DateInput {...binding} value={typed.endsOn} onChange={(endsOn) => change({ endsOn }, 'endsOn')} />
          )}
        </Field>
        <Field id="kind" label="学时类别" required {...of('kind')}>
          {(binding) => (
            <SelectInput
              {...binding}
              value={typed.kind}
              onChange={(kind) => change({ kind: kind as HoursKind | '' }, 'kind')}
              options={KINDS}
            />
          )}
        </Field>
        <Field id="mode" label="参加方式" required {...of('mode')}>
          {(binding) => (
            <SelectInput
              {...binding}
              value={typed.mode}
              onChange={(mode) => change({ mode: mode as HoursMode | '' }, 'mode')}
              options={MODES}
            />
          )}
        </Field>
        <TextField
          id="tenths"
          label="学时"
          required
          value={typed.hours}
          onChange={(hours) => change({ hours }, 'tenths')}
          hint="45分钟为1学时，以0.5为单位"
          error={faults.tenths}
        />
        <TextAreaField
          id="note"
          label="说明"
          rows={3}
          value={typed.note}
          onChange={(note) => change({ note }, 'note')}
          max={MAX_CLAIM_NOTE}
          {...of('note')}
        />
        <AttachmentsField
          {...files}
          label="证明材料"
          proves="请上传结业证书、学时证明、签到记录等，看得清课程、日期和学时"
        />
      </Sheet>
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      <ActionBar>
        <Button onTap={() => void submit()} busyLabel={isBusy && '正在提交…'}>
          {claim ? '重新提交' : '提交申报'}
        </Button>
      </ActionBar>
    </>
  );
}

const typedOf = ({ title, organiser, beginsOn, endsOn, kind, mode, tenths, note }: OwnHoursClaim): Typed => ({
  title,
  organiser,
  beginsOn,
  endsOn,
  kind,
  mode,
  hours: String(tenths / 10),
  note,
});

/** What is not chosen, and what is no number, goes as it stands: the server says in words what is missing. */
function courseOf({ hours, kind, mode, beginsOn, endsOn, ...course }: Typed) {
  const count = readDecimal(hours, 1);
  const tenths = Number.isNaN(count) ? (hours as unknown as number) : Math.round(count * 10);
  const days = { beginsOn: beginsOn || undefined, endsOn: endsOn || undefined } as { beginsOn: string; endsOn: string };
  return { ...course, ...days, kind: kind as HoursKind, mode: mode as HoursMode, tenths };
}
