import type { Directory } from './directory.js';

/** What whoever opens a link sends, and hears. */
export interface Heard {
  status: number;
  headers: Record<string, unknown>;
  text: string;
}

type Ways = { headers?: Record<string, string>; network?: string };

/** Opens and sends the form of a link, as a browser or `curl` does; each from another network, unless said. */
export function formsOf({ http }: Pick<Directory, 'http'>) {
  let networks = 0;
  const send = async (
    method: 'GET' | 'HEAD' | 'POST',
    url: string,
    { headers = {}, network = `192.0.2.${(networks += 1) % 250}` }: Ways = {},
    payload?: string,
  ): Promise<Heard> => {
    const answer = await http.inject({
      method,
      url,
      headers,
      remoteAddress: network,
      ...(payload === undefined ? {} : { payload }),
    });
    const { date: _date, ...told } = answer.headers;
    return { status: answer.statusCode, headers: told, text: answer.body };
  };
  return {
    open: (url: string, ways?: Ways) => send('GET', url, ways),
    head: (url: string, ways?: Ways) => send('HEAD', url, ways),
    post: (url: string, fields: Record<string, string> | string, ways: Ways = {}) =>
      send(
        'POST',
        url,
        {
          ...ways,
          headers: { 'content-type': 'application/x-www-form-urlencoded', ...ways.headers },
        },
        typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
      ),
  };
}

/** What a form says of itself: each field that would be sent, as it stands. */
export function fieldsIn(page: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [input] of page.matchAll(/<input[^>]*>/g)) {
    const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1];
    const isChoice = /type="(?:radio|checkbox)"/.test(input);
    if (!isChoice || / checked/.test(input)) fields[of('name')!] = of('value') ?? '';
  }
  return fields;
}
