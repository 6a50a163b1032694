import { z } from 'zod';
import { CAMPAIGN_PROGRESS, CAMPAIGN_STATES } from '../../../contract/campaigns/enums.ts';
import type {
  CampaignCounts,
  CampaignDetail,
  CampaignFirm,
  CampaignMember as MemberReply,
  CampaignRow,
} from '../../../contract/campaigns/replies.ts';
import type {
  listCampaignFirms,
  listCampaignMembers,
  listCampaigns as query,
} from '../../../contract/campaigns/schemas.ts';
import { toIso } from '../../../contract/dates.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { AppError } from '../../../errors.ts';
import { select } from '../../../platform/db/database.ts';
import { inList, selectPage, type ListPage } from '../../../platform/db/keyset.ts';
import { flag } from '../../../platform/db/rows.ts';
import { Campaign } from '../model.ts';
import { ALL_FIRMS } from '../progress/move-count.ts';

const NONE: CampaignCounts = { untouched: 0, filling: 0, waiting: 0, rejected: 0, approved: 0, excused: 0 };
const countRow = z.strictObject({ key: z.int(), state: oneOf(CAMPAIGN_PROGRESS), n: z.int() });

function byKey(rows: z.infer<typeof countRow>[]): Map<number, CampaignCounts> {
  const counts = new Map<number, CampaignCounts>();
  for (const { key, state, n } of rows) counts.set(key, { ...(counts.get(key) ?? NONE), [state]: n });
  return counts;
}

/** The counters of all firms together, by campaign. */
async function countsOf(ids: readonly number[]): Promise<Map<number, CampaignCounts>> {
  const list = inList(ids);
  const sql = `SELECT campaign_id AS \`key\`, state, n FROM profile_counts WHERE firm_id = ? AND campaign_id IN ${list.sql}`;
  return byKey(await select(countRow, sql, [ALL_FIRMS, ...list.values]));
}

const row = z.strictObject({ id: z.int(), state: oneOf(CAMPAIGN_STATES) });

/** Campaigns, the latest first. */
export async function listCampaigns({ state, cursor, limit }: z.output<typeof query>): Promise<ListPage<CampaignRow>> {
  const page = await selectPage({
    row,
    columns: 'c.id, c.state',
    from: 'campaigns c',
    where: state ? [{ sql: 'c.state = ?', values: [state] }] : [],
    order: { by: 'c.id', id: 'c.id', direction: 'descending' },
    cursor,
    limit,
  });
  const ids = page.items.map(({ id }) => id);
  const campaigns = new Map((await Campaign.findAll({ where: { id: ids } })).map((one) => [one.id, one]));
  const counts = await countsOf(ids);
  return { ...page, items: ids.map((id) => presentRow(campaigns.get(id)!, counts.get(id) ?? NONE)) };
}

const presentRow = (campaign: Campaign, counts: CampaignCounts): CampaignRow => {
  const { id, title, kind, state, opensOn, dueOn, graceUntil, isPriority } = campaign;
  return { id, title, kind, state, opensOn, dueOn, graceUntil, isPriority, counts };
};

/** One campaign. Throws `not_found`. */
export async function showCampaign({ id }: { id: number }): Promise<CampaignDetail> {
  const campaign = await Campaign.findByPk(id, { rejectOnEmpty: new AppError('not_found') });
  const { words, eligibility, createdBy, openedAt, closedAt, closedBy, version, state } = campaign;
  return {
    ...presentRow(campaign, (await countsOf([id])).get(id) ?? NONE),
    words,
    eligibility,
    createdBy,
    openedAt: toIso(openedAt),
    closedAt: toIso(closedAt),
    closedBy,
    version,
    can: { edit: state !== 'closed', start: state === 'draft', close: state === 'open', grant: state === 'open' },
  };
}

const memberRow = z.strictObject({
  id: z.int(),
  lawyerId: z.int(),
  name: z.string(),
  licenceNo: z.string(),
  firmName: z.string(),
  state: oneOf(CAMPAIGN_PROGRESS),
  doneAt: z.int().nullable(),
  isLate: flag,
  dueOn: z.string().nullable(),
  reason: z.string(),
  grantedBy: z.string(),
});

/** Whom it is for. Throws `not_found`. */
export async function listMembers(
  id: number,
  { state, firmId, cursor, limit }: z.output<typeof listCampaignMembers>,
): Promise<ListPage<MemberReply>> {
  await Campaign.findByPk(id, { rejectOnEmpty: new AppError('not_found'), attributes: ['id'] });
  const page = await selectPage({
    row: memberRow,
    columns: `m.id, m.lawyer_id AS lawyerId, l.name, l.licence_no AS licenceNo, COALESCE(f.name, '') AS firmName, m.state,
      m.done_at AS doneAt, m.is_late AS isLate, m.due_on AS dueOn, m.reason, m.granted_by AS grantedBy`,
    from: 'campaign_members m JOIN lawyers l ON l.id = m.lawyer_id LEFT JOIN firms f ON f.id = m.firm_id',
    counted: 'campaign_members m',
    where: [
      { sql: 'm.campaign_id = ?', values: [id] },
      ...(state ? [{ sql: 'm.state = ?', values: [state] }] : []),
      ...(firmId === undefined ? [] : [{ sql: 'm.firm_id = ?', values: [firmId] }]),
    ],
    order: { by: 'm.id', id: 'm.id', direction: 'ascending' },
    cursor,
    limit,
  });
  const items = page.items.map((one) => ({ ...one, doneAt: toIso(one.doneAt), isLate: one.isLate === 1 }));
  return { ...page, items };
}

const firmRow = z.strictObject({ id: z.int(), name: z.string() });

/** Firms whose lawyers it is for, each with its counters. Throws `not_found`. */
export async function listFirms(
  id: number,
  { cursor, limit }: z.output<typeof listCampaignFirms>,
): Promise<ListPage<CampaignFirm>> {
  await Campaign.findByPk(id, { rejectOnEmpty: new AppError('not_found'), attributes: ['id'] });
  const page = await selectPage({
    row: firmRow,
    columns: 'f.id, f.name',
    from: 'firms f',
    where: [
      {
        sql: 'EXISTS (SELECT 1 FROM profile_counts n WHERE n.campaign_id = ? AND n.firm_id = f.id AND n.n > 0)',
        values: [id],
      },
    ],
    order: { by: 'f.name_key', id: 'f.id', direction: 'ascending' },
    cursor,
    limit,
  });
  const list = inList(page.items.map((firm) => firm.id));
  const sql = `SELECT firm_id AS \`key\`, state, n FROM profile_counts WHERE campaign_id = ? AND firm_id IN ${list.sql}`;
  const counts = byKey(await select(countRow, sql, [id, ...list.values]));
  return { ...page, items: page.items.map((firm) => ({ ...firm, counts: counts.get(firm.id) ?? NONE })) };
}
