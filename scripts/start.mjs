import { launch } from './setup/launch.mjs';

launch(() => import('./start/main.mjs'));
