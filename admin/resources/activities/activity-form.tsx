import {
  ACTIVITY_KINDS,
  ACTIVITY_VISIBILITIES,
  ADMISSIONS,
  WAITING_WAYS,
  type ActivityKind,
  type ActivityVisibility,
  type ActivityWarning,
  type Admission,
  type LeaveRefund,
  type WaitingWay,
} from '../../../bff/contract/activities/enums.ts';
import * as limits from '../../../bff/contract/activities/limits.ts';
import type { FormFieldReply, StaffActivity } from '../../../bff/contract/activities/replies.ts';
import type { CreateActivity, UpdateActivity } from '../../../bff/contract/activities/schemas.ts';
import type { AttachmentReply } from '../../../bff/contract/files/replies.ts';
import { readDecimal } from '../../../bff/contract/text.ts';
import { readShanghaiMinute, toIso } from '../../../bff/contract/dates.ts';
import type { Eligibility } from '../../../bff/contract/eligibility/schemas.ts';
import { formatInstant } from '../../ui/dates.ts';
import { inGroup, type FieldSpec } from '../../ui/form/form-fields.tsx';
import { CountedEligibility } from './EligibleCount.tsx';
import { FormBuilder } from './FormBuilder.tsx';
import { GroupsInput, type GroupValue } from './GroupsInput.tsx';
import { PosterInput } from './PosterInput.tsx';
import { InstantInput } from '../../ui/form/InstantInput.tsx';

/** What is typed: instants as the wall clock in China shows them, numbers as text. */
export interface ActivityValues {
  title: string;
  kind: ActivityKind;
  organiser: string;
  speakers: string;
  contact: string;
  details: string;
  notice: string;
  poster: AttachmentReply | null;
  isOnline: 'online' | 'onsite';
  place: string;
  address: string;
  mapPoint: string;
  opensAt: string;
  closesAt: string;
  beginsAt: string;
  endsAt: string;
  cancelHours: string;
  leaveHours: string;
  advanceLeave: 'on' | 'off';
  capacity: string;
  perFirmMax: string;
  groups: GroupValue[];
  admission: Admission;
  drawSource: string;
  drawAt: string;
  waiting: WaitingWay;
  leaveRefund: `${LeaveRefund}`;
  offersStopHours: string;
  visibility: ActivityVisibility;
  eligibility: Eligibility | null;
  form: FormFieldReply[];
  hoursTenths: string;
  acknowledged: ActivityWarning[];
}

export const newActivity: ActivityValues = {
  title: '',
  kind: 'training',
  organiser: '',
  speakers: '',
  contact: '',
  details: '',
  notice: '',
  poster: null,
  isOnline: 'onsite',
  place: '',
  address: '',
  mapPoint: '',
  opensAt: '',
  closesAt: '',
  beginsAt: '',
  endsAt: '',
  cancelHours: String(limits.DEFAULT_CANCEL_HOURS),
  leaveHours: String(limits.DEFAULT_LEAVE_HOURS),
  advanceLeave: 'on',
  capacity: '',
  perFirmMax: '0',
  groups: [{ name: '', capacity: null, feeFen: 0, eligibility: null }],
  admission: 'order',
  drawSource: '',
  drawAt: '',
  waiting: 'asks',
  leaveRefund: '100',
  offersStopHours: String(limits.DEFAULT_OFFERS_STOP_HOURS),
  visibility: 'all',
  eligibility: null,
  form: [],
  hoursTenths: '0',
  acknowledged: [],
};

const wall = (iso: string) => formatInstant(iso).replace(' ', 'T');

