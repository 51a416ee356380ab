/** Who learns, as the LMS says it in the launch. Pure. */

export interface Agent {
  readonly objectType: 'Agent';
  readonly name?: string;
  readonly mbox?: string;
  readonly mbox_sha1sum?: string;
  readonly openid?: string;
  readonly account?: { readonly homePage: string; readonly name: string };
}

/**
 * A well-formed agent; null where there is none. Old LMSs give lists, and an account by the words of
 * xAPI 0.9: `{"name":["Ada"],"account":[{"accountServiceHomePage":"…","accountName":"…"}]}`.
 */
export function agentIn(json: string | null): Agent | null {
  const given = parse(json);
  if (!given) return null;
  const name = text(given.name);
  const account = accountIn(first(given.account));
  const identifier = account
    ? { account }
    : (['mbox', 'mbox_sha1sum', 'openid'] as const).flatMap((kind) => {
        const value = text(given[kind]);
        return value === '' ? [] : [{ [kind]: value }];
      })[0];
  return identifier ? { objectType: 'Agent', ...(name !== '' && { name }), ...identifier } : null;
}

/** What tells one learner from another: names may change. */
export function identityOf({ mbox, mbox_sha1sum, openid, account }: Agent): string {
  return account ? `${account.homePage} ${account.name}` : (mbox ?? mbox_sha1sum ?? openid ?? '');
}

function parse(json: string | null): Readonly<Record<string, unknown>> | null {
  try {
    const value = first(JSON.parse(json ?? 'null'));
    return typeof value === 'object' ? (value as Readonly<Record<string, unknown>> | null) : null;
  } catch {
    return null;
  }
}

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

function text(value: unknown): string {
  const one = first(value);
  return typeof one === 'string' ? one : '';
}

function accountIn(value: unknown): Agent['account'] | null {
  if (typeof value !== 'object' || value === null) return null;
  const { homePage, accountServiceHomePage, name, accountName } = value as Readonly<Record<string, unknown>>;
  const home = text(homePage) || text(accountServiceHomePage);
  const own = text(name) || text(accountName);
  return home !== '' && own !== '' ? { homePage: home, name: own } : null;
}
