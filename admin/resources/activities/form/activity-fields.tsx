import {
  ACTIVITY_KINDS,
  ACTIVITY_VISIBILITIES,
  ADMISSIONS,
  WAITING_WAYS,
} from '../../../../bff/contract/activities/enums.ts';
import { activityEndpoints } from '../../../../bff/contract/activities/endpoints.ts';
import * as limits from '../../../../bff/contract/activities/limits.ts';
import type { RichNode } from '../../../../bff/contract/rich-text/tags.ts';
import { FilesInput, type AttachedFile } from '../../../ui/form/FilesInput.tsx';
import { inGroup, type FieldSpec } from '../../../ui/form/form-fields.tsx';
import { InstantInput } from '../../../ui/form/InstantInput.tsx';
import { RichTextInput } from '../../../ui/rich-text/RichTextInput.tsx';
import { isDrawn, isOnline, type ActivityValues } from './activity-values.ts';
import { CountedEligibility } from './EligibleCount.tsx';
import { FormBuilder } from './FormBuilder.tsx';
import { GroupsInput } from './GroupsInput.tsx';
import { PosterInput } from './PosterInput.tsx';
import { SeriesInput, seriesInWords } from './SeriesInput.tsx';

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

/** Of a new one, or of one whose details are these. */
export const activityFieldsOf = (details: readonly RichNode[]): readonly FieldSpec<ActivityValues>[] => [
  ...inGroup<ActivityValues>('活动', [
    { name: 'title', label: '活动标题', kind: 'text', isRequired: true, isWide: true },
    { name: 'kind', label: '活动类型', kind: 'choice', options: ACTIVITY_KINDS, isRequired: true },
    {
      name: 'seriesId',
      label: '所属系列',
      kind: 'own',
      control: <SeriesInput />,
      hint: '不属于系列的不选',
      words: seriesInWords,
    },
    { name: 'organiser', label: '主办单位', kind: 'text', isRequired: true },
    { name: 'speakers', label: '主讲人', kind: 'text' },
    { name: 'contact', label: '联系方式', kind: 'text', isRequired: true },
    { name: 'isOnline', label: '方式', kind: 'choice', options: { onsite: '线下', online: '线上' } },
    {
      name: 'meetingUrl',
      label: '会议链接',
      kind: 'text',
      isAsked: isOnline,
      hint: '只有已报名的人在开始前30分钟起可以打开',
    },
    { name: 'place', label: '活动地点', kind: 'text', isRequired: true, hint: '线上活动填写平台名称' },
    { name: 'address', label: '详细地址', kind: 'text', isWide: true },
    { name: 'mapPoint', label: '地图坐标', kind: 'text', hint: '腾讯或高德地图的“纬度,经度”' },
    {
      name: 'details',
      label: '活动详情',
      kind: 'own',
      control: <RichTextInput label="活动详情" initial={details} />,
      isRequired: true,
      isWide: true,
      hint: '粘贴的内容只保留文字，请在此重新设置标题和列表',
      words: (html) => (html as string).replace(/<[^>]*>/g, ' '),
    },
    {
      name: 'attachments',
      label: '附件',
      kind: 'own',
      control: <FilesInput endpoint={activityEndpoints.uploadActivityFile} max={limits.MAX_ACTIVITY_FILES} />,
      isWide: true,
      hint: '议程、回执等，能看到活动的会员都能下载：PDF、JPG、PNG、DOCX、XLSX、WPS、ET，每份不超过10 MB，最多10份',
      words: (files) => (files as AttachedFile[]).map(({ name }) => name).join('、'),
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
      isRequired: true,
      isAsked: isDrawn,
      hint: '以哪一次公开开奖为准，例如“双色球第2026141期开奖号码”；发布后不能改变',
    },
    {
      name: 'drawAt',
      label: '公开开奖时间',
      kind: 'own',
      control: <InstantInput />,
      isRequired: true,
      isAsked: isDrawn,
      hint: '应晚于报名结束',
    },
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
