/** What an LMS answers, in plain words. */
const errors: Readonly<Record<string, string>> = {
  '0': 'no error',
  '101': 'the LMS failed',
  '102': 'it could not be initialized',
  '103': 'it is initialized already',
  '104': 'the conversation is over',
  '111': 'it could not be terminated',
  '112': 'terminated before it was initialized',
  '113': 'terminated already',
  '122': 'read before it was initialized',
  '123': 'read after the end',
  '132': 'written before it was initialized',
  '133': 'written after the end',
  '142': 'committed before it was initialized',
  '143': 'committed after the end',
  '201': 'the argument is not valid',
  '202': 'the element has no children',
  '203': 'the element is no list',
  '301': 'reading failed',
  '351': 'writing failed',
  '391': 'committing failed',
  '401': 'the LMS does not know this element',
  '402': 'the element is a keyword, or not supported',
  '403': 'the element has no value yet',
  '404': 'the element can only be read',
  '405': 'the value is not of the type, or the element can only be written',
  '406': 'the value has the wrong type',
  '407': 'the value is out of its range',
  '408': 'something has to be set before',
};

export function errorInWords(code: string): string {
  return errors[code] ?? `error ${code}`;
}
