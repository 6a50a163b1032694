import { Op } from 'sequelize';
import { ProfileView } from '../model.ts';

/** Removes looks at sensitive sections of before `before`. Answers how many. */
export const dropSectionViewsBefore = (before: number): Promise<number> =>
  ProfileView.destroy({ where: { at: { [Op.lt]: before } } });
