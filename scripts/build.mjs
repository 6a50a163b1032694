import { launch } from './setup/launch.mjs';

launch(() => import('./build/build.mjs'));
