import { launch } from './setup/launch.mjs';

launch(() => import('./develop/main.mjs'));
