/** Items of a QTI 2.1 package as questions. What it cannot take it says, with the name of the item's file. */
import type { Question } from '../../src/course/block.ts';
import type { Remark } from '../import/report.ts';
import { attributeOf, elementsNamed, localName, parseXml } from '../inspect/markup.ts';
import type { OpenZip } from '../inspect/open-zip.ts';
import { idMaker, type TakenQuestions } from './exchange.ts';
import { kept } from './kept.ts';
import { questionOf } from './qti-question.ts';
import { interactionsIn } from './qti-responses.ts';
import { keptFile } from './write-qti.ts';

export async function readQti(zip: OpenZip): Promise<TakenQuestions> {
  const nextId = idMaker();
  const questions: Question[] = [];
  const remarks: Remark[] = [];
  const text = async (path: string) => new TextDecoder().decode(await zip.read(path));
  const paths = zip.entries.map(({ path }) => path);
  const whole = paths.includes(keptFile) ? wholeQuestions(await text(keptFile)) : {};
  const met = new Set<string>();
  for (const path of paths.filter((one) => one.endsWith('.xml') && !one.endsWith('imsmanifest.xml'))) {
    const xml = await text(path);
    const [item] = elementsNamed(parseXml(xml), 'assessmentItem');
    if (!item) continue;
    const name = attributeOf(item, 'identifier');
    met.add(name);
    const same = kept(whole[name] ?? '', xml);
    if (whole[name] && !same)
      remarks.push({
        kind: 'guessed',
        message: `${path} was changed after it was exported: points, hints and outcome are to be given anew.`,
      });
    const question = same ?? questionOf(item, () => nextId(name || path));
    if (question) questions.push(question);
    else
      remarks.push({
        kind: 'left',
        message: `${path} is no question that can be taken: ${interactionsIn(item).map(localName).join(', ') || 'it asks nothing'}.`,
      });
  }
  for (const [name, line] of Object.entries(whole)) {
    const same = met.has(name) ? null : kept(line, '');
    if (same) questions.push(same);
  }
  return { questions, remarks };
}

function wholeQuestions(json: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(json);
  } catch {
    return {};
  }
}
