import type { Stream, StreamListener } from './stream.ts';
import type { World } from './world.ts';

/** Pushed news of one payment: the code that reads streams is fetched where a page names one. */
export class Push {
  readonly #world: World;
  readonly #listener: StreamListener;
  #url = '';
  #wanted = false;
  #stream: Promise<Stream | undefined> | undefined;

  constructor(world: World, listener: StreamListener) {
    this.#world = world;
    this.#listener = listener;
  }

  /** Where news is pushed; empty for nowhere. */
  from(url: string): void {
    if (url === this.#url) return;
    const wanted = this.#wanted;
    this.close();
    this.#url = url;
    this.#stream = undefined;
    if (wanted) this.open();
  }

  open(): void {
    this.#wanted = true;
    const url = this.#url;
    if (!url) return;
    this.#stream ??= import('./stream.ts').then(
      ({ Stream }) => new Stream(url, this.#world, this.#listener),
      // It could not be fetched: polling goes on, and the next opening tries again.
      () => (this.#stream = undefined),
    );
    void this.#stream.then((stream) => this.#wanted && url === this.#url && stream?.open());
  }

  close(): void {
    this.#wanted = false;
    void this.#stream?.then((stream) => stream?.close());
  }
}
