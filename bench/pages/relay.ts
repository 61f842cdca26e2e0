/** What two pages tell each other through the server before they have a connection. */
export interface Said {
  readonly description?: RTCSessionDescriptionInit;
  readonly candidate?: RTCIceCandidateInit;
}

export class Relay {
  readonly #socket: WebSocket;
  /** Once both are there. */
  readonly together: Promise<void>;
  heard: (said: Said) => void = () => undefined;

  constructor(room: string) {
    this.#socket = new WebSocket(`ws://${location.host}/relay?room=${room}`);
    this.together = new Promise((done) => {
      this.#socket.onmessage = ({ data }: MessageEvent<string>) => {
        if (data === 'together') done();
        else this.heard(JSON.parse(data) as Said);
      };
    });
  }

  say(said: Said): void {
    this.#socket.send(JSON.stringify(said));
  }
}
