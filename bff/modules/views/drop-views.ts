import { Op } from 'sequelize';
import { PersonalView } from './model.ts';

/** Removes looks of before `before`. Answers how many. */
export const dropViewsBefore = (before: number): Promise<number> =>
  PersonalView.destroy({ where: { at: { [Op.lt]: before } } });
