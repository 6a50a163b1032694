import type { Row } from '../../../contract/form-reading/fields.ts';
import { toYuan } from '../../../contract/text.ts';

/** Years that are printed one by one, the present one among them. */
const YEARS = 3;

/** 社会公益 of the last three years, and what all of it comes to. */
export function recentService(rows: readonly Row[], today: string): { rows: readonly Row[]; note: string } {
  const since = String(Number(today.slice(0, 4)) - YEARS + 1);
  const recent = rows.filter(({ values }) => String(values['fromOn'] ?? '') >= since);
  const sum = (key: string) => rows.reduce((all, { values }) => all + (Number(values[key]) || 0), 0);
  const [cases, tenths, fen] = [sum('cases'), sum('tenths'), sum('fen')];
  const parts = [
    ...(cases > 0 ? [`法律援助${cases}件`] : []),
    ...(tenths > 0 ? [`公益服务${tenths / 10}小时`] : []),
    ...(fen > 0 ? [`捐赠${toYuan(fen)}元`] : []),
  ];
  if (rows.length === 0) return { rows: [], note: '' };
  return { rows: recent, note: `以上为近三年；累计${rows.length}项${parts.length > 0 ? `，${parts.join('，')}` : ''}` };
}
