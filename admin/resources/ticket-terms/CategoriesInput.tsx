import { Input } from 'antd';
import type { TicketTermsReply } from '../../../bff/contract/ticket-clocks/endpoints.ts';
import { TICKET_CATEGORIES, type TicketCategoryKey } from '../../../bff/contract/tickets/enums.ts';

type Categories = TicketTermsReply['categories'];
const KEYS = Object.keys(TICKET_CATEGORIES) as TicketCategoryKey[];

/** 登录与密码 30/120；… */
export const categoriesWords = (categories: Categories): string =>
  KEYS.map((key) => {
    const { firstMinutes, doneMinutes } = categories[key];
    return `${TICKET_CATEGORIES[key].label} ${firstMinutes}${doneMinutes === null ? '' : `/${doneMinutes}`}`;
  }).join('；');

interface CategoriesInputProps {
  id?: string;
  value?: Categories;
  onChange?(categories: Categories): void;
}

/** Open minutes of every category, until the first answer and until it is done. */
export function CategoriesInput({ id, value, onChange }: CategoriesInputProps) {
  if (!value) return null;
  const put = (key: TicketCategoryKey, part: Partial<Categories[TicketCategoryKey]>) =>
    onChange?.({ ...value, [key]: { ...value[key], ...part } });
  return (
    <table className="terms" id={id}>
      <thead>
        <tr>
          <th scope="col">分类</th>
          <th scope="col">首次答复</th>
          <th scope="col">办结</th>
        </tr>
      </thead>
      <tbody>
        {KEYS.map((key) => {
          const { label } = TICKET_CATEGORIES[key];
          const { firstMinutes, doneMinutes } = value[key];
          return (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>
                <Input
                  inputMode="numeric"
                  aria-label={`${label}首次答复`}
                  value={firstMinutes}
                  // The server judges what is typed, and names what is no number.
                  onChange={({ target }) => put(key, { firstMinutes: target.value as never })}
                />
              </td>
              <td>
                {doneMinutes === null ? (
                  <span className="quiet">不承诺</span>
                ) : (
                  <Input
                    inputMode="numeric"
                    aria-label={`${label}办结`}
                    value={doneMinutes}
                    onChange={({ target }) => put(key, { doneMinutes: target.value as never })}
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
