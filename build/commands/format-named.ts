import { didYouMean, oneOf } from '../pipeline/did-you-mean.ts';
import { WrongUse } from './command.ts';

/** @throws WrongUse where none of those that are known has the name */
export function formatNamed<Kind>(name: string, known: Readonly<Record<string, Kind>>): Kind {
  const names = Object.keys(known);
  const found = Object.hasOwn(known, name) ? known[name] : undefined;
  if (found) return found;
  throw new WrongUse(
    `There is no format "${name}". ${didYouMean(name, names)} Use ${oneOf(names)}.`.replace('  ', ' '),
  );
}
