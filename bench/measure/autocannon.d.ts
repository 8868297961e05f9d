/** The little that we use of autocannon 9, which comes without types. */
declare module 'autocannon' {
  interface Asked {
    method: 'POST';
    path: string;
    body: string;
    headers: Record<string, string>;
  }

  interface Client {
    setRequests(requests: Asked[]): void;
  }

  interface Result {
    errors: number;
    timeouts: number;
    mismatches: number;
    non2xx: number;
    duration: number;
  }

  interface Instance extends PromiseLike<Result> {
    on(
      event: 'response',
      listener: (client: Client, status: number, bytes: number, milliseconds: number) => void,
    ): void;
  }

  interface Options {
    url: string;
    connections: number;
    duration: number;
    requests: Asked[];
    setupClient(client: Client): void;
    verifyBody(body: string): boolean;
  }

  export default function autocannon(options: Options): Instance;
}
