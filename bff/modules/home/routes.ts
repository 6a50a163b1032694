import { homeEndpoints } from '../../contract/home/endpoints.ts';
import { homeReply } from '../../contract/home/replies.ts';
import { route } from '../../http/route.ts';
import { readHome } from './read-home.ts';

/** 首页. */
export const homeRoutes = [route(homeEndpoints.showHome, { reply: homeReply }, ({ actor }) => readHome(actor))];
