import type { IncomingMessage, ServerResponse } from "node:http";

/** A request, read to its end. */
export interface Request {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: string;
  response: ServerResponse;
}

export async function read(message: IncomingMessage, response: ServerResponse): Promise<Request> {
  const { method = "", url = "/", headers } = message;
  const { pathname: path, searchParams: query } = new URL(url, "http://localhost");
  let body = "";
  for await (const chunk of message.setEncoding("utf8")) body += chunk;
  return { method, path, query, headers, body, response };
}

export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}
