/**
 * Why a server cannot start.
 * @module
 */

/** Another program listens on the port. */
export class PortInUseError extends Error {
  override readonly name = 'PortInUseError';
  constructor(host: string, port: number) {
    super(
      `Port ${port} on ${host} is in use by another program. Stop that program, or choose another port with --port ${port + 10} (--port 0 takes any free one).`,
    );
  }
}

/** An address that other machines can reach was asked for without a key. */
export class HostNeedsKeyError extends Error {
  override readonly name = 'HostNeedsKeyError';
  constructor(host: string) {
    super(
      `${host} can be reached from other machines, so the server needs a key: add --key KEY, or leave --host out to serve this machine only.`,
    );
  }
}

/** The system does not let us listen there. */
export class CannotListenError extends Error {
  override readonly name = 'CannotListenError';
  constructor(host: string, port: number, reason: string) {
    super(`Cannot listen on port ${port} of ${host}: ${reason} Choose another --port or --host.`);
  }
}

/** A server was to be made of nothing. */
export class NothingToServeError extends Error {
  override readonly name = 'NothingToServeError';
  constructor() {
    super(
      'There is nothing to serve: give a catalog (--catalog FILE), an upstream (--upstream URL), or rewards (--reward).',
    );
  }
}

/** The upstream's address is none; `isWhole`: the reason says it all. */
export class BadUpstreamError extends Error {
  override readonly name = 'BadUpstreamError';
  constructor(reason: string, isWhole = false) {
    super(
      isWhole
        ? reason
        : `That is no address of a model's server (${reason}): it looks like https://api.openai.com/v1 or http://127.0.0.1:11434/v1. A key belongs into SENTE_UPSTREAM_KEY.`,
    );
  }
}
