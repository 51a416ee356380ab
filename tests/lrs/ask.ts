/** Asks an LRS over real HTTP. */
import type { ServedLrs } from '../../build/preview/lrs/serve-lrs.ts';

export const key = `Basic ${Buffer.from('learner:secret').toString('base64')}`;
export const settings = { keys: [key], isStateStrict: false, refusesRepeats: false };

export async function ask(
  lrs: Pick<ServedLrs, 'endpoint'>,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string; headers: Headers }> {
  const response = await fetch(`${lrs.endpoint}${path}`, {
    method,
    headers: {
      authorization: key,
      'x-experience-api-version': '1.0.3',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.text(), headers: response.headers };
}

export const query = (values: Record<string, unknown>) =>
  new URLSearchParams(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  ).toString();
