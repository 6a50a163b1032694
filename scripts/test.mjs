import { launch } from './setup/launch.mjs';

launch(() => import('./test/main.mjs'));
