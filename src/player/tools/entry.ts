/** The script of the tools: it leaves them for the player that fetched it. */
import { startTools } from './start-tools.ts';

window.coursewrightTools = startTools;
