import type { TableColumnsType } from 'antd';
import { RATINGS, type Rating } from '../../../bff/contract/ratings/enums.ts';
import { formatInstant } from '../../ui/dates.ts';
import type { Filter } from '../../ui/list/FilterBar.tsx';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';

const TONES: Record<Rating, Tone> = { good: 'good', fair: 'still', bad: 'bad' };

/** What lists of ratings are filtered by, of tickets and talks alike. */
export const RATING_FILTERS = [
  { kind: 'choice', name: 'rating', label: '评价', options: RATINGS },
] as const satisfies Filter<string>[];

export const RatingTag = ({ rating }: { rating: Rating }) => <StateTag tone={TONES[rating]} label={RATINGS[rating]} />;

/** The columns that say what was thought, and when. */
export const ratingColumns = <Row extends { at: string; rating: Rating; words: string }>(): TableColumnsType<Row> => [
  { title: '评价时间', dataIndex: 'at', className: 'figures', render: formatInstant },
  { title: '评价', key: 'rating', render: (_, row) => <RatingTag rating={row.rating} /> },
  { title: '意见', dataIndex: 'words', className: 'wrap', render: (words: string) => words || '—' },
];
