import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { CannotListenError, PortInUseError } from './errors.ts';
import { type RunningServer, startServer } from './listen.ts';
import type { ServerOptions } from './options.ts';
import { fakeMaker, fakeReader, lampCatalog } from './testing/fake-world.ts';

const running: RunningServer[] = [];
const sockets: Socket[] = [];

async function start(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const server = await startServer({
    catalog: lampCatalog(),
    maker: fakeMaker(),
    read: fakeReader,
    port: 0,
    ...options,
  });
  running.push(server);
  return server;
}

function open(port: number, text = ''): Promise<{ socket: Socket; closed: Promise<string>; isClosed: () => boolean }> {
  return new Promise((resolve) => {
    let received = '';
    let isClosed = false;
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket);
    socket.on('data', (data) => {
      received += data;
    });
    socket.on('error', () => {});
    const closed = new Promise<string>((done) =>
      socket.on('close', () => {
        isClosed = true;
        done(received);
      }),
    );
    socket.on('connect', () => {
      if (text) socket.write(text);
      resolve({ socket, closed, isClosed: () => isClosed });
    });
  });
}

const talk = async (server: RunningServer, message?: string) => {
  const headers = { 'content-type': 'application/json', connection: 'close' };
  const response = await fetch(`${server.url}/api/chat`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ message }),
  });
  return { status: response.status, body: (await response.json()) as { text: string } };
};

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of running.splice(0)) await server.close();
});

describe('a server on a socket', () => {
  it('answers, and says where it is', async () => {
    const server = await start();
    expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
    expect((await talk(server, 'red')).body.text).toBe('1: red');
  });

  it('says that a port is taken, which one, and what to do', async () => {
    const { port } = await start();
    const second = startServer({ catalog: lampCatalog(), maker: fakeMaker(), read: fakeReader, port });
    await expect(second).rejects.toThrow(PortInUseError);
    await expect(second).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use`);
    await expect(second).rejects.toThrow('--port');
  });

  it('says that an address is not this machine’s', async () => {
    await expect(start({ host: '192.0.2.1', key: 'k' })).rejects.toThrow(CannotListenError);
  });

  it('refuses connections beyond its limit, and goes on', async () => {
    const server = await start({ limits: { connections: 100 } });
    const flood = await Promise.all(Array.from({ length: 300 }, () => open(server.port)));
    await expect.poll(() => flood.filter((one) => one.isClosed()).length).toBe(200);
    // One of those that were let in is served while the others sit there …
    const held = flood.filter((one) => !one.isClosed());
    held[0].socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    expect(await held[0].closed).toContain('200 OK');
    // … and once they leave, everybody is.
    for (const one of held) one.socket.destroy();
    await expect.poll(async () => (await talk(server).catch(() => ({ status: 0 }))).status).toBe(200);
  });

  it('closes connections that send nothing, or a request drop by drop', async () => {
    const server = await start({ limits: { headers: 300, request: 600 } });
    const silent = await open(server.port);
    const drops = await open(
      server.port,
      'POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n',
    );
    const body = await open(
      server.port,
      'POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    );
    const dripping = setInterval(() => drops.socket.write('X'), 50);
    const results = await Promise.race([
      Promise.all([silent.closed, drops.closed, body.closed]),
      sleep(5000, undefined),
    ]);
    clearInterval(dripping);
    expect(results).toBeDefined();
    expect((await talk(server)).status).toBe(200);
  });

  it('survives clients that leave in the middle, talk nonsense, or send too much', async () => {
    const faults: unknown[] = [];
    const server = await start({ onFault: (error) => faults.push(error) });
    const head = 'POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    for (let i = 0; i < 20; i++) {
      const { socket } = await open(server.port, `${head}Content-Length: 1000\r\n\r\n{"message": `);
      socket.resetAndDestroy();
      const asked = await open(server.port, `${head}Content-Length: 2\r\n\r\n{}`);
      asked.socket.resetAndDestroy();
    }
    const nonsense = await open(server.port, '\u0016\u0003\u0001 GET GET\r\n\r\n');
    expect(await nonsense.closed).toContain('400');
    const announced = await open(server.port, `${head}Content-Length: 99999999\r\n\r\n{`);
    expect(await announced.closed).toContain('413');
    const noHost = await open(server.port, 'GET /api/catalog HTTP/1.1\r\nConnection: close\r\n\r\n');
    expect(await noHost.closed).toContain('400');
    const largeHeader = await open(
      server.port,
      `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    );
    expect(await largeHeader.closed).toContain('431');
    await sleep(50);
    expect((await talk(server)).status).toBe(200);
    expect(faults).toEqual([]);
  });

  it('checks the host over the wire too', async () => {
    const server = await start();
    const rebound = await open(
      server.port,
      'GET /api/catalog HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    );
    expect(await rebound.closed).toContain('403');
  });
});
