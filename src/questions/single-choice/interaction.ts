export { interaction } from '../multiple-choice/interaction.ts';
