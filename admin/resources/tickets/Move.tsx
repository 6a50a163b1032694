import { App, Select } from 'antd';
import { useNavigate } from 'react-router';
import { TICKET_CATEGORIES, type TicketCategoryKey } from '../../../bff/contract/tickets/enums.ts';
import type { TicketDetail } from '../../../bff/contract/tickets/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { CATEGORY_OPTIONS } from './category-options.ts';
import { useTicketAct } from './use-tickets.ts';

/** 改分类: to another category, and with it to the queue of another role. */
export function Move({ ticket: { id, version, category } }: { ticket: TicketDetail }) {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const act = useTicketAct(id);
  const move = (next: TicketCategoryKey) =>
    act.mutate(
      { act: 'move', version, category: next },
      {
        onSuccess: () => {
          void message.success(`已转到“${TICKET_CATEGORIES[next].label}”`);
          void navigate(pageUrl('tickets'));
        },
        onError: (error) => void message.error(sentenceOf(error)),
      },
    );
  return (
    <Select<TicketCategoryKey>
      aria-label="改分类"
      prefix="改分类"
      value={category}
      options={CATEGORY_OPTIONS}
      disabled={act.isPending}
      popupMatchSelectWidth={false}
      onChange={(next) => next !== category && move(next)}
    />
  );
}
