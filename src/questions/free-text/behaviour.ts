import { typing } from '../fill-in/behaviour.ts';
import { type FreeTextKey, room } from './grade.ts';

export const behaviour = typing<FreeTextKey>({
  room,
  isComplete: (text) => text.trim() !== '',
  isRight: () => null,
});
