/** What sources import that no file of ours holds: it is made of the course. */
import { posix } from 'node:path';
import type { CourseActivities } from '../../src/formats/xapi/activities.ts';
import { packageRoot } from '../package-root.ts';
import { blockPart } from './bundled-sheets.ts';
import type { Plugin } from './bundler.ts';
import type { CourseFolder } from './read-course.ts';
import type { UsedTypes } from './used-types.ts';

/** A module that is made here: what it holds, under the name that sources import it by. */
function madeModule(name: string, loader: 'ts' | 'js' | 'css', contents: () => string): Plugin {
  return {
    name,
    setup(context) {
      context.onResolve({ filter: new RegExp(`^${name}$`) }, ({ path }) => ({ path, namespace: name }));
      context.onLoad({ filter: /.*/, namespace: name }, () => ({
        contents: contents(),
        loader,
        resolveDir: packageRoot,
      }));
    },
  };
}

/** `coursewright:used`: the behaviours and the logic of the types in the course. */
export function usedModule(used: UsedTypes, folder: CourseFolder): Plugin {
  return madeModule('coursewright:used', 'ts', () => usedSource(used, folder));
}

/** `coursewright:activities`: the names of the course's activities, for statements. */
export function activitiesModule(activities: CourseActivities | null): Plugin {
  return madeModule(
    'coursewright:activities',
    'js',
    () => `export const activities = ${JSON.stringify(activities)};`,
  );
}

/** `coursewright:theme`: what style sheets go by. */
export function themeSheet(contents: string): Plugin {
  return madeModule('coursewright:theme', 'css', () => contents);
}

/** Files of the course folder, as `course:blocks/…`: read already, and nothing else of the disk is in reach from there. */
export function courseModules({ files }: CourseFolder): Plugin {
  return {
    name: 'coursewright-course',
    setup(context) {
      context.onResolve({ filter: /^course:/ }, ({ path }) => ({ path: path.slice(7), namespace: 'course' }));
      context.onResolve({ filter: /.*/, namespace: 'course' }, ({ path, importer }) => {
        const wanted = posix.join(posix.dirname(importer), path);
        const found = [wanted, `${wanted}.ts`, `${wanted}.js`].find((one) => files.has(one));
        if (path.startsWith('.') && found) return { path: found, namespace: 'course' };
        return { errors: [{ text: `"${path}" is not a file of the course folder` }] };
      });
      context.onLoad({ filter: /.*/, namespace: 'course' }, ({ path }) => ({
        contents: files.get(path) ?? '',
        loader: path.endsWith('.css') ? 'css' : path.endsWith('.ts') ? 'ts' : 'js',
      }));
    },
  };
}

function usedSource({ blocks, questions }: UsedTypes, folder: CourseFolder): string {
  const lively = blocks.flatMap((type) => {
    const path = blockPart(type, ['behaviour.ts', 'behaviour.js'], folder);
    return path ? [{ type, path }] : [];
  });
  const lines = [
    ...lively.map(({ path }, i) => `import { behaviour as block${i} } from '${path}';`),
    ...questions.flatMap((type, i) =>
      ['behaviour', 'grade', 'interaction'].map(
        (part) => `import * as ${part}${i} from './src/questions/${type}/${part}.ts';`,
      ),
    ),
    `export const blocks = { ${lively.map(({ type }, i) => `'${type}': block${i}`).join(', ')} };`,
    `export const questions = { ${questions
      .map(
        (type, i) =>
          `'${type}': { ...behaviour${i}, grade: grade${i}.grade, isUnscored: grade${i}.isUnscored, ...interaction${i} }`,
      )
      .join(', ')} };`,
  ];
  if (questions.length > 0) lines.push(`export { connectQuestions } from './src/player/questions.ts';`);
  else lines.push('export const connectQuestions = undefined;');
  return lines.join('\n');
}
