#!/usr/bin/env node
/** What `coursewright` starts. */
import type * as Command from '../command.ts';
import { loadCompiled } from './load-compiled.ts';

const { exports, keep } = loadCompiled<typeof Command>('command.cjs');
const [, , name, ...rest] = process.argv;
// A build calls what most commands call.
if (name === 'build' && !rest.includes('--help')) process.once('exit', keep);
exports.cli();
