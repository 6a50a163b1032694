import { Op } from 'sequelize';
import { listFirms } from '../../registry/firms/list-firms.ts';
import { listLawyers } from '../../registry/lawyers/list-lawyers.ts';
import { Application } from '../model.ts';

/** More members than these are not one whom somebody looks for. */
const FEW = 5;
/** The latest of so many applications; a page of a list shows fewer. */
const LATEST = 200;

/**
 * 编号 of what the members have applied for whom some words name: a part of the name, a licence number, a credit code. The
 * latest first; none where the words name nobody or more than a few.
 */
export async function numbersOfMembers(words: string): Promise<string[]> {
  const [firms, lawyers] = await Promise.all([
    listFirms({ search: words, limit: FEW + 1 }),
    listLawyers({ search: words, limit: FEW + 1 }),
  ]);
  const members = [
    ...firms.items.map(({ id }) => ({ applicantKind: 'firm' as const, applicantId: id })),
    ...lawyers.items.map(({ id }) => ({ applicantKind: 'lawyer' as const, applicantId: id })),
  ];
  if (members.length === 0 || members.length > FEW) return [];
  const applications = await Application.findAll({
    attributes: ['number'],
    where: { [Op.or]: members },
    order: [['id', 'DESC']],
    limit: LATEST,
  });
  return applications.map(({ number }) => number);
}
