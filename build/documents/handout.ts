/** The handout: every key message with room for notes, on one sheet or two. */
import { keyMessagesOf } from '../../src/classroom/deck.ts';
import { pagesOf } from '../../src/course/course.ts';
import { classroomWordsIn } from '../../src/locales/classroom/index.ts';
import { textFile } from '../pipeline/package-file.ts';
import { type DocumentFile, type DocumentFormat, documentName } from './document.ts';
import { fillDocument } from './fill-document.ts';

export const handout = {
  name: 'handout',
  title: 'handout',
  without: 'the course has no key messages',
  async make(input): Promise<DocumentFile[]> {
    const { course } = input.typed;
    const keyMessages = pagesOf(course)
      .flatMap(keyMessagesOf)
      .sort((a, b) => a.number - b.number);
    if (keyMessages.length === 0) return [];
    const title = classroomWordsIn(course.language)('handout.title');
    const html = await fillDocument(input, ['handout'], ['./templates/handout/messages.css'], title, {
      keyMessages,
    });
    return [{ ...textFile(documentName(course, 'handout', 'html'), html), isPrinted: true }];
  },
} as const satisfies DocumentFormat;