/** An activity as the form shows it. */
export function toActivityValues(activity: StaffActivity): ActivityValues {
  return {
    title: activity.title,
    kind: activity.kind,
    organiser: activity.organiser,
    speakers: activity.speakers,
    contact: activity.contact,
    details: activity.details,
    notice: activity.notice,
    poster: activity.poster,
    place: activity.place,
    address: activity.address,
    mapPoint: activity.mapPoint,
    admission: activity.admission,
    drawSource: activity.drawSource,
    drawAt: activity.drawAt ? wall(activity.drawAt) : '',
    waiting: activity.waiting,
    visibility: activity.visibility,
    isOnline: activity.isOnline ? 'online' : 'onsite',
    opensAt: wall(activity.opensAt),
    closesAt: wall(activity.closesAt),
    beginsAt: wall(activity.beginsAt),
    endsAt: wall(activity.endsAt),
    cancelHours: String(activity.cancelHours),
    leaveHours: String(activity.leaveHours),
    advanceLeave: activity.advanceLeave ? 'on' : 'off',
    capacity: String(activity.capacity),
    perFirmMax: String(activity.perFirmMax),
    groups: activity.groups.map(({ taken: _taken, ...group }) => group),
    leaveRefund: `${activity.leaveRefund}`,
    offersStopHours: String(activity.offersStopHours),
    eligibility: activity.eligibility,
    form: activity.form,
    hoursTenths: String(activity.hoursTenths / 10),
    acknowledged: [],
  };
}

const instant = (typed: string) => toIso(readShanghaiMinute(typed)) ?? typed;

/** A copy takes over everything but the instants and who signed up; its groups are new ones. */
export function toCopiedValues(activity: StaffActivity): ActivityValues {
  const { groups, ...values } = toActivityValues(activity);
  return {
    ...values,
    opensAt: '',
    closesAt: '',
    beginsAt: '',
    endsAt: '',
    drawSource: '',
    drawAt: '',
    groups: groups.map(({ id: _id, ...group }) => group),
  };
}

/** What is sent, unjudged: the server says what is wrong. One group without a number of its own has all seats. */
export function toActivityInput({
  hoursTenths,
  acknowledged: _acknowledged,
  ...values
}: ActivityValues): CreateActivity {
  const tenths = Math.round(readDecimal(hoursTenths, 1) * 10);
  return {
    ...values,
    poster: values.poster?.id ?? null,
    isOnline: values.isOnline === 'online',
    advanceLeave: values.advanceLeave === 'on',
    leaveRefund: Number(values.leaveRefund) as LeaveRefund,
    opensAt: instant(values.opensAt),
    closesAt: instant(values.closesAt),
    beginsAt: instant(values.beginsAt),
    endsAt: instant(values.endsAt),
    drawAt: values.drawAt ? instant(values.drawAt) : null,
    groups: values.groups.map(({ feeFen, ...group }) => ({
      ...group,
      capacity: group.capacity ?? values.capacity,
      feeFen: feeFen as number,
    })),
    // What is no number is refused by the server, in words.
    hoursTenths: Number.isNaN(tenths) ? (hoursTenths as never) : tenths,
  };
}

export const toActivityUpdate = (values: ActivityValues, version: number): UpdateActivity => ({
  ...toActivityInput(values),
  version,
  acknowledged: values.acknowledged,
});

const when = (name: keyof ActivityValues, label: string): FieldSpec<ActivityValues> => ({
  name,
  label,
  kind: 'own',
  control: <InstantInput />,
  isRequired: true,
});
const hours = (name: keyof ActivityValues, label: string, hint: string): FieldSpec<ActivityValues> => ({
  name,
  label,
  kind: 'text',
  inputMode: 'numeric',
  hint,
});

