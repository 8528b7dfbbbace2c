import { createServer, type Server } from "node:net";

const HOST = "127.0.0.1";

/** A port nobody listens on, as the system picks it. All of one call are different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0)));
  const ports = servers.map((server) => {
    const address = server?.address();
    if (typeof address !== "object" || address === null) throw new Error("no port is free");
    return address.port;
  });
  await Promise.all(servers.map(close));
  return ports;
}

export async function isFree(port: number): Promise<boolean> {
  const server = await listen(port);
  await close(server);
  return server !== undefined;
}

const listen = (port: number): Promise<Server | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen({ port, host: HOST, exclusive: true }, () => resolve(server));
  });

const close = (server: Server | undefined): Promise<void> =>
  new Promise((resolve) => (server ? server.close(() => resolve()) : resolve()));
