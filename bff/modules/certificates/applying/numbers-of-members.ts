import { Op } from 'sequelize';
import { listFirms } from '../../registry/firms/list-firms.ts';
import { listLawyers } from '../../registry/lawyers/list-lawyers.ts';
import { Application } from '../model.ts';

/** More members than these are not one whom somebody looks for. */
const FEW = 5;
/** The latest of so many applications; a page of a list shows fewer. */
const LATEST = 200;

/**
 * The members whom some words name (a part of the name, however it is typed, a licence number, a credit code), and the 编号
 * of what they have applied for, the latest first; none where the words name nobody or more than a few.
 */
export async function numbersOfMembers(
  words: string,
): Promise<{ members: { kind: 'firm' | 'lawyer'; id: number }[]; numbers: string[] }> {
  const [firms, lawyers] = await Promise.all([
    listFirms({ search: words, limit: FEW + 1 }),
    listLawyers({ search: words, limit: FEW + 1 }),
  ]);
  const members = [
    ...firms.items.map(({ id }) => ({ kind: 'firm' as const, id })),
    ...lawyers.items.map(({ id }) => ({ kind: 'lawyer' as const, id })),
  ];
  if (members.length === 0 || members.length > FEW) return { members: [], numbers: [] };
  const applications = await Application.findAll({
    attributes: ['number'],
    where: { [Op.or]: members.map(({ kind, id }) => ({ applicantKind: kind, applicantId: id })) },
    order: [['id', 'DESC']],
    limit: LATEST,
  });
  return { members, numbers: applications.map(({ number }) => number) };
}
