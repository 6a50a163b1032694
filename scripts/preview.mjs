import { launch } from './setup/launch.mjs';

launch(() => import('./preview/main.mjs'));
