import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  url: string;
  headers: IncomingMessage['headers'];
  body: { query: string; variables?: Record<string, unknown> };
}

/** How one request is answered; what answers nothing leaves it open. */
export type Turn = (response: ServerResponse, asked: Asked) => void;

/** A server on this machine that answers each request by the next turn of a script, and the last one ever after. */
export async function scriptedServer(...turns: Turn[]) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += String(part);
    const one = { url: request.url!, headers: request.headers, body: JSON.parse(text) };
    asked.push(one);
    turns[Math.min(asked.length, turns.length) - 1]!(response, one);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  return {
    url,
    asked,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const json =
  (status: number, body: object, headers: Record<string, string> = {}): Turn =>
  (response) =>
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body));

export const data = (data: object) => json(200, { data });
export const refused = (
  status: number,
  code: string,
  {
    headers = {},
    ...extensions
  }: { headers?: Record<string, string>; [name: string]: unknown } = {},
) =>
  json(
    status,
    { errors: [{ message: `Refused: ${code}.`, extensions: { code, ...extensions } }] },
    headers,
  );
/** The connection breaks before anything is answered. */
export const broken: Turn = (response) => response.socket!.destroy();
/** The connection breaks in the middle of an answer. */
export const cutShort: Turn = (response) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('{"data":', () => response.socket!.destroy());
};
export const silent: Turn = () => undefined;
export const page =
  (status: number, text: string, headers: Record<string, string> = {}): Turn =>
  (response) =>
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(text);
