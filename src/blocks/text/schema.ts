import { blockSchema } from '../../course/block.ts';
import { markdown } from '../../course/field.ts';

export const schema = blockSchema('text', 'Running text.', { text: markdown }, ['text']);
