/** The script of a course for any web server, or for a double click. */
import * as used from 'coursewright:used';
import { offerInstallation } from '../../player/install.ts';
import { startPlayer } from '../../player/start.ts';
import { deviceTracker } from '../device-tracker.ts';
import { web } from './descriptor.ts';

offerInstallation(window);
startPlayer(deviceTracker(web.bookmarkLimit), used);
