import { literal } from 'sequelize';

/**
 * Not bound by a process of the release before owners, which knew applications only. Goes with the column, in a later
 * release.
 */
export const notBoundBefore = literal('application_id IS NULL');
