import { startDemo } from './server.ts';

/** Starts the demo on `PORT`, else on 4173 where that is free, else on a free one; stops cleanly when asked to. */
const wanted = process.env['PORT'];
const port = wanted === undefined || wanted === '' ? undefined : Number(wanted);

if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65536)) {
  console.error(`PORT is "${wanted}", which is no port: set a number from 0 to 65535, or unset it.`);
  process.exit(1);
}

const demo = await startDemo({ port }).catch((error: NodeJS.ErrnoException) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${wanted} is taken: set PORT to another, or unset it.` : error);
  process.exit(1);
});

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void demo.close().then(() => process.exit(0));
  });
}