export const activityFields: readonly FieldSpec<ActivityValues>[] = [
  ...inGroup<ActivityValues>('活动', [
    { name: 'title', label: '活动标题', kind: 'text', isRequired: true, isWide: true },
    { name: 'kind', label: '活动类型', kind: 'choice', options: ACTIVITY_KINDS, isRequired: true },
    { name: 'organiser', label: '主办单位', kind: 'text', isRequired: true },
    { name: 'speakers', label: '主讲人', kind: 'text' },
    { name: 'contact', label: '联系方式', kind: 'text', isRequired: true },
    { name: 'isOnline', label: '方式', kind: 'choice', options: { onsite: '线下', online: '线上' } },
    { name: 'place', label: '活动地点', kind: 'text', isRequired: true, hint: '线上活动填写平台名称' },
    { name: 'address', label: '详细地址', kind: 'text', isWide: true },
    { name: 'mapPoint', label: '地图坐标', kind: 'text', hint: '腾讯或高德地图的“纬度,经度”' },
    {
      name: 'details',
      label: '活动详情',
      kind: 'paragraph',
      max: limits.MAX_ACTIVITY_DETAILS,
      isRequired: true,
      isWide: true,
    },
    { name: 'poster', label: '海报', kind: 'own', control: <PosterInput />, isWide: true, hint: '图片，建议750×420' },
    { name: 'notice', label: '报名须知', kind: 'paragraph', max: limits.MAX_ACTIVITY_NOTICE, isWide: true },
    { name: 'hoursTenths', label: '学时', kind: 'text', inputMode: 'decimal', hint: '不计学时填0，最多8' },
  ]),
  ...inGroup<ActivityValues>('时间（北京时间）', [
    when('opensAt', '报名开始'),
    when('closesAt', '报名结束'),
    when('beginsAt', '活动开始'),
    when('endsAt', '活动结束'),
    hours('cancelHours', '取消截止提前小时数', '从报名结束起算'),
    hours('leaveHours', '请假截止提前小时数', '从活动开始起算'),
    {
      name: 'advanceLeave',
      label: '预约请假',
      kind: 'choice',
      options: { on: '开启', off: '关闭' },
      hint: '取消截止至报名结束之间，可以先请假，名额立即让出',
    },
  ]),
  ...inGroup<ActivityValues>('名额与条件', [
    { name: 'capacity', label: '总名额', kind: 'text', inputMode: 'numeric', isRequired: true, hint: '填0只接受候补' },
    hours('perFirmMax', '每所最多人数', '同一机构报名、候补的合计；填0不限'),
    {
      name: 'admission',
      label: '录取方式',
      kind: 'choice',
      options: ADMISSIONS,
      hint: '审核录取：报名后由工作人员从中选定；抽签：报名结束后按公开开奖结果算出顺序；发布后不能改变',
    },
    {
      name: 'drawSource',
      label: '公开开奖',
      kind: 'text',
      hint: '抽签活动填写：以哪一次公开开奖为准，例如“双色球第2026141期开奖号码”；发布后不能改变',
    },
    { name: 'drawAt', label: '公开开奖时间', kind: 'own', control: <InstantInput />, hint: '应晚于报名结束' },
    { name: 'waiting', label: '候补', kind: 'choice', options: WAITING_WAYS },
    hours('offersStopHours', '候补停止提前小时数', '从活动开始起算，此后不再递补'),
    {
      name: 'leaveRefund',
      label: '请假退费',
      kind: 'choice',
      options: { 100: '全额退还', 50: '退还50%', 0: '不退' },
      hint: '收费活动：取消截止前取消的，活动取消的，都全额退还；缺席不退',
    },
    { name: 'visibility', label: '可见范围', kind: 'choice', options: ACTIVITY_VISIBILITIES },
    {
      name: 'eligibility',
      label: '报名条件',
      kind: 'own',
      control: <CountedEligibility />,
      isWide: true,
      hint: '不设条件时，正常执业的律师都可以报名',
    },
    {
      name: 'groups',
      label: '分组',
      kind: 'own',
      control: <GroupsInput />,
      isWide: true,
      hint: '名额不填与总名额相同；费用填0为免费，改动只影响新报名的',
    },
  ]),
  ...inGroup<ActivityValues>('报名表', [
    {
      name: 'form',
      label: '填写项目',
      kind: 'own',
      control: <FormBuilder />,
      isWide: true,
      hint: '姓名、执业证号、执业机构不用再问；不能收集证件号码、健康、婚姻、银行卡信息',
    },
  ]),
];
