import { SERIES_WAYS, type SeriesWay } from '../../../bff/contract/activity-series/enums.ts';
import type { StaffSeries } from '../../../bff/contract/activity-series/replies.ts';
import type { CreateSeries } from '../../../bff/contract/activity-series/schemas.ts';
import type { RichNode } from '../../../bff/contract/rich-text/tags.ts';
import type { FieldSpec } from '../../ui/form/form-fields.tsx';
import { htmlOfNodes } from '../../ui/rich-text/rich-dom.ts';
import { RichTextInput } from '../../ui/rich-text/RichTextInput.tsx';

/** What is typed: numbers as text. */
export interface SeriesValues {
  title: string;
  way: SeriesWay;
  needed: string;
  /** HTML, as it is sent. */
  details: string;
}

export const newSeries: SeriesValues = { title: '', way: 'each', needed: '0', details: '' };

/** A series as the form shows it. */
export const toSeriesValues = ({ title, way, needed, details }: StaffSeries): SeriesValues => ({
  title,
  way,
  needed: String(needed),
  details: htmlOfNodes(details),
});

/** What is sent, unjudged: the server says what is wrong. */
export const toSeriesInput = (values: SeriesValues): CreateSeries => values;

/** Of a new one, or of one whose text is this. */
export const seriesFieldsOf = (details: readonly RichNode[]): readonly FieldSpec<SeriesValues>[] => [
  { name: 'title', label: '系列名称', kind: 'text', isRequired: true, isWide: true },
  {
    name: 'way',
    label: '报名方式',
    kind: 'choice',
    options: SERIES_WAYS,
    hint: '整期报名：一次报名全部场次，各场须先到先得、免费、不分组、没有报名表项目',
  },
  {
    name: 'needed',
    label: '记学时的场数',
    kind: 'text',
    inputMode: 'numeric',
    hint: '填0为到场即记；填3为到场满3场后，记入已到各场的学时。已有人报名的只能减少',
  },
  {
    name: 'details',
    label: '系列介绍',
    kind: 'own',
    control: <RichTextInput label="系列介绍" initial={details} />,
    isRequired: true,
    isWide: true,
    words: (html) => html.replace(/<[^>]*>/g, ' '),
  },
];
