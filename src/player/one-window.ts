/**
 * One window at a time: two of them would overwrite each other's progress, and an LMS keeps what was said last.
 * The windows of a browser know of each other by a line in its storage, and ask whether the one that wrote it still lives.
 */
import { attempt } from '../sitting/attempt.ts';

export interface WindowGuard {
  /** Takes the course for this window; false where another one has it. */
  claim(): Promise<boolean>;
  /** Asks the window that has it to save and give it up, and takes it; true where that one answered. */
  takeOver(): Promise<boolean>;
  /** Calls back when another window takes it: this one has to save at once, and to stop. */
  whenTaken(stop: () => void): void;
}

type Message = 'who?' | 'here' | 'give' | 'given';

/** A living window answers within a few milliseconds; one that is frozen counts as gone. Milliseconds. */
const longestAnswer = 400;

export function windowGuard(window: Window, course: string): WindowGuard {
  const key = `coursewright/${course}/window`;
  const own = String(crypto.getRandomValues(new Uint32Array(1))[0]);
  let isOurs = false;
  let stop = () => {};
  const channel = openChannel(key);
  const say = (message: Message) => channel?.postMessage(message);
  const holder = () => attempt(() => window.localStorage.getItem(key)) ?? null;
  const take = () => {
    isOurs = true;
    attempt(() => window.localStorage.setItem(key, own));
  };
  const release = () => {
    if (isOurs && holder() === own) attempt(() => window.localStorage.removeItem(key));
    isOurs = false;
  };
  const answered = (message: Message) =>
    new Promise<boolean>((resolve) => {
      const listen = ({ data }: MessageEvent<Message>) => {
        if (data === message) resolve(true);
      };
      channel?.addEventListener('message', listen);
      window.setTimeout(() => {
        channel?.removeEventListener('message', listen);
        resolve(false);
      }, longestAnswer);
    });

  channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (!isOurs) return;
    if (data === 'who?') say('here');
    if (data !== 'give') return;
    stop();
    release();
    say('given');
  });
  window.addEventListener('pagehide', release);
  return {
    async claim() {
      // Where nobody wrote, nobody is asked: the first window does not wait.
      if (channel && holder() !== null) {
        const answer = answered('here');
        say('who?');
        if (await answer) return false;
      }
      take();
      return true;
    },
    async takeOver() {
      const answer = answered('given');
      say('give');
      const isGiven = await answer;
      take();
      return isGiven;
    },
    whenTaken(listener) {
      stop = listener;
    },
  };
}

function openChannel(name: string): BroadcastChannel | null {
  return attempt(() => new BroadcastChannel(name)) ?? null;
}
