import { database } from '../../platform/db/database.ts';
export const doIt = () => database.sequelize.models['Thing']?.findAll();
