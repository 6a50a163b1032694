import {
  ANNOUNCEMENT_AUDIENCES,
  ANNOUNCEMENT_CATEGORIES,
  type AnnouncementAudience,
  type AnnouncementCategory,
} from '../../../bff/contract/announcements/enums.ts';
import { announcementEndpoints } from '../../../bff/contract/announcements/endpoints.ts';
import { MAX_ANNOUNCEMENT_FILES } from '../../../bff/contract/announcements/limits.ts';
import type { StaffAnnouncement } from '../../../bff/contract/announcements/replies.ts';
import type { CreateAnnouncement, UpdateAnnouncement } from '../../../bff/contract/announcements/schemas.ts';
import { readShanghaiMinute, toIso } from '../../../bff/contract/dates.ts';
import type { Eligibility } from '../../../bff/contract/eligibility/schemas.ts';
import type { RichNode } from '../../../bff/contract/rich-text/tags.ts';
import { EligibilityBuilder } from '../../eligibility/EligibilityBuilder.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { FilesInput, type AttachedFile } from '../../ui/form/FilesInput.tsx';
import { inGroup, type FieldSpec } from '../../ui/form/form-fields.tsx';
import { InstantInput } from '../../ui/form/InstantInput.tsx';
import { htmlOfNodes } from '../../ui/rich-text/rich-dom.ts';
import { RichTextInput } from '../../ui/rich-text/RichTextInput.tsx';

/** What is typed: instants as the wall clock in China shows them. */
export interface AnnouncementValues {
  title: string;
  category: AnnouncementCategory;
  body: string;
  audience: AnnouncementAudience;
  eligibility: Eligibility | null;
  pinnedUntil: string;
  validUntil: string;
  mustConfirm: 'yes' | 'no';
  attachments: AttachedFile[];
  asksAgain: 'yes' | 'no';
}

export const newAnnouncement: AnnouncementValues = {
  title: '',
  category: 'notice',
  body: '',
  audience: 'everybody',
  eligibility: null,
  pinnedUntil: '',
  validUntil: '',
  mustConfirm: 'no',
  attachments: [],
  asksAgain: 'no',
};

const wall = (iso: string | null) => (iso === null ? '' : formatInstant(iso).replace(' ', 'T'));
/** An instant as it is sent; what is no time goes as it was typed, and the server says what is wrong. */
const instant = (typed: string) => (typed === '' ? null : (toIso(readShanghaiMinute(typed)) ?? typed));

export const toValues = (announcement: StaffAnnouncement): AnnouncementValues => ({
  title: announcement.title,
  category: announcement.category,
  body: htmlOfNodes(announcement.body),
  audience: announcement.audience,
  eligibility: announcement.eligibility,
  pinnedUntil: wall(announcement.pinnedUntil),
  validUntil: wall(announcement.validUntil),
  mustConfirm: announcement.mustConfirm ? 'yes' : 'no',
  attachments: announcement.attachments.map(({ id, name }) => ({ id, name })),
  asksAgain: 'no',
});

export const toInput = ({ asksAgain: _asksAgain, ...values }: AnnouncementValues): CreateAnnouncement => ({
  ...values,
  pinnedUntil: instant(values.pinnedUntil),
  validUntil: instant(values.validUntil),
  mustConfirm: values.mustConfirm === 'yes',
  attachments: values.attachments.map(({ id }) => id),
});

export const toUpdate = (values: AnnouncementValues, version: number): UpdateAnnouncement => ({
  ...toInput(values),
  version,
  asksAgain: values.asksAgain === 'yes',
});

const until = (name: 'pinnedUntil' | 'validUntil', label: string, hint: string): FieldSpec<AnnouncementValues> => ({
  name,
  label,
  kind: 'own',
  control: <InstantInput />,
  hint,
});

/** The fields of a new one, or of one whose text is this. */
export const fieldsOf = (body: readonly RichNode[]): readonly FieldSpec<AnnouncementValues>[] => [
  ...inGroup<AnnouncementValues>('内容', [
    { name: 'title', label: '标题', kind: 'text', isRequired: true, isWide: true },
    { name: 'category', label: '分类', kind: 'choice', options: ANNOUNCEMENT_CATEGORIES, isRequired: true },
    {
      name: 'body',
      label: '正文',
      kind: 'own',
      control: <RichTextInput label="正文" initial={body} />,
      isRequired: true,
      isWide: true,
      hint: '粘贴的内容只保留文字，请在此重新设置标题和列表',
      words: (html) => (html as string).replace(/<[^>]*>/g, ' '),
    },
    {
      name: 'attachments',
      label: '附件',
      kind: 'own',
      control: <FilesInput endpoint={announcementEndpoints.uploadAnnouncementFile} max={MAX_ANNOUNCEMENT_FILES} />,
      isWide: true,
      hint: 'PDF、JPG、PNG、DOCX、XLSX、WPS、ET，每份不超过10 MB，最多10份',
      words: (files) => (files as AttachedFile[]).map(({ name }) => name).join('、'),
    },
  ]),
  ...inGroup<AnnouncementValues>('对象', [
    { name: 'audience', label: '对象', kind: 'choice', options: ANNOUNCEMENT_AUDIENCES, isRequired: true },
    {
      name: 'mustConfirm',
      label: '确认阅读',
      kind: 'choice',
      options: { no: '不需要', yes: '须逐一确认' },
      hint: '须确认的，未确认前一直显示为未读，可查看各所确认情况',
    },
    {
      name: 'eligibility',
      label: '条件',
      kind: 'own',
      control: <EligibilityBuilder of={['firm', 'lawyer']} />,
      isWide: true,
      hint: '不设条件时，所选对象全部可见；不符合条件的会员看不到',
    },
  ]),
  ...inGroup<AnnouncementValues>('时间（北京时间）', [
    until('pinnedUntil', '置顶至', '不置顶的不填；同时置顶的最多5条'),
    until('validUntil', '有效期至', '不填为长期有效；到期后会员不再看到'),
  ]),
];

/** Of one that members see: whether what was changed is to be read again. */
export const publishedFieldsOf = (body: readonly RichNode[]): readonly FieldSpec<AnnouncementValues>[] => [
  ...fieldsOf(body),
  ...inGroup<AnnouncementValues>('已发布的公告', [
    {
      name: 'asksAgain',
      label: '修改后',
      kind: 'choice',
      options: { no: '只注明“已更新”', yes: '重新标为未读，须确认的重新确认' },
    },
  ]),
];
