/** What a module is called, in every form that the code needs. */
export interface Words {
  /** The module, its folder and its path below /api: `training-rooms`. */
  module: string;
  /** One of what it holds: `training-room`. */
  one: string;
  /** 中文, as users read it: 培训教室. */
  label: string;
  /** What its migration begins with: `20261201-54`. */
  migration: string;
}

/** `training-rooms` → `trainingRooms`. */
export const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
/** `training-rooms` → `TrainingRooms`. */
export const pascal = (name: string) => camel(`-${name}`);
/** `training-rooms` → `training_rooms`. */
export const snake = (name: string) => name.replaceAll('-', '_');
/** `training-rooms` → `TRAINING_ROOMS`. */
export const upper = (name: string) => snake(name).toUpperCase();
