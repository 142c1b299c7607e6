// The small window in which somebody signs in again while a page with their work stays open behind it.
import {oidc} from './oidc.js';

const {UserManager} = await oidc();
await new UserManager({authority: '', client_id: '', redirect_uri: ''}).signinPopupCallback();
