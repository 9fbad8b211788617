import { afterEach, beforeEach } from "vitest";

export interface Call {
  method: string;
  path: string;
  body: unknown;
  headers: Headers;
}

export type Reply = (call: Call) => { status?: number; body?: unknown } | undefined;

/** Stands where the server would: answers `fetch`, and keeps what was asked. */
export class FakeServer {
  calls: Call[] = [];
  private replies = new Map<string, Reply>();

  /** `on("POST /api/x", (call) => ({ status: 201, body: {} }))` */
  on(request: string, reply: Reply): void {
    this.replies.set(request, reply);
  }

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const body = await bodyOf(request);
    const call = {
      method: request.method,
      path: pathname + search,
      body,
      headers: request.headers,
    };
    this.calls.push(call);
    const reply = this.replies.get(`${request.method} ${pathname}`);
    if (!reply) throw new TypeError(`nothing answers ${request.method} ${pathname}`);
    const { status = 200, body: answer = {} } = reply(call) ?? {};
    return new Response(JSON.stringify(answer), { status });
  };
}

async function bodyOf(request: Request): Promise<unknown> {
  const type = request.headers.get("Content-Type") ?? "";
  if (type.startsWith("multipart/form-data")) {
    return Object.fromEntries((await request.formData()).entries());
  }
  const text = await request.text();
  return text ? JSON.parse(text) : undefined;
}

/** A fresh server for every test of a file. */
export function useServer(): FakeServer {
  const server = new FakeServer();
  const real = globalThis.fetch;
  beforeEach(() => {
    server.calls = [];
    globalThis.fetch = server.fetch;
    window.fetch = server.fetch;
  });
  afterEach(() => {
    globalThis.fetch = real;
  });
  return server;
}
