/**
 * A conversation's channel as server-sent events, with signs of life in between.
 * @module
 */
import type { Channel, ChannelMessage } from './channel.ts';
import { eventText } from './events.ts';

/** Messages that wait for a slow client; beyond that the connection is closed, and the client comes back for the rest. */
const WAITING = 100;

/**
 * Events `initiative` and `handover` from the message after `lastId` on; undefined when too many listen already.
 *
 * @param heartbeat milliseconds between comments that keep connections open
 * @param isAlive whether the conversation is still remembered; when it is not, the stream ends, and the client comes back
 */
export function channelStream(
  channel: Channel,
  lastId: string | undefined,
  heartbeat: number,
  isAlive: () => boolean = () => true,
): ReadableStream<Uint8Array> | undefined {
  const encoder = new TextEncoder();
  let stop: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  const end = (): void => {
    clearInterval(timer);
    stop?.();
  };
  let send: (message: ChannelMessage) => void = () => {};
  stop = channel.listen((message) => send(message));
  if (stop === undefined) return undefined;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const write = (text: string): void => {
          if ((controller.desiredSize ?? 0) < 0 || !isAlive()) {
            end();
            controller.close();
          } else controller.enqueue(encoder.encode(text));
        };
        send = (message) => write(messageEvent(message));
        write(': listening\n\n');
        for (const message of channel.after(lastId)) send(message);
        timer = setInterval(() => write(': still here\n\n'), heartbeat);
        timer.unref();
      },
      cancel: end,
    },
    { highWaterMark: WAITING },
  );
}

function messageEvent(message: ChannelMessage): string {
  return eventText(JSON.stringify(message), { id: message.id, event: message.type });
}
