import { launch } from './setup/launch.mjs';

launch(() => import('./operate/main.mjs'));
