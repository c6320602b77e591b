// Message stream: the bytes of a message, and how far they went. The connection reads it only after the server's 354.
import { Readable } from 'node:stream';

const CHUNK = 16_384;

/** Once `isHandedOver`, the final dot may be on its way: whatever happens then, the message may have left. */
export class MessageStream extends Readable {
  #message: Buffer;
  #at = 0;

  constructor(message: Buffer) {
    super({ highWaterMark: CHUNK });
    this.#message = message;
  }

  get isStarted(): boolean {
    return this.#at > 0;
  }

  get isHandedOver(): boolean {
    return this.readableEnded;
  }

  override _read(): void {
    if (this.#at >= this.#message.length) {
      this.push(null);
      return;
    }
    const part = this.#message.subarray(this.#at, this.#at + CHUNK);
    this.#at += part.length;
    this.push(part);
  }
}
