export { behaviour } from '../multiple-choice/behaviour.ts';
